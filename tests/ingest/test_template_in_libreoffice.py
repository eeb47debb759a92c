"""The template, filled in and saved with LibreOffice: the figures come back, and its formulas tell right from wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from ingest.checked import CheckedFile
from ingest.submission import check_submission
from ingest.template.write import write_template
from tests.ingest.libreoffice import saved_by_libreoffice
from tests.ingest.workbook_builder import CARE, Row, Sheets, build_workbook, minimal_submission

HEADER_ROW, FIRST_ROW, FIRST_SPARE_COLUMN = 4, 5, 30
# A row with one thing wrong or lacking, and the cell that must change colour because of it.
WRONG: list[tuple[str, Row, str]] = [
    ("Locaties", {"IKT-plaatsen": 31}, "IKT-plaatsen"),
    ("Locaties", {"Stopdatum": dt.date(2009, 1, 1)}, "Stopdatum"),
    ("Locaties", {"Type opvang": "Crèche"}, "Type opvang"),
    ("Locaties", {"Vergunde plaatsen": None}, "Vergunde plaatsen"),
    ("Personeel", {"VTE": "zeven"}, "VTE"),
    ("Personeel", {"VTE": -1.0}, "VTE"),
    ("Personeel", {"Gekwalificeerde VTE": 7.5}, "Gekwalificeerde VTE"),
    ("Personeel", {"Functie": "onthaalouder sui generis"}, "VTE"),
    ("Personeel", {"Personen": 1.5}, "Personen"),
    ("Personeel jaar", {"Ziektedagen": None}, "Ziektedagen"),
    ("Financiën", {"Type opvang": CARE["family"], "Bedrag": -5.0}, "Bedrag"),
    ("Financiën", {"Type opvang": CARE["out_of_school"], "Post": "Totaal uitgaven", "Bedrag": 2.0}, "Bedrag"),
    ("Openingsuren", {"Sluit": dt.time(6, 0)}, "Sluit"),
    ("Openingsuren", {"Dossiernummer": "G-9"}, "Dossiernummer"),
    ("Prestaties", {"Maand": 13}, "Maand"),
    ("VIA", {"Datum": "gisteren"}, "Datum"),
]


@dataclass(frozen=True)
class Saved:
    """What LibreOffice saved: the template filled in, and one with the formulas of the colours written out."""

    filled: Path
    coloured: Path
    n_right: dict[str, int]
    columns: dict[tuple[str, str], list[int]]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    folder = tmp_path_factory.mktemp("libreoffice")
    template = write_template("11001", 2024, folder / "leeg.xlsx")
    filled = openpyxl.load_workbook(template)
    fill_in(filled, minimal_submission())
    filled.save(folder / "ingevuld.xlsx")
    coloured = openpyxl.load_workbook(template)
    sheets = minimal_submission()
    n_right = {name: len(rows) for name, rows in sheets.items()}
    for name, changes, _ in WRONG:
        sheets[name].append({**sheets[name][0], **changes})
    fill_in(coloured, sheets)
    columns = write_out_colours(coloured, sheets)
    coloured.save(folder / "kleuren.xlsx")
    paths = saved_by_libreoffice([folder / "ingevuld.xlsx", folder / "kleuren.xlsx"], folder)
    return Saved(paths[0], paths[1], n_right, columns)


def fill_in(workbook: openpyxl.Workbook, sheets: Sheets) -> None:
    """Type the answers in the cells of the template."""
    for line in workbook["Bestuur"].iter_rows(min_row=3, max_col=2):
        line[1].value = sheets["Bestuur"][0].get(line[0].value)
    for name, rows in ((name, rows) for name, rows in sheets.items() if name != "Bestuur"):
        page = workbook[name]
        headers = [cell.value for cell in page[HEADER_ROW]]
        for number, row in enumerate(rows, start=FIRST_ROW):
            for header, value in row.items():
                page.cell(number, headers.index(header) + 1).value = value


def write_out_colours(workbook: openpyxl.Workbook, sheets: Sheets) -> dict[tuple[str, str], list[int]]:
    """Write the formula behind each colour in spare cells of its row; give the columns by sheet and header."""
    columns: dict[tuple[str, str], list[int]] = {}
    for name, rows in ((name, rows) for name, rows in sheets.items() if name != "Bestuur"):
        page = workbook[name]
        for spare, (header, formula) in enumerate(colours_of(page), start=FIRST_SPARE_COLUMN):
            columns.setdefault((name, header), []).append(spare)
            origin = f"{get_column_letter(spare)}{FIRST_ROW}"
            for number in range(FIRST_ROW, FIRST_ROW + len(rows)):
                target = f"{get_column_letter(spare)}{number}"
                page[target] = Translator(f"={formula}", origin).translate_formula(target)
    return columns


def colours_of(page: Worksheet) -> Iterator[tuple[str, str]]:
    for one in page.conditional_formatting:
        place = str(one.sqref).split(":")[0].rstrip("0123456789")
        for rule in one.rules:
            yield page[f"{place}{HEADER_ROW}"].value, rule.formula[0]


def outcomes(saved: Saved, sheet: str, row: int) -> dict[str, list[Any]]:
    """What the formulas of each column say of a row, as LibreOffice computed them."""
    cells = (
        CalamineWorkbook.from_path(saved.coloured).get_sheet_by_name(sheet).to_python(skip_empty_area=False)[row - 1]
    )
    return {
        header: [cells[spare - 1] for spare in spares]
        for (name, header), spares in saved.columns.items()
        if name == sheet
    }


def figures(checked: CheckedFile) -> dict[str, list[dict[str, Any]]]:
    """Every value that was read, without the number of its row."""
    rows = {name: table.to_pylist() for name, table in checked.tables.items()}
    return {
        name: [{key: value for key, value in row.items() if key != "row_number"} for row in found]
        for name, found in rows.items()
    }


def test_what_is_typed_in_the_template_and_saved_is_read_as_the_same_figures(saved: Saved, tmp_path: Path) -> None:
    checked = check_submission(saved.filled)
    assert checked.problems == ()
    assert figures(checked) == figures(check_submission(build_workbook(tmp_path / "zo.xlsx", minimal_submission())))


def test_the_sums_are_those_of_what_was_typed(saved: Saved) -> None:
    lines = CalamineWorkbook.from_path(saved.filled).get_sheet_by_name("Totalen").to_python()
    sums = {tuple(line[:4]): line[5] for line in lines[2:]}
    assert sums["Locaties", "Vergunde plaatsen", "Groepsopvang", "alle rijen"] == 30
    assert sums["Personeel", "VTE", "Groepsopvang", "alle rijen"] == 8
    assert sums["Financiën", "Bedrag", "Groepsopvang", "uitgaven"] == 450000
    assert sums["Prestaties", "Aanwezig", "Groepsopvang", "alle rijen"] == 12 * 450
    assert sums["Prestaties", "Aanwezig", "Gezinsopvang", "alle rijen"] == 0


def test_the_lists_the_colours_and_the_protection_survive(saved: Saved) -> None:
    workbook = openpyxl.load_workbook(saved.filled)
    page = workbook["Personeel"]
    assert page.protection.sheet
    assert "lijst_function" in {one.formula1 for one in page.data_validations.dataValidation}
    assert list(colours_of(page))
    assert workbook["Keuzelijsten"].sheet_state != "visible"
    assert page["A4"].protection.locked
    assert not page["A5"].protection.locked


@pytest.mark.parametrize("sheet", sorted({sheet for sheet, _, _ in WRONG}))
def test_what_is_right_has_no_colour(saved: Saved, sheet: str) -> None:
    for row in range(FIRST_ROW, FIRST_ROW + saved.n_right[sheet]):
        assert {value for values in outcomes(saved, sheet, row).values() for value in values} == {False}


@pytest.mark.parametrize("position", range(len(WRONG)), ids=lambda position: f"{WRONG[position][0]}-{position}")
def test_what_is_wrong_or_lacking_changes_colour(saved: Saved, position: int) -> None:
    sheet, _, header = WRONG[position]
    before = sum(other == sheet for other, _, _ in WRONG[:position])
    row = FIRST_ROW + saved.n_right[sheet] + before
    assert True in outcomes(saved, sheet, row)[header]
