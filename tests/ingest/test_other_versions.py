"""A sheet made after another version of the contract is read, and its sender hears what has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.checking.layout import match_columns
from ingest.checking.log import ProblemLog
from ingest.checking.versions import other_form
from ingest.contract import Sheet, submission_contract, submission_forms
from ingest.reading.grids import Grid
from ingest.submission import check_submission
from tests.ingest.mistakes import answer, both, rename
from tests.ingest.workbook_builder import build_workbook, minimal_submission

YEAR = submission_contract(2025).version


def changed(sheet: Sheet, name: str, **changes: object) -> Sheet:
    columns = (replace(column, **changes) if column.name == name else column for column in sheet.columns)
    return replace(sheet, columns=tuple(columns))


@pytest.fixture
def staff_years() -> Sheet:
    """Personeel jaar as version 'nieuw' asks it."""
    return submission_contract(2025).sheet("staff_year")


def test_a_template_of_before_is_read_and_what_changed_is_told(tmp_path: Path) -> None:
    sheets, old = minimal_submission(), minimal_submission()
    rename("Personeel", "VTE", "Voltijdse equivalenten")(old)
    as_before = check_submission(build_workbook(tmp_path / "oud.xlsx", old))
    as_now = check_submission(build_workbook(tmp_path / "nieuw.xlsx", sheets))
    (problem,) = as_before.problems
    assert (problem.rule_code, problem.sheet, problem.found) == ("other_version", "staff", "versie 2014.1")
    assert "vorm van versie 2014.1" in problem.message_nl
    assert "‘Voltijdse equivalenten’ heet in versie 2022.1 ‘VTE’." in problem.message_nl
    assert all(as_before.tables[name].equals(as_now.tables[name]) for name in as_now.tables)


def test_a_template_of_now_is_read_for_an_earlier_year(tmp_path: Path) -> None:
    sheets = minimal_submission(Boekjaar=2021)
    checked = check_submission(build_workbook(tmp_path / "2021.xlsx", sheets))
    (problem,) = (problem for problem in checked.problems if problem.rule_code == "other_version")
    assert "‘VTE’ heet in versie 2014.1 ‘Voltijdse equivalenten’." in problem.message_nl
    assert checked.identity is not None
    assert checked.identity.contract_version == "2014.1"


def test_the_own_form_of_a_year_is_no_other_version(tmp_path: Path) -> None:
    sheets = minimal_submission()
    both(answer("Boekjaar", 2021), rename("Personeel", "VTE", "Voltijdse equivalenten"))(sheets)
    told = check_submission(build_workbook(tmp_path / "2021.xlsx", sheets)).problems
    assert "other_version" not in {problem.rule_code for problem in told}


def test_columns_that_came_or_went_are_told_once_and_are_no_mistake(staff_years: Sheet) -> None:
    before = changed(changed(staff_years, "leavers", asked=False), "sick_days", header_nl="Dagen ziek")
    now = changed(staff_years, "contract_days", asked=False)
    log = ProblemLog("oud.xlsx")
    rows = [before.headers, ["Groepsopvang", 10.0, 2.0]]
    layout = match_columns(now, YEAR, {"oud": before, YEAR: now}, Grid("Personeel jaar", rows, [1, 2]), log)
    assert layout.places == {"care_type": 0, "sick_days": 2}
    (problem,) = log.problems
    assert problem.message_nl.endswith(
        f"Wat anders is: ‘Contractdagen’ wordt in versie {YEAR} niet gevraagd en wordt niet gelezen; "
        f"‘Dagen ziek’ heet in versie {YEAR} ‘Ziektedagen’; "
        "‘Uit dienst’ is erbij gekomen en wordt als leeg gelezen."
    )


def test_a_line_of_the_form_under_its_name_of_another_version_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = submission_contract(2024).sheet("authority")
    forms = {"oud": changed(form, "rent_charged", header_nl="Huur inbegrepen"), YEAR: form}
    monkeypatch.setattr("ingest.submission.submission_forms", lambda name: forms if name == "authority" else {})
    sheets = minimal_submission()
    sheets["Bestuur"][0]["Huur inbegrepen"] = sheets["Bestuur"][0].pop("Huur aangerekend")
    checked = check_submission(build_workbook(tmp_path / "oud.xlsx", sheets))
    assert [problem.rule_code for problem in checked.problems] == ["other_version"]
    assert checked.tables["submission_authority"].column("rent_charged").to_pylist() == [False]


def test_the_form_of_the_year_wins_where_both_are_as_near(staff_years: Sheet) -> None:
    before = changed(staff_years, "sick_days", header_nl="Dagen ziek")
    assert other_form(staff_years, {"oud": before, YEAR: staff_years}, ["Type opvang", "Contractdagen"]) is None


def test_every_version_asks_every_column_it_asks_under_one_name() -> None:
    for sheet in submission_contract().sheets:
        for form in submission_forms(sheet.name).values():
            assert len(set(form.headers)) == len(form.headers)
