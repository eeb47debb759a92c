"""What is found in a list, as full Dutch sentences with their place and how to mend it."""

from __future__ import annotations

from collections import Counter

from ingest.problems import Problem
from ingest.via_lists.contract import ListContract
from ingest.via_lists.rules import LIST_RULES

MOST_OF_A_KIND = 1000


class Findings:
    """The findings of one list. Beyond a thousand of a rule they are counted and told in one sentence."""

    def __init__(self, contract: ListContract, sheet_nl: str | None = None) -> None:
        self._contract = contract
        self._sheet_nl = sheet_nl
        self._problems: list[Problem] = []
        self._times: Counter[str] = Counter()

    def add(
        self,
        code: str,
        sentence: str,
        row_number: int | None = None,
        column: str | None = None,
        *,
        found: str | None = None,
        expected: str | None = None,
    ) -> None:
        """Add a finding; `sentence` leaves out the place and how to mend it, `column` is our name of it."""
        rule = LIST_RULES[code]
        self._times[code] += 1
        if self._times[code] > MOST_OF_A_KIND:
            return
        header = self._contract.column(column).header_nl if column else None
        message = f"{self._place(row_number, header)}{sentence} {rule.mend_nl}"
        self._problems.append(
            Problem(
                code, rule.severity, message, sheet=self._contract.kind, sheet_nl=self._sheet_nl, row_number=row_number,
                column_name=column, header_nl=header, found=found, expected=expected,
            )
        )  # fmt: skip

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them in the order of the rows; those about the list as a whole first, the counted ones last."""
        in_order = sorted(self._problems, key=lambda problem: problem.row_number or 0)
        return (*in_order, *(self._counted(code, n) for code, n in self._times.items() if n > MOST_OF_A_KIND))

    def _counted(self, code: str, n: int) -> Problem:
        rule = LIST_RULES[code]
        message = f"Nog {n - MOST_OF_A_KIND} keer: {rule.explanation_nl} {rule.mend_nl}"
        return Problem(code, rule.severity, message, sheet=self._contract.kind, sheet_nl=self._sheet_nl)

    def _place(self, row_number: int | None, header: str | None) -> str:
        words = [f"Blad {self._sheet_nl}"] if self._sheet_nl else []
        words += [f"rij {row_number}"] if row_number is not None else []
        words += [f"‘{header}’"] if header else []
        place = ", ".join(words)
        return f"{place[:1].upper()}{place[1:]}: " if place else ""
