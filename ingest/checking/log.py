"""Problems in the making: from a finding to a full Dutch sentence with its place."""

from __future__ import annotations

from collections import Counter

from ingest.checking.reading_rules import READING_RULE_BY_CODE
from ingest.checking.rule import Finding, Rule, Submission
from ingest.contract import Sheet
from ingest.problems import Problem

_MOST_OF_A_KIND = 100


class ProblemLog:
    """The problems of one file. Beyond a hundred of a kind they are counted and told in one sentence."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._times: Counter[tuple[str | None, ...]] = Counter()
        self._last: dict[tuple[str | None, ...], Problem] = {}

    def add(
        self,
        rule: Rule | str,
        sentence: str,
        sheet: Sheet | None = None,
        row_number: int | None = None,
        column: str | None = None,
        **details: str | None,
    ) -> None:
        """Add a problem. `column` is our name or, for a column we do not know, the header as found."""
        rule = READING_RULE_BY_CODE[rule] if isinstance(rule, str) else rule
        header = _header(sheet, column)
        problem = Problem(
            rule_code=rule.code,
            severity=rule.severity,
            message_nl=_where(sheet, row_number, header) + sentence,
            file=self._file,
            sheet=sheet.name if sheet else None,
            sheet_nl=sheet.sheet_nl if sheet else None,
            row_number=row_number,
            column_name=column if header != column else None,
            header_nl=header,
            **details,
        )
        self._keep(problem)

    def add_finding(self, rule: Rule, finding: Finding, submission: Submission) -> None:
        """Add what a rule found in a submission; the type of care and the item come from the row where not given."""
        sheet, row_number = None, None
        care_type, item = finding.care_type, finding.item
        if finding.sheet == submission.form.sheet.name:
            sheet, row_number = submission.form.sheet, submission.form.row_numbers.get(finding.column or "")
        elif finding.sheet:
            sheet = submission.tables[finding.sheet].sheet
        if sheet and finding.place is not None:
            row_number = submission.tables[sheet.name].row_numbers[finding.place]
            care_type = care_type or submission.care_type_of(sheet.name, finding.place)
            item = item or submission.item_of(sheet.name, finding.place)
        found_and_expected = {"found": finding.found, "expected": finding.expected}
        self.add(
            rule,
            finding.sentence,
            sheet,
            row_number,
            finding.column,
            care_type=care_type,
            item=item,
            **found_and_expected,
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, in the order they were found; the counted ones last."""
        return (*self._problems, *(self._counted(kind) for kind, n in self._times.items() if n > _MOST_OF_A_KIND))

    def _keep(self, problem: Problem) -> None:
        kind = (problem.rule_code, problem.sheet, problem.column_name, problem.care_type)
        self._times[kind] += 1
        if self._times[kind] <= _MOST_OF_A_KIND:
            self._problems.append(problem)
        else:
            self._last[kind] = problem

    def _counted(self, kind: tuple[str | None, ...]) -> Problem:
        last = self._last[kind]
        more = self._times[kind] - _MOST_OF_A_KIND
        where = _place_words(last.sheet_nl, None, last.header_nl)
        return Problem(
            rule_code=last.rule_code,
            severity=last.severity,
            message_nl=f"{where}: nog {more} keer hetzelfde probleem, het laatst op rij {last.row_number}.",
            file=last.file,
            sheet=last.sheet,
            sheet_nl=last.sheet_nl,
            column_name=last.column_name,
            header_nl=last.header_nl,
            care_type=last.care_type,
        )


def _header(sheet: Sheet | None, column: str | None) -> str | None:
    if sheet is None or column is None:
        return None
    return next((known.header_nl for known in sheet.columns if known.name == column), column)


def _where(sheet: Sheet | None, row_number: int | None, header: str | None) -> str:
    return f"{_place_words(sheet.sheet_nl, row_number, header)}: " if sheet else ""


def _place_words(sheet_nl: str | None, row_number: int | None, header: str | None) -> str:
    words = [f"Blad {sheet_nl}"] if sheet_nl else []
    if row_number is not None:
        words.append(f"rij {row_number}")
    if header is not None:
        words.append(f"‘{header}’")
    return ", ".join(words)
