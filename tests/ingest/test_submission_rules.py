"""Every rule: a valid submission passes it, and one with the mistake is told so, in the right place."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.checked import CheckedFile
from ingest.checking.rules import ALL_RULES
from ingest.contract import submission_contract
from ingest.problems import Problem, Severity
from ingest.submission import check_submission
from tests.ingest.mistakes import Mistake, answer, put, ten_times_the_staff_cost
from tests.ingest.rule_files import FAILING, PASSING, RuleFile
from tests.ingest.workbook_builder import Sheets, build_workbook, minimal_submission


def checked(folder: Path, sheets: Sheets) -> CheckedFile:
    return check_submission(build_workbook(folder / "aartselaar.xlsx", sheets))


def problems_of(folder: Path, mistake: Mistake) -> list[Problem]:
    sheets = minimal_submission()
    mistake(sheets)
    return list(checked(folder, sheets).problems)


def test_a_valid_submission_has_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, minimal_submission()).problems == ()


@pytest.mark.parametrize("file", FAILING, ids=lambda file: file.rule)
def test_a_mistake_is_told_by_its_rule_and_in_its_place(tmp_path: Path, file: RuleFile) -> None:
    told = [problem for problem in check_submission(file.write(tmp_path)).problems if problem.rule_code == file.rule]
    assert told, f"{file.rule} was not told"
    severity = next(known.severity for known in ALL_RULES if known.code == file.rule)
    assert {problem.severity for problem in told} == {severity}
    if file.place is not None:
        assert file.place in [(problem.sheet, problem.row_number, problem.column_name) for problem in told]
    assert all(problem.message_nl and "None" not in problem.message_nl for problem in told)


@pytest.mark.parametrize("file", PASSING, ids=lambda file: file.rule)
def test_what_only_just_keeps_a_rule_is_not_told_by_it(tmp_path: Path, file: RuleFile) -> None:
    assert file.rule not in {problem.rule_code for problem in check_submission(file.write(tmp_path)).problems}


def test_every_rule_has_a_file_that_fails_it_and_one_that_passes() -> None:
    codes = {rule.code for rule in ALL_RULES}
    assert {file.rule for file in FAILING} == codes
    assert {file.rule for file in PASSING} == codes


def test_every_bound_between_two_columns_of_the_contract_is_kept_by_a_rule() -> None:
    columns = ((sheet.name, column) for sheet in submission_contract().sheets for column in sheet.columns)
    bounded = {(sheet, one.name) for sheet, one in columns if one.not_above or one.not_before or one.after}
    assert len(bounded) == 4
    assert bounded <= {(file.place[0], file.place[2]) for file in FAILING if file.place}


def test_every_rule_explains_itself_once() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert len(codes) == len(set(codes))
    assert all(rule.explanation_nl.endswith(".") for rule in ALL_RULES)
    assert all(rule.mend_nl.endswith(".") for rule in ALL_RULES)


def test_only_a_fatal_problem_keeps_everything_out(tmp_path: Path) -> None:
    for number, file in enumerate(FAILING):
        (tmp_path / str(number)).mkdir()
        result = check_submission(file.write(tmp_path / str(number)))
        is_fatal = any(problem.severity is Severity.FATAL for problem in result.problems)
        assert (result.tables == {}) == is_fatal, file.rule


def test_a_merged_authority_is_told_where_it_went(tmp_path: Path) -> None:
    sheets = minimal_submission(NIS_code=None, Boekjaar=2025, Naam_bestuur="Galmaarden")
    sheets["Bestuur"][0].pop("NIS code")
    sheets["Bestuur"][0]["NIS-code"] = 23023
    (problem,) = checked(tmp_path, sheets).problems
    assert "23023 (Galmaarden) bestaat niet meer in 2025" in problem.message_nl
    assert "Pajottegem: NIS-code 23106" in problem.message_nl


def test_a_code_of_later_is_told_what_it_was_before(tmp_path: Path) -> None:
    sheets = minimal_submission(Naam_bestuur="Pajottegem")
    sheets["Bestuur"][0]["NIS-code"] = "23106"
    (problem,) = checked(tmp_path, sheets).problems
    assert "pas vanaf 2025" in problem.message_nl
    assert all(name in problem.message_nl for name in ("23023 (Galmaarden)", "23024 (Gooik)", "23032 (Herne)"))


def test_the_name_of_another_authority_is_told_with_its_own_code(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, answer("NIS-code", "11002"))
    assert "NIS-code 11002 hoort bij Antwerpen, niet bij Aartselaar" in problem.message_nl
    assert "Aartselaar heeft in 2024 NIS-code 11001" in problem.message_nl


@pytest.mark.parametrize("name", ["Stad Aartselaar", "AARTSELAAR", "Gemeente Aartselaar", "OCMW Aartselaar"])
def test_a_title_before_the_name_does_no_harm(tmp_path: Path, name: str) -> None:
    assert problems_of(tmp_path, answer("Naam bestuur", name)) == []


def test_a_factor_ten_is_told_with_the_amount_that_was_meant(tmp_path: Path) -> None:
    told = [p for p in problems_of(tmp_path, ten_times_the_staff_cost) if p.rule_code == "implausible"]
    assert "Bedoelde u € 300.000,00 in plaats van € 3.000.000,00" in told[0].message_nl
    assert (told[0].care_type, told[0].item) == ("group", "personnel_contractual")


def test_a_total_with_a_post_ten_times_too_small_is_told_which(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, put("Financiën", 3, "Bedrag", 4000.0))
    assert "Bedoelde u € 40.000,00 bij ‘Voeding’?" in problem.message_nl
    assert (problem.found, problem.expected, problem.item) == ("€ 450.000,00", "€ 414.000,00", "total_expenditure")


def test_a_total_may_be_a_euro_off(tmp_path: Path) -> None:
    assert problems_of(tmp_path, put("Financiën", 5, "Bedrag", 450001.0)) == []
    assert len(problems_of(tmp_path, put("Financiën", 5, "Bedrag", 450001.01))) == 1
