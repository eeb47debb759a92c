"""Problems in the order in which they are mended: per sheet, the worst first, each kind once with its advice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ingest.checking.rules import ALL_RULES
from ingest.codelists import codelist
from ingest.contract import submission_contract
from ingest.problems import Problem, Severity

_RULES = {rule.code: rule for rule in ALL_RULES}
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The problems of one kind on one sheet; the texts are empty for what is no rule of a submission."""

    rule_code: str
    explanation_nl: str
    mend_nl: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """The problems of one severity on one sheet."""

    severity: Severity
    label_nl: str
    rules: tuple[RuleGroup, ...]

    @property
    def n_problems(self) -> int:
        """How many problems there are in the group."""
        return sum(len(rule.problems) for rule in self.rules)


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """The problems of one sheet; `sheet_nl` is None for what is about the file as a whole."""

    sheet_nl: str | None
    severities: tuple[SeverityGroup, ...]

    @property
    def n_problems(self) -> int:
        """How many problems there are in the group."""
        return sum(severity.n_problems for severity in self.severities)


def grouped_problems(problems: Iterable[Problem]) -> tuple[SheetGroup, ...]:
    """Group problems by sheet (in the order of the contract, the whole file first), severity and rule."""
    sheets = [sheet.sheet_nl for sheet in submission_contract().sheets]
    by_sheet = _grouped(problems, lambda problem: problem.sheet_nl)
    order = sorted(by_sheet, key=lambda name: -1 if name is None else sheets.index(name) if name in sheets else 99)
    return tuple(SheetGroup(name, _by_severity(by_sheet[name])) for name in order)


def mend_nl(rule_code: str) -> str:
    """Give how what a rule finds is mended, in one Dutch sentence; empty for what is no rule of a submission."""
    return _RULES[rule_code].mend_nl if rule_code in _RULES else ""


def _by_severity(problems: list[Problem]) -> tuple[SeverityGroup, ...]:
    by_severity = _grouped(problems, lambda problem: problem.severity)
    labels = codelist("severity").labels
    present = [severity for severity in Severity if severity in by_severity]
    return tuple(SeverityGroup(one, labels[one], _by_rule(by_severity[one])) for one in present)


def _by_rule(problems: list[Problem]) -> tuple[RuleGroup, ...]:
    by_rule = _grouped(problems, lambda problem: problem.rule_code)
    return tuple(
        RuleGroup(code, _RULES[code].explanation_nl if code in _RULES else "", mend_nl(code), tuple(found))
        for code, found in by_rule.items()
    )


def _grouped(problems: Iterable[Problem], key: Callable[[Problem], _Key]) -> dict[_Key, list[Problem]]:
    groups: dict[_Key, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(key(problem), []).append(problem)
    return groups
