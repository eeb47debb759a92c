"""The sums that the template shows are held against what was read: a difference is told once, and only as news."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.contract import submission_contract
from ingest.problems import Problem
from ingest.submission import check_submission
from ingest.template_totals import totals
from tests.ingest.mistakes import Mistake, put, total_of_fte
from tests.ingest.workbook_builder import CARE, build_workbook, minimal_submission


def told(folder: Path, *mistakes: Mistake) -> list[Problem]:
    sheets = minimal_submission()
    for mistake in mistakes:
        mistake(sheets)
    problems = check_submission(build_workbook(folder / "aartselaar.xlsx", sheets)).problems
    return [problem for problem in problems if problem.rule_code == "total_differs"]


def spent(shown: float) -> Mistake:
    words = {"Blad": "Financiën", "Kolom": "Bedrag", "Type opvang": CARE["group"], "Welke rijen": "uitgaven"}
    return lambda sheets: sheets.update({"Totalen": [{**words, "Eenheid": "euro", "Som": shown}]})


def test_the_sum_of_the_posts_leaves_out_the_control_totals(tmp_path: Path) -> None:
    assert told(tmp_path, spent(450000.0)) == []
    (problem,) = told(tmp_path, spent(450000.5))
    assert (problem.sheet, problem.column_name, problem.care_type) == ("finance", "amount_eur", "group")
    assert "de som voor groepsopvang (uitgaven) 450000,5, maar wij lezen samen 450000" in problem.message_nl


def test_a_number_that_excel_takes_for_text_is_found(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, put("Financiën", 3, "Bedrag", "40.000,00"), spent(410000.0))
    assert (problem.found, problem.expected) == ("410000", "450000")


@pytest.mark.parametrize(
    "mistake", [put("Personeel", 1, "VTE", "zeven"), put("Personeel", 1, "Functie", None)], ids=["cell", "row"]
)
def test_a_sum_over_what_was_refused_is_not_told_again(tmp_path: Path, mistake: Mistake) -> None:
    assert told(tmp_path, mistake, total_of_fte(1.0)) == []


def test_a_sum_that_was_never_computed_says_nothing(tmp_path: Path) -> None:
    sheets = minimal_submission()
    total_of_fte(1.0)(sheets)
    sheets["Totalen"][0]["Som"] = None
    problems = check_submission(build_workbook(tmp_path / "a.xlsx", sheets)).problems
    assert problems == ()


def test_there_is_a_sum_for_every_figure_that_names_its_type_of_care_except_movements_of_money() -> None:
    summed = {(total.sheet.name, total.column.name) for total in totals(submission_contract(2025))}
    assert summed == {
        ("locations", "licensed_places"), ("locations", "income_tariff_places"),
        ("staff", "persons"), ("staff", "fte"), ("staff", "qualified_fte"), ("staff", "vacant_fte"),
        ("staff_year", "contract_days"), ("staff_year", "sick_days"), ("staff_year", "leavers"),
        ("finance", "amount_eur"),
        ("performance", "present_days"), ("performance", "justified_absent_days"),
        ("performance", "unjustified_absent_days"),
    }  # fmt: skip
