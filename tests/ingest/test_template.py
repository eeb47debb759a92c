"""The empty workbook asks what the contract asks, and is read back without a complaint about its form."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ingest.contract import submission_contract
from ingest.receive import check_paths
from ingest.template import TemplateError, write_template


@pytest.fixture
def workbook_of_aartselaar(tmp_path: Path) -> Path:
    return write_template("11001", 2025, tmp_path / "aartselaar.xlsx")


def test_every_sheet_of_the_contract_is_there_with_its_headers(workbook_of_aartselaar: Path) -> None:
    workbook = openpyxl.load_workbook(workbook_of_aartselaar)
    contract = submission_contract(2025)

    assert workbook.sheetnames == [sheet.sheet_nl for sheet in contract.sheets]
    for sheet in contract.sheets:
        page = workbook[sheet.sheet_nl]
        cells = [row[0] for row in page.iter_rows()] if sheet.layout == "form" else page[1]
        assert [cell.value for cell in cells] == [column.header_nl for column in sheet.asked_columns]


def test_what_is_known_of_the_authority_is_filled_in(workbook_of_aartselaar: Path) -> None:
    page = openpyxl.load_workbook(workbook_of_aartselaar)["Bestuur"]
    answers = {label.value: answer.value for label, answer in page.iter_rows(max_col=2)}

    assert answers["NIS-code"] == "11001"
    assert answers["Naam bestuur"] == "Aartselaar"
    assert answers["Boekjaar"] == 2025
    assert answers["Soort gegevens"] == "echte cijfers"


def test_a_unit_stands_beside_each_header_that_has_one(workbook_of_aartselaar: Path) -> None:
    page = openpyxl.load_workbook(workbook_of_aartselaar)["Locaties"]
    notes = {cell.value: cell.comment.text for cell in page[1]}

    assert "Eenheid: plaatsen" in notes["Vergunde plaatsen"]
    assert "T0 / T1 / T2A / T2B / T3" in notes["Subsidietrap"]
    assert "Mag leeg blijven" in notes["Stopdatum"]


def test_the_header_is_the_one_of_the_year(tmp_path: Path) -> None:
    page = openpyxl.load_workbook(write_template("11001", 2021, tmp_path / "oud.xlsx"))["Personeel"]

    assert "Voltijdse equivalenten" in [cell.value for cell in page[1]]


def test_handed_in_as_it_is_the_workbook_is_refused_for_its_answers_and_nothing_else(
    workbook_of_aartselaar: Path,
) -> None:
    (checked,) = check_paths([workbook_of_aartselaar])

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
