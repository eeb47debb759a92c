"""A template begins where last year ended: the rows are there, the figures stand beside, and none is an answer yet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from ingest.contract import submission_contract
from ingest.decide import accept
from ingest.home import Home
from ingest.receive import load_paths
from ingest.submission import check_submission
from ingest.template.carried import Earlier, is_carried_over
from ingest.template.earlier import earlier_answers
from ingest.template.write import write_template
from tests.ingest.mistakes import put
from tests.ingest.workbook_builder import build_workbook, minimal_submission


def received(home: Home, folder: Path, name: str = "aartselaar", **answers: object) -> None:
    sheets = minimal_submission(**{key: value for key, value in answers.items() if key != "nis"})
    if "nis" in answers:
        sheets["Bestuur"][0]["NIS-code"] = answers["nis"]
    load_paths(home, [build_workbook(folder / f"{name}.xlsx", sheets)], workers=1)


@pytest.fixture
def last_year(home: Home, tmp_path: Path) -> Earlier:
    received(home, tmp_path)
    accept(home, "11001", 2024)
    found = earlier_answers(home, "11001", 2025)
    assert found is not None
    return found


@pytest.fixture
def workbook(last_year: Earlier, tmp_path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(write_template("11001", 2025, tmp_path / "2025.xlsx", last_year))


def row_of(workbook: openpyxl.Workbook, sheet: str, row: int) -> dict[str, object]:
    headers, cells = workbook[sheet][4], workbook[sheet][row]
    return {header.value: cell.value for header, cell in zip(headers, cells, strict=True)}


def test_a_location_is_there_with_everything_but_its_places(workbook: openpyxl.Workbook) -> None:
    assert row_of(workbook, "Locaties", 5) == {
        "Dossiernummer": "G-1", "Naam locatie": "Locatie G-1", "KBO-nummer organisator": None,
        "Type opvang": "Groepsopvang", "Subsidietrap": "T2B", "Vergunde plaatsen": None, "IKT-plaatsen": None,
        "Startdatum": dt.datetime.fromisoformat("2010-09-01"), "Stopdatum": None,
        "Boekjaar 2024: Vergunde plaatsen": 30, "Boekjaar 2024: IKT-plaatsen": 24,
    }  # fmt: skip


def test_rows_say_what_they_are_about_and_show_last_years_figures_beside(workbook: openpyxl.Workbook) -> None:
    assert row_of(workbook, "Financiën", 6) == {
        "Type opvang": "Groepsopvang", "Post": "Personeel: niet vast benoemd", "Bedrag": None,
        "Boekjaar 2024: Bedrag": 300000,
    }  # fmt: skip
    hours = row_of(workbook, "Openingsuren", 9)
    assert (hours["Weekdag"], hours["Open"], hours["Sluit"]) == ("vrijdag", dt.time(7, 0), None)
    assert (hours["Boekjaar 2024: Sluit"], hours["Boekjaar 2024: Open dagen per jaar"]) == (dt.time(18, 30), 46)


def test_no_figure_is_filled_in(workbook: openpyxl.Workbook) -> None:
    for sheet in (one for one in submission_contract(2025).sheets if one.layout == "table"):
        figures = [column.header_nl for column in sheet.asked_columns if not is_carried_over(sheet, column)]
        for row in range(5, 20):
            assert all(row_of(workbook, sheet.sheet_nl, row)[header] is None for header in figures)


def test_movements_of_money_do_not_come_back(workbook: openpyxl.Workbook) -> None:
    assert [cell.value for cell in workbook["VIA"][5]] == [None] * 7


def test_answers_of_the_form_stand_beside_and_the_mailbox_is_filled_in(workbook: openpyxl.Workbook) -> None:
    lines = {line[0].value: [cell.value for cell in line] for line in workbook["Bestuur"].iter_rows(min_row=3)}
    assert lines["Huur aangerekend"][1::2] == [None, "nee"]
    assert lines["Functionele mailbox"][1] == "kinderopvang@aartselaar.example.be"
    assert lines["Soort gegevens"][1] == "demogegevens (verzonnen cijfers)"


def test_the_sums_of_last_year_stand_beside_those_of_this_year(workbook: openpyxl.Workbook) -> None:
    sums = {tuple(row[:4]): row[5:] for row in workbook["Totalen"].iter_rows(min_row=3, values_only=True)}
    assert sums["Personeel", "VTE", "Groepsopvang", "alle rijen"][1] == 8
    assert sums["Financiën", "Bedrag", "Groepsopvang", "uitgaven"][1] == 450000
    assert sums["Financiën", "Bedrag", "Groepsopvang", "ontvangsten"][1] == 400000
    assert sums["Personeel", "VTE", "Gezinsopvang", "alle rijen"][1] is None


def test_what_is_shown_beside_is_never_read_as_an_answer(last_year: Earlier, tmp_path: Path) -> None:
    checked = check_submission(write_template("11001", 2025, tmp_path / "2025.xlsx", last_year))
    assert {problem.rule_code for problem in checked.problems} == {"empty_answer", "empty_cell", "nothing_declared"}


def test_a_row_of_which_only_last_years_figures_are_left_is_no_row(last_year: Earlier, tmp_path: Path) -> None:
    path = write_template("11001", 2025, tmp_path / "2025.xlsx", last_year)
    workbook = openpyxl.load_workbook(path)
    for place in range(1, 5):
        workbook["Personeel jaar"].cell(5, place).value = None
    workbook.save(path)
    assert "staff_year" not in {problem.sheet for problem in check_submission(path).problems}


def test_a_name_that_looks_like_a_formula_stays_text(home: Home, tmp_path: Path) -> None:
    sheets = minimal_submission()
    put("Locaties", 1, "Naam locatie", '=HYPERLINK("http://x.example")')(sheets)
    load_paths(home, [build_workbook(tmp_path / "a.xlsx", sheets)], workers=1)
    accept(home, "11001", 2024)
    path = write_template("11001", 2025, tmp_path / "2025.xlsx", earlier_answers(home, "11001", 2025))
    cell = openpyxl.load_workbook(path)["Locaties"]["B5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == ('=HYPERLINK("http://x.example")', "s", None)


def test_only_what_was_accepted_counts(home: Home, tmp_path: Path) -> None:
    assert earlier_answers(home, "11001", 2025) is None
    received(home, tmp_path)
    assert earlier_answers(home, "11001", 2025) is None
    accept(home, "11001", 2024)
    assert earlier_answers(home, "11001", 2024) is None
    assert earlier_answers(home, "11002", 2025) is None
    assert earlier_answers(home, "11001", 2027) is not None


def test_after_a_merger_the_rows_of_all_parts_are_there_and_figures_about_the_same_are_added_up(
    home: Home, tmp_path: Path
) -> None:
    received(home, tmp_path, "galmaarden", nis="23023", Naam_bestuur="Galmaarden")
    received(home, tmp_path, "gooik", nis="23024", Naam_bestuur="Gooik", Personeel=_two_vte_of_caregivers())
    accept(home, all_receivable=True)
    found = earlier_answers(home, "23106", 2025)
    assert found is not None
    assert found.names == ("Galmaarden", "Gooik")
    fte = {row["function"]: row["fte"] for row in found.rows["staff"]}
    assert fte == {"caregiver": 9, "lead": 1}


def _two_vte_of_caregivers() -> list[dict[str, object]]:
    sheets = minimal_submission()
    put("Personeel", 1, "VTE", 2.0)(sheets)
    put("Personeel", 1, "Gekwalificeerde VTE", 1.0)(sheets)
    return sheets["Personeel"][:1]


def test_a_location_that_stopped_does_not_come_back(home: Home, tmp_path: Path) -> None:
    sheets = minimal_submission()
    put("Locaties", 1, "Stopdatum", dt.date(2024, 8, 31))(sheets)
    load_paths(home, [build_workbook(tmp_path / "a.xlsx", sheets)], workers=1)
    accept(home, "11001", 2024)
    found = earlier_answers(home, "11001", 2025)
    assert found is not None
    assert (found.rows["locations"], found.rows["hours"]) == ([], [])
    assert len(found.rows["staff"]) == 2
