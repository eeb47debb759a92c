"""Problems are shown per sheet, the worst first, and each kind once with how to mend it."""

from __future__ import annotations

from ingest.checking.rules import ALL_RULES
from ingest.problem_groups import grouped_problems, mend_nl
from ingest.problems import Problem, Severity


def problem(rule: str, severity: Severity, sheet_nl: str | None, row: int | None = None) -> Problem:
    return Problem(rule, severity, "Een zin.", sheet_nl=sheet_nl, row_number=row)


MIXED = [
    problem("empty_cell", Severity.WARNING, "VIA", 2),
    problem("not_a_number", Severity.REJECTED, "Personeel", 3),
    problem("empty_cell", Severity.WARNING, "Personeel", 2),
    problem("not_a_number", Severity.REJECTED, "Personeel", 9),
    problem("extra_sheet", Severity.WARNING, None),
]


def test_the_file_comes_first_and_then_the_sheets_in_the_order_of_the_contract() -> None:
    assert [group.sheet_nl for group in grouped_problems(MIXED)] == [None, "Personeel", "VIA"]


def test_the_worst_of_a_sheet_comes_first_and_a_kind_is_named_once() -> None:
    staff = grouped_problems(MIXED)[1]
    assert [group.label_nl for group in staff.severities] == ["cel of rij geweigerd", "opvallend"]
    (numbers,) = staff.severities[0].rules
    assert [one.row_number for one in numbers.problems] == [3, 9]
    assert numbers.mend_nl == "Typ alleen het getal in de cel, zonder woorden of eenheid."
    assert staff.n_problems == 3


def test_no_problem_is_lost() -> None:
    assert sum(group.n_problems for group in grouped_problems(MIXED)) == len(MIXED)


def test_what_is_no_rule_of_a_submission_is_grouped_without_advice() -> None:
    (group,) = grouped_problems([problem("file_unknown", Severity.FATAL, None)])
    assert group.severities[0].rules[0].mend_nl == ""


def test_every_rule_has_its_advice() -> None:
    assert all(mend_nl(rule.code) == rule.mend_nl for rule in ALL_RULES)
