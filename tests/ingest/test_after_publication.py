"""One round after a publication: a new version, a reason, corrections and a question, and what then is published.

All of it happens in a copy of the small warehouse, which is then built once more; each test looks at one side of it.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from ingest.archive import archived_file
from ingest.correct import Why, correct
from ingest.decide import accept, query
from ingest.home import Home
from ingest.places import place_of
from ingest.publication_changes import compare_publications
from ingest.publications import make_current
from ingest.publish import build
from ingest.receive import load_paths
from ingest.register import Register
from ingest.remarks import answer_query, give_reason
from ingest.version_changes import changes_between
from ingest.version_figures import moved_figures

YEAR = 2025
RENEWED, EXPLAINED, CORRECTED, ESTIMATED, ASKED = "renewed", "explained", "corrected", "estimated", "asked"
A_ROW = """
    select any_value(nis_code), min(row_number) from staging.stg_submission__finance
    where year = 2025 and post = 'rent' and amount_eur > 0 and care_type = 'group'
        and nis_code in (select nis_code from marts.fct_submissions where year = 2025 and version = 1)
        and nis_code in (
            select nis_code from marts.fct_indicator_values
            where year = 2025 and care_type = 'group' and indicator_code = 'cost_per_place' and status = 'reported'
        )
    group by nis_code order by nis_code
"""
A_QUESTION = """
    select nis_code, rule_code from marts.fct_problems
    where year = 2025 and severity = 'blocking' and is_published order by nis_code limit 1
"""


@dataclass(frozen=True)
class Round:
    """The home after the second publication, and who did what."""

    home: Home
    who: dict[str, str]
    rows: dict[str, int]

    def ask(self, question: str, **parameters: Any) -> list[tuple]:
        with duckdb.connect(str(self.home.current.resolve()), read_only=True) as connection:
            return connection.execute(question, parameters).fetchall()


def a_copy(warehouse: Home, home: Home) -> Home:
    """The same home elsewhere, with only its current publication."""
    shutil.copytree(warehouse.path, home.path, symlinks=True, ignore=shutil.ignore_patterns("demo"))
    make_current(home, 1)
    return home


def hand_in_again(home: Home, nis_code: str, row: int, folder: Path) -> None:
    """The same workbook with one amount doubled, as a new version."""
    with Register(home.register_path) as register:
        file = next(one.file for one in register.submissions() if (one.nis_code, one.year) == (nis_code, YEAR))
    workbook = openpyxl.load_workbook(archived_file(home, file.archived_name))
    cell = workbook["Financiën"].cell(row, 3)
    cell.value = cell.value * 2
    workbook.save(folder / "nieuw.xlsx")
    (report,) = load_paths(home, [folder / "nieuw.xlsx"], received_on=date(2026, 4, 1), workers=1).files
    assert report.version == 2, report


@pytest.fixture(scope="module")
def after(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Round:
    folder = tmp_path_factory.mktemp("after")
    home = a_copy(small_warehouse, Home(folder / "home"))
    before = Round(home, {}, {})
    explained, rule = before.ask(A_QUESTION)[0]
    free = [row for row in before.ask(A_ROW) if row[0] != explained]
    who = dict(zip((RENEWED, CORRECTED, ESTIMATED, ASKED), (row[0] for row in free), strict=False))
    rows = dict(zip((RENEWED, CORRECTED, ESTIMATED, ASKED), (row[1] for row in free), strict=False))
    hand_in_again(home, who[RENEWED], rows[RENEWED], folder)
    accept(home, who[RENEWED], YEAR, "nieuwe telling")
    give_reason(home, explained, YEAR, "nieuwe locatie geopend", rule_code=rule)
    accept(home, explained, YEAR)
    for name, is_estimate in ((CORRECTED, False), (ESTIMATED, True)):
        why = Why("komma vergeten", "financieel directeur", is_estimate=is_estimate)
        correct(home, who[name], YEAR, "Financiën", rows[name], "Bedrag", "1.234,50", why)
    place = place_of(YEAR, "Financiën", rows[ASKED], "Bedrag")
    answer_query(home, query(home, who[ASKED], YEAR, "Klopt dit bedrag?", place), "ja, zie de rekening")
    query(home, who[ASKED], YEAR, "En het geheel?", place_of(YEAR, indicator="cost_per_place"))
    report = build(home, note="tweede ronde")
    assert report.is_published, [report.error, *report.failures]
    return Round(home, who | {EXPLAINED: explained}, rows)


COST = """
    select status, numerator from marts.fct_indicator_values
    where year = 2025 and care_type = 'group' and indicator_code = 'cost_per_place' and nis_code = $nis
"""


def test_a_correction_takes_the_place_of_the_cell_and_of_nothing_else(after: Round) -> None:
    ((old, applied, state),) = after.ask(
        "select cast(old_value as double), is_applied, state from marts.fct_cell_corrections where nis_code = $nis",
        nis=after.who[CORRECTED],
    )
    ((status, cost),) = after.ask(COST, nis=after.who[CORRECTED])
    with duckdb.connect(str(after.home.publications / "opvangspiegel_1.duckdb"), read_only=True) as connection:
        ((_, cost_before),) = connection.execute(COST, {"nis": after.who[CORRECTED]}).fetchall()

    assert (applied, state, status) == (True, "applied", "reported")
    assert float(cost) == pytest.approx(float(cost_before) - old + 1234.5)


def test_what_rests_on_an_estimate_of_the_steunpunt_is_estimated(after: Round) -> None:
    assert after.ask(COST, nis=after.who[ESTIMATED])[0][0] == "estimated"


def test_a_reason_that_is_accepted_settles_the_question(after: Round) -> None:
    found = after.ask(
        "select is_answered, is_settled, reason_nl from marts.fct_problems"
        " where nis_code = $nis and year = 2025 and severity = 'blocking' and is_answered",
        nis=after.who[EXPLAINED],
    )
    n_held = """
        select count(*) from intermediate.int_problem_scopes
        where unit_nis_code = $nis and year = 2025 and status_rank = 5
    """

    assert set(found) == {(True, True, "nieuwe locatie geopend")}
    assert after.ask(n_held, nis=after.who[EXPLAINED])[0][0] == 0


def test_a_question_stands_beside_its_place_and_its_answer(after: Round) -> None:
    found = after.ask(
        "select sheet, row_number, column_name, indicator_code, text_nl, answer_nl, is_open"
        " from marts.fct_queries order by query_id"
    )

    assert found == [
        ("finance", after.rows[ASKED], "amount_eur", None, "Klopt dit bedrag?", "ja, zie de rekening", False),
        (None, None, None, "cost_per_place", "En het geheel?", None, True),
    ]
    assert after.ask(
        "select status, n_open_queries from marts.fct_submissions where nis_code = $nis and year = 2025",
        nis=after.who[ASKED],
    ) == [("queried", 1)]


def test_the_public_list_says_which_figures_changed_and_why(after: Round) -> None:
    causes = after.ask("select distinct nis_code, year, cause, from_version, to_version from marts.fct_corrections")
    ((why, number, moved),) = after.ask(
        "select why_nl, publication_number, n_moved from marts.fct_corrections"
        " where nis_code = $nis and care_type = 'group' and indicator_code = 'cost_per_place'",
        nis=after.who[RENEWED],
    )

    assert {row[0]: row[1:] for row in causes} == {
        after.who[RENEWED]: (2025, "new_version", 1, 2),
        after.who[CORRECTED]: (2025, "cell_correction", 1, 1),
        after.who[ESTIMATED]: (2025, "cell_correction", 1, 1),
        after.who[EXPLAINED]: (2025, "decision", 1, 1),
        after.who[ASKED]: (2025, "decision", 1, 1),
    }
    assert (why, number) == ("nieuwe telling", 2)
    assert moved > 0


def test_two_publications_differ_in_the_listed_figures_and_in_those_that_came_new(after: Round) -> None:
    changes = compare_publications(after.home)
    listed = after.ask("select nis_code, year, care_type, indicator_code from marts.fct_corrections")
    shown_before = {
        (one.nis_code, one.year, one.care_type, one.indicator_code)
        for one in changes.figures
        if one.old_value is not None
    }

    assert (changes.from_number, changes.to_number) == (1, 2)
    assert shown_before == set(listed)


def test_the_cells_that_changed_between_versions_are_named(after: Round) -> None:
    changes = changes_between(after.home, after.who[RENEWED], YEAR)
    (cell,) = changes.cells

    assert (changes.from_version, changes.to_version) == (1, 2)
    assert (cell.kind, cell.sheet_nl, cell.new_row, cell.header_nl) == (
        "changed", "Financiën", after.rows[RENEWED], "Bedrag",
    )  # fmt: skip
    assert float(cell.new or 0) == 2 * float(cell.old or 0) > 0


def test_a_version_tells_which_published_figures_it_would_move_and_how_far(after: Round) -> None:
    nis_code = after.who[RENEWED]
    listed = after.ask(
        "select indicator_code, care_type, new_value, old_value from marts.fct_corrections"
        " where nis_code = $nis and year = 2025 and new_value is not null and old_value is not null",
        nis=nis_code,
    )
    back_to_the_first = {
        (one.indicator_code, one.care_type): (one.published_value, one.value)
        for one in moved_figures(after.home, nis_code, YEAR, 1)
    }

    assert listed
    for indicator, care_type, published, before in listed:
        assert back_to_the_first[indicator, care_type] == (pytest.approx(published), pytest.approx(before))
    assert moved_figures(after.home, nis_code, YEAR, 2) == ()


def test_each_version_stays_in_the_list_with_its_own_state(after: Round) -> None:
    found = after.ask(
        "select version, status, is_published, decision_note_nl from marts.fct_submission_versions"
        " where nis_code = $nis and year = 2025 order by version",
        nis=after.who[RENEWED],
    )

    assert [row[:3] for row in found] == [(1, "accepted", False), (2, "accepted", True)]
    assert found[1][3] == "nieuwe telling"
