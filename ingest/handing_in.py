"""All that the page Inzenden does: template, check, marked copy, preview, sending in, and what was sent before.

It is the one door through which the dashboard reaches the register. Whatever a person dropped is read by another
process (`ingest.checking_process`), from a private folder that is gone afterwards, under a name of ours.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from ingest.archive import ArchiveError
from ingest.authority_history import authority_history
from ingest.checked import SubmissionIdentity
from ingest.checking_client import CheckingProcesses, CheckingStopped
from ingest.decide import DecisionError
from ingest.handing_in_records import CheckedDrop, Dropped, HandingInError, Reason, Receipt, SentVersion
from ingest.home import Home, HomeError
from ingest.load_report import RECEIVED
from ingest.preview import Preview, PreviewFigure, PreviewPlace
from ingest.problems import Problem, Severity
from ingest.register import Register, RegisterError
from ingest.register_remark_records import QueryRecord
from ingest.remarks import answer_query
from ingest.template.earlier import earlier_answers
from ingest.template.write import TemplateError, template_bytes

MOST_MEGABYTES = 20
CHECK_SECONDS, PREVIEW_SECONDS, SEND_SECONDS = 20, 60, 120
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".zip")
_LONGEST_NAME = 120


def make_ready() -> None:
    """Have a process ready for the first file, without waiting for it."""
    _processes().start_one()


def template(home: Home, nis_code: str, year: int) -> bytes:
    """Make the workbook (.xlsx) of an authority and year, with what is known of earlier years.

    Raises:
        HandingInError: there was no such authority that year, or register or archive cannot be read.
    """
    with _as_handing_in_error():
        return template_bytes(nis_code, year, earlier_answers(home, nis_code, year))


def units_of(nis_code: str, year: int) -> list[tuple[str, str]]:
    """NIS code and name of the authorities that one on today's map consisted of in a year."""
    return [(unit.nis_code, unit.name) for unit in authority_history().parts_of(nis_code, year)]


def is_for(identity: SubmissionIdentity, nis_code: str) -> bool:
    """Whether a submission is of an authority on today's map, or of a part that merged into it."""
    parts = authority_history().by_nis.get(identity.nis_code, ())
    return identity.nis_code == nis_code or any(part.today_nis_code == nis_code for part in parts)


def check(dropped: Dropped) -> CheckedDrop:
    """Read and check a dropped file; whatever is wrong with it comes back as problems.

    Raises:
        HandingInError: it took too long, or too much memory.
    """
    with _laid_down(dropped) as path:
        found = _ask("check", path, dropped, CHECK_SECONDS)
    return CheckedDrop(
        dropped.file_name,
        found["kind"],
        SubmissionIdentity(**found["identity"]) if found["identity"] else None,
        tuple((name, n_rows) for name, n_rows in found["sheets"]),
        tuple(Problem(**one | {"severity": Severity(one["severity"])}) for one in found["problems"]),
        found["n_required_cells"],
        found["n_filled_cells"],
    )


def marked(dropped: Dropped) -> bytes:
    """Give the same workbook back with its problems marked and listed (see `ingest.marked_workbook`).

    Raises:
        HandingInError: it took too long, or too much memory.
    """
    with _laid_down(dropped) as path:
        target = path.with_name("aangeduid.xlsx")
        _ask("marked", path, dropped, CHECK_SECONDS, target=str(target))
        return target.read_bytes()


def preview(home: Home, dropped: Dropped) -> Preview:
    """Compute the figures that would follow from a file (see `ingest.preview`); nothing is written.

    Raises:
        HandingInError: there are none, and why.
    """
    with _laid_down(dropped) as path:
        found = _ask("preview", path, dropped, PREVIEW_SECONDS, home=str(home.path))
    figures = tuple(PreviewFigure(**one) for one in found["figures"])
    places = tuple(PreviewPlace(**one) for one in found["places"])
    return Preview(found["nis_code"], found["year"], figures, places)


def send(home: Home, dropped: Dropped, reasons: Sequence[Reason]) -> Receipt:
    """Hand a file in, with the reasons for what stands out in it.

    Raises:
        HandingInError: it could not be received.
    """
    with _laid_down(dropped) as path:
        words = [asdict(reason) for reason in reasons]
        found = _ask("send", path, dropped, SEND_SECONDS, home=str(home.path), reasons=words)
    return Receipt(**found | {"not_explained": tuple(found["not_explained"])})


def sent_before(home: Home, nis_code: str, year: int) -> list[SentVersion]:
    """The versions of an authority on today's map (and of what merged into it) for a year, the latest first.

    Raises:
        HandingInError: the register cannot be read.
    """
    if not home.register_path.is_file():
        return []
    with _as_handing_in_error(), Register(home.register_path) as register:
        last = {(row.nis_code, row.year, row.version): row for row in register.decisions()}
        own = [row for row in register.submissions() if row.nis_code in _units(nis_code) and row.year == year]
    found = [(row, last.get((row.nis_code, row.year, row.version))) for row in reversed(own)]
    return [SentVersion(row, one.decision if one else RECEIVED, one.note if one else "") for row, one in found]


def questions(home: Home, nis_code: str, year: int) -> list[QueryRecord]:
    """The questions of the Steunpunt about a year, with their answers, in the order in which they were asked.

    Raises:
        HandingInError: the register cannot be read.
    """
    if not home.register_path.is_file():
        return []
    with _as_handing_in_error(), Register(home.register_path) as register:
        asked = register.queries()
    return [row for row in asked if row.nis_code in _units(nis_code) and row.year == year]


def answer(home: Home, query_id: int, text: str) -> None:
    """Answer a question of the Steunpunt.

    Raises:
        HandingInError: there is no such question, it was answered before, or the answer is empty.
    """
    with _as_handing_in_error():
        answer_query(home, query_id, text)


def _units(nis_code: str) -> set[str]:
    return {nis_code} | {unit.nis_code for unit in authority_history().units if unit.today_nis_code == nis_code}


@cache
def _processes() -> CheckingProcesses:
    return CheckingProcesses()


def _ask(what: str, path: Path, dropped: Dropped, seconds: float, **more: Any) -> dict[str, Any]:
    request = {"do": what, "path": str(path), "file_name": _shown(dropped.file_name)} | more
    try:
        found = _processes().ask(request, seconds)
    except CheckingStopped as error:
        raise HandingInError(str(error)) from error
    if "error" in found:
        raise HandingInError(found["error"])
    return found


def _shown(file_name: str) -> str:
    """What the sender calls the file, as text that can be stored and shown."""
    name = "".join(sign if sign.isprintable() else "?" for sign in file_name)
    return name[-_LONGEST_NAME:] or "bestand"


@contextmanager
def _laid_down(dropped: Dropped) -> Iterator[Path]:
    """The content as a file in a private folder, under a name of ours; all of it is gone afterwards."""
    if len(dropped.content) > MOST_MEGABYTES * 1_000_000:
        raise HandingInError(f"Dit bestand is groter dan {MOST_MEGABYTES} MB.")
    ending = next((one for one in _ENDINGS if dropped.file_name.lower().endswith(one)), "")
    with tempfile.TemporaryDirectory(prefix="inzending-") as folder:
        path = Path(folder) / f"inzending{ending}"
        path.write_bytes(dropped.content)
        yield path


@contextmanager
def _as_handing_in_error() -> Iterator[None]:
    try:
        yield
    except (ArchiveError, DecisionError, HomeError, RegisterError, TemplateError) as error:
        raise HandingInError(str(error)) from error
