"""The template asks what the contract asks, explains it, and is read back without a complaint about its form."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ingest.codelists import codelist, posts, seed_rows
from ingest.contract import Sheet, submission_contract
from ingest.receive import check_paths
from ingest.template.expected import hint
from ingest.template.write import TemplateError, write_template
from ingest.template_marks import EXPLANATION_SHEET, LISTS_SHEET, TOTALS_SHEET

CONTRACT = submission_contract(2025)
TABLES = [sheet for sheet in CONTRACT.sheets if sheet.layout == "table"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_template("11001", 2025, tmp_path_factory.mktemp("sjabloon") / "aartselaar.xlsx")


@pytest.fixture(scope="module")
def workbook(template: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(template)


def rules_of(page: Worksheet, column: str) -> list[str]:
    """The formulas that colour the first cell of a column below the headers."""
    ranges = page.conditional_formatting
    return [rule.formula[0] for one in ranges if str(one.sqref).startswith(f"{column}5:") for rule in one.rules]


def letter(sheet: Sheet, name: str) -> str:
    return openpyxl.utils.get_column_letter([column.name for column in sheet.asked_columns].index(name) + 1)


def test_the_sheets_are_those_of_the_contract_with_an_explanation_before_and_sums_behind(
    workbook: openpyxl.Workbook,
) -> None:
    asked = [sheet.sheet_nl for sheet in CONTRACT.sheets]
    assert workbook.sheetnames == [EXPLANATION_SHEET, *asked, TOTALS_SHEET, LISTS_SHEET]
    assert workbook[LISTS_SHEET].sheet_state == "veryHidden"
    assert workbook.active.title == "Bestuur"


@pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.name)
def test_a_table_has_its_headers_with_the_unit_right_above(workbook: openpyxl.Workbook, sheet: Sheet) -> None:
    page = workbook[sheet.sheet_nl]
    assert [cell.value for cell in page[4]] == sheet.headers
    for unit, column in zip(page[3], sheet.asked_columns, strict=True):
        assert unit.value == f"in {column.unit}" if column.unit else unit.value.startswith("(")


def test_the_form_asks_every_field_and_fills_in_what_is_known(workbook: openpyxl.Workbook) -> None:
    lines = {label.value: answer.value for label, answer in workbook["Bestuur"].iter_rows(min_row=3, max_col=2)}
    assert list(lines) == CONTRACT.sheet("authority").headers
    assert {label: answer for label, answer in lines.items() if answer is not None} == {
        "Soort gegevens": "echte cijfers", "NIS-code": "11001", "Naam bestuur": "Aartselaar", "Boekjaar": 2025,
    }  # fmt: skip


def test_the_header_is_the_one_of_the_year(tmp_path: Path) -> None:
    page = openpyxl.load_workbook(write_template("11001", 2021, tmp_path / "oud.xlsx"))["Personeel"]
    assert "Voltijdse equivalenten" in [cell.value for cell in page[4]]


@pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.name)
def test_each_cell_to_fill_in_has_a_hint_and_its_list(workbook: openpyxl.Workbook, sheet: Sheet) -> None:
    given = {str(one.sqref).split("5:")[0]: one for one in workbook[sheet.sheet_nl].data_validations.dataValidation}
    for column in sheet.asked_columns:
        found = given[letter(sheet, column.name)]
        assert column.unit is None or f"Eenheid: {column.unit}." in found.prompt
        if column.type == "code":
            assert (found.type, found.formula1) == ("list", f"lijst_{column.codelist}")
        assert (found.formula1 == "dossiernummers") == (column.reference == "locations")


def test_a_list_holds_the_words_of_its_seed(workbook: openpyxl.Workbook) -> None:
    sheet, cells = next(workbook.defined_names["lijst_function"].destinations)
    assert [cell.value for (cell,) in workbook[sheet][cells]] == list(codelist("function").labels.values())


def test_headers_are_protected_without_a_password_and_rows_can_be_filled_added_and_deleted(
    workbook: openpyxl.Workbook, template: Path
) -> None:
    for sheet in CONTRACT.sheets:
        protection = workbook[sheet.sheet_nl].protection
        assert protection.sheet
        assert protection.password is None
        assert not protection.insertRows
        assert not protection.deleteRows
    page = workbook["Personeel"]
    assert all(page.cell(row, 1).protection.locked for row in (1, 3, 4))
    assert not page.column_dimensions["A"].protection.locked
    with zipfile.ZipFile(template) as packed:
        styles = packed.read("xl/styles.xml").decode("utf-8")
    of_every_other_cell = styles.split("<cellXfs", 1)[1].split("</xf>", 1)[0]
    assert '<protection locked="0"/>' in of_every_other_cell


@pytest.mark.parametrize(
    ("sheet", "column", "formula"),
    [
        ("staff", "fte", 'IF($E5<>"",IF(ISNUMBER($E5),OR($E5<0,$E5>5000),TRUE),FALSE)'),
        ("staff", "qualified_fte", "IF(AND(ISNUMBER($F5),ISNUMBER($E5)),$F5>$E5,FALSE)"),
        ("locations", "income_tariff_places", "IF(AND(ISNUMBER($G5),ISNUMBER($F5)),$G5>$F5,FALSE)"),
        ("locations", "stopped_on", "IF(AND(ISNUMBER($I5),ISNUMBER($H5)),$I5<$H5,FALSE)"),
        ("hours", "closes_minute", "IF(AND(ISNUMBER($E5),ISNUMBER($D5)),$E5<=$D5,FALSE)"),
        ("performance", "month", 'IF($C5<>"",IF(ISNUMBER($C5),OR($C5<1,$C5>12,$C5<>INT($C5)),TRUE),FALSE)'),
        ("finance", "amount_eur", "IF(ISNUMBER($C5),$C5<0,FALSE)"),
    ],
)
def test_a_cell_is_coloured_by_the_rules_of_the_contract(
    workbook: openpyxl.Workbook, sheet: str, column: str, formula: str
) -> None:
    asked = CONTRACT.sheet(sheet)
    assert formula in rules_of(workbook[asked.sheet_nl], letter(asked, column))


def test_the_explanation_tells_every_column_post_and_indicator_in_the_words_of_the_definitions(
    workbook: openpyxl.Workbook,
) -> None:
    told = {cell.value for row in workbook[EXPLANATION_SHEET].iter_rows() for cell in row}
    assert {column.header_nl for sheet in CONTRACT.sheets for column in sheet.asked_columns} <= told
    assert {post.label_nl for post in posts()} <= told
    assert {row["definition_nl"] for row in (*seed_rows("posts"), *seed_rows("indicators"))} <= told
    assert f"Versie van het sjabloon: {CONTRACT.version}." in told


def test_no_hint_is_longer_than_excel_accepts() -> None:
    for sheet in CONTRACT.sheets:
        for column in sheet.asked_columns:
            assert len(hint(sheet, column)) <= 255, column.name
            assert len(column.header_nl) <= 32 or sheet.layout == "form", column.name


def test_nothing_is_in_the_workbook_that_makes_excel_repair_it(template: Path) -> None:
    with zipfile.ZipFile(template) as packed:
        parts = {name: packed.read(name).decode("utf-8") for name in packed.namelist() if name.endswith(".xml")}
    validations = [
        found for part in parts.values() for found in re.findall(r"<dataValidation .*?</dataValidation>", part)
    ]
    assert validations
    for found in validations:
        assert all(len(text) <= 255 for text in re.findall(r'<formula1>(.*?)</formula1>|prompt="(.*?)"', found)[0])
    names = re.findall(r'<definedName name="(.*?)"', parts["xl/workbook.xml"])
    assert len(names) == len(set(names))
    assert not any(name.startswith(("xl/externalLinks", "xl/vbaProject")) for name in parts)


def test_handed_in_as_it_is_the_workbook_is_refused_for_its_answers_and_nothing_else(template: Path) -> None:
    (checked,) = check_paths([template])
    assert checked.kind == "submission"
    assert checked.is_refused
    assert {problem.sheet for problem in checked.problems} == {"authority"}
    assert all("Niet ingevuld" in problem.message_nl for problem in checked.problems)
    assert {problem.rule_code for problem in checked.problems} == {"empty_answer", "nothing_declared"}


def test_a_code_that_no_longer_exists_is_refused_with_what_it_became(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"In 2025 bestond er geen bestuur .*'44001'.*Aalter \(44084\)"):
        write_template("44001", 2025, tmp_path / "aalter.xlsx")


def test_an_unknown_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="geen bestuur met NIS-code '99999'"):
        write_template("99999", 2025, tmp_path / "niets.xlsx")
