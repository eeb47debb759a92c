"""Files that mean harm, or that a program made strange: each read right or refused, with the sentence that says so."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.originals import checked
from tests.ingest.mistakes import again, answer, put
from tests.ingest.test_submission_refused import rezipped
from tests.ingest.workbook_builder import Sheets, build_csv_folder, build_workbook, minimal_submission

SHEET, BOOK, STRINGS = "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
ENTITIES = b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
Make = Callable[[Path], Path]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, and the rule and words by which it is told of; no rule when it is read without a problem."""

    name: str
    make: Make
    rule: str | None = None
    words: str = ""


def part(name: str, change: Callable[[bytes], bytes]) -> Make:
    """A workbook with one part changed."""

    def make(folder: Path) -> Path:
        workbook = build_workbook(folder / "voor.xlsx", minimal_submission())
        with zipfile.ZipFile(workbook) as packed:
            changed = change(packed.read(name))
        target = folder / "inzending.xlsx"
        target.write_bytes(rezipped(workbook, {name: changed}))
        return target

    return make


def rows(cells: bytes, times: int) -> Make:
    """A workbook with rows that do not say where they stand."""
    return part(SHEET, lambda xml: xml.replace(b"</sheetData>", cells * times + b"</sheetData>"))


def added(name: str, content: bytes, suffix: str = ".xlsx") -> Make:
    """A workbook with a part more."""

    def make(folder: Path) -> Path:
        target = build_workbook(folder / f"inzending{suffix}", minimal_submission())
        with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(name, content)
        return target

    return make


def typed(mistake: Callable[[Sheets], Any]) -> Make:
    """A workbook with other cells."""

    def make(folder: Path) -> Path:
        sheets = minimal_submission()
        mistake(sheets)
        return build_workbook(folder / "inzending.xlsx", sheets)

    return make


def wide_csv(folder: Path) -> Path:
    path = build_csv_folder(folder / "csv", minimal_submission())
    (path / "VIA.csv").write_text(";".join(f"kolom {n}" for n in range(10_000)), encoding="utf-8")
    return path


def long_csv(folder: Path) -> Path:
    path = build_csv_folder(folder / "csv", minimal_submission())
    (path / "VIA.csv").write_text("a;b\n" * 1_000_000, encoding="utf-8")
    return path


def bomb_of_text(folder: Path) -> Path:
    path = folder / "bom.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Bestuur.csv", b"\n" * 60_000_000)
    return path


FILES = (
    Hostile("a zip bomb in a workbook", added("xl/media/a.bin", b"0" * 100_000_001), "too_large", "uitgepakte bestand"),
    Hostile("a zip bomb of text", bomb_of_text, "too_large", "groter dan 50 MB"),
    Hostile("an entity bomb", part(STRINGS, lambda xml: xml.replace(b"<sst", ENTITIES + b"<sst", 1).replace(
        b"Locatie G-1", b"&c;")), "unreadable_file", "beschadigd"),
    Hostile("a million rows", rows(b"<row><c><v>1</v></c></row>", 1_000_000), "too_large", "hoogstens 200.000"),
    Hostile("a million rows of CSV", long_csv, "too_large", "Aantal rijen in VIA.csv"),
    Hostile("ten thousand columns", part(SHEET, lambda xml: xml.replace(
        b"</sheetData>", b'<row r="9"><c r="NTP9"><v>1</v></c></row></sheetData>')), "too_large", "10.000"),
    Hostile("ten thousand columns of CSV", wide_csv, "too_large", "Aantal kolommen in VIA.csv"),
    Hostile("a cell with two values", part(SHEET, lambda xml: xml.replace(b"</v></c>", b"</v><v>7</v></c>", 1)),
            "unreadable_file", "beschadigd"),
    Hostile("a link to another file", added("xl/externalLinks/externalLink1.xml", b"<externalLink/>")),
    Hostile("macros", added("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0", ".xlsm")),
    Hostile("a hidden sheet", part(BOOK, lambda xml: xml.replace(b'name="VIA"', b'name="VIA" state="veryHidden"'))),
    Hostile("merged cells", part(SHEET, lambda xml: xml.replace(
        b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'))),
    Hostile("a formula with its value", part(SHEET, lambda xml: xml.replace(b"<v>30</v>", b"<f>15*2</f><v>30</v>"))),
    Hostile("a formula without its value", part(SHEET, lambda xml: xml.replace(b"<v>30</v>", b"<f>15*2</f>")),
            "formula_error", "Blad Locaties, rij 2, ‘Vergunde plaatsen’"),
    Hostile("a number as text", typed(put("Personeel", 1, "VTE", "7,0"))),
    Hostile("a number with hard spaces", typed(put("Financiën", 3, "Bedrag", "40\u00a0000,00\u00a0"))),
    Hostile("an American number", typed(put("Financiën", 3, "Bedrag", "40,000.00")), "not_a_number",
            "Bedoelde u 40000,00"),
    Hostile("a date in the American order", typed(put("VIA", 1, "Datum", "06/30/2024")), "not_a_date",
            "Blad VIA, rij 2"),
    Hostile("a NIS code as a number", typed(answer("NIS-code", 11001.0))),
    Hostile("a NIS code with a point", typed(answer("NIS-code", "11.001")), "not_a_nis_code", "11001"),
    Hostile("a label with hard spaces", typed(put("Financiën", 3, "Post", "\u00a0Voeding\u00a0"))),
    Hostile("a location twice", typed(again("Locaties", 1)), "duplicate_key", "Blad Locaties, rij 3"),
    Hostile("a moment before Excel counts", typed(put("Locaties", 1, "Startdatum", dt.date(1900, 1, 1))),
            "not_a_date", "Blad Locaties, rij 2"),
)  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_hostile_file_is_read_right_or_told_in_a_sentence(tmp_path: Path, file: Hostile) -> None:
    path = file.make(tmp_path)

    found = checked(path)

    told = [problem for problem in found.problems if problem.rule_code == file.rule]
    if file.rule is None:
        assert [problem.message_nl for problem in found.problems] == []
    else:
        assert any(file.words in problem.message_nl for problem in told), [p.message_nl for p in found.problems]


def test_a_name_inside_a_zip_never_becomes_a_path(tmp_path: Path) -> None:
    folder = build_csv_folder(tmp_path / "in" / "csv", minimal_submission())
    path = tmp_path / "in" / "inzending.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in sorted(folder.iterdir()):
            packed.write(file, f"../../{file.name}")
    before = sorted(tmp_path.rglob("*"))

    assert checked(path).problems == ()
    assert sorted(tmp_path.rglob("*")) == before
