"""The files that the fuzzer starts from: one of each kind that people hand in, each read without a problem."""

from __future__ import annotations

import random
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from ingest.check_files import CheckTask, check_file
from ingest.checked import CheckedFile
from tests.ingest.agreement_texts import agreement_text
from tests.ingest.via_list_files import RECEIVED_ON, booking, line, total, write_csv, write_workbook
from tests.ingest.workbook_builder import build_csv_folder, build_workbook, minimal_submission

N_LINES = 6


@dataclass(frozen=True, slots=True)
class Original:
    """A file without a fault, and what is read from it."""

    name: str
    path: Path
    checked: CheckedFile


def originals(folder: Path) -> tuple[Original, ...]:
    """Write a submission as workbook, as CSV folder and as zip, lists of VIA money, and the text of an agreement."""
    folder.mkdir(parents=True, exist_ok=True)
    csv_folder = build_csv_folder(folder / "csv", minimal_submission())
    payments = [line(number) for number in range(1, N_LINES)]
    bookings = [booking(number) for number in range(1, N_LINES)]
    paths = {
        "workbook": build_workbook(folder / "aartselaar.xlsx", minimal_submission()),
        "csv folder": csv_folder,
        "zip": Path(shutil.make_archive(str(folder / "ingepakt"), "zip", csv_folder)),
        "stored zip": _stored(csv_folder, folder / "los.zip"),
        "payment list": write_csv(folder / "betaallijst.csv", [*payments, total(payments)]),
        "payment workbook": write_workbook(folder / "betaallijst.xlsx", [*payments, total(payments)]),
        "bookings": write_csv(folder / "boekingen.csv", [*bookings, total(bookings)]),
        "agreement": _agreement(folder / "akkoord.txt"),
    }
    return tuple(Original(name, path, checked(path)) for name, path in paths.items())


def checked(path: Path) -> CheckedFile:
    """Recognise, read and check a file the way a load does."""
    return check_file(CheckTask(path, path.name, "real", received_on=RECEIVED_ON))


def _stored(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(folder.iterdir()):
            packed.write(path, path.name)
    return target


def _agreement(target: Path) -> Path:
    text = agreement_text(random.Random(2)).text.replace("VIA7", "VIA6")
    target.write_text(text, encoding="utf-8")
    return target
