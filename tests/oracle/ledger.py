"""The VIA ledger a second time: every row of it from the raw Parquet, in exact decimals, after docs/definitions.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from tests.oracle.definitions import Definitions
from tests.oracle.parts import Parts
from tests.oracle.raw_rows import RawRow, Submission, file_key, read_rows, submissions, versions

STEPS = ("announced", "paid", "booked", "spent", "justified")


class Money(NamedTuple):
    """What euros are for: the grain of the ledger."""

    nis_code: str
    agreement: str
    measure: str
    year: int
    care_type: str


class Told(NamedTuple):
    """One movement that a sheet (with the year of its submission) or a list (without one) tells of."""

    money: Money
    step: str
    moved_on: date
    amount: Decimal | None
    submission_year: int | None


class LedgerRow(NamedTuple):
    """One row of the ledger."""

    amounts: tuple[Decimal | None, ...]
    standing: tuple[Decimal | None, ...]
    reached: Decimal | None
    remaining: Decimal | None
    overspent: Decimal | None
    unspent_late: Decimal | None
    not_justified: Decimal | None
    is_complete: bool
    status: str


class Ledger:
    """`rows`: the ledger by money; `movements`: (money, step, day) to the euros that count."""

    def __init__(self, raw: Path, definitions: Definitions) -> None:
        self._definitions = definitions
        self._authority_of = {unit.code: unit.authority for unit in definitions.units}
        self._submissions = submissions(raw)
        self._set_apart = _set_apart(raw)
        self._received_years = {year for _, year in versions(raw)}
        self._as_of = _last_day(raw)
        self._deadlines = {
            (row["agreement"], row["measure"], int(row["year"])): row for row in definitions.rows("via_deadlines")
        }
        told: dict[Money, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
        for one in [*self._of_sheets(), *self._of_lists(raw)]:
            told[one.money][one.step].append(one)
        counted = {
            money: {step: counting(of_step) for step, of_step in by_step.items()} for money, by_step in told.items()
        }
        self.rows = {money: self._row(money, by_step) for money, by_step in counted.items()}
        self.movements: dict[tuple[Money, str, date], Decimal] = defaultdict(Decimal)
        for money, by_step in counted.items():
            for step, of_step in by_step.items():
                for one in of_step or ():
                    self.movements[money, step, one.moved_on] += one.amount

    def _of_sheets(self) -> Iterable[Told]:
        for submission in self._submissions.values():
            for row in submission.rows["via"]:
                money = self._money(submission.unit, row, row["via_measure"], row["via_year"])
                yield Told(money, row["step"], row["moved_on"], row["amount_eur"], submission.year)

    def _of_lists(self, raw: Path) -> Iterable[Told]:
        counted = counted_lists(read_rows(raw, "register_via_lists"))
        for row in read_rows(raw, "via_movements"):
            if file_key(row) in counted:
                money = self._money(row["nis_code"], row, row["measure"], row["year"])
                yield Told(money, row["step"], row["moved_on"], row["amount_eur"], None)

    def _money(self, unit: str, row: RawRow, measure: str, year: int) -> Money:
        return Money(self._authority_of[unit], row["agreement"], measure, year, row["care_type"])

    def _row(self, money: Money, by_step: dict[str, list[Told] | None]) -> LedgerRow:
        amounts = {step: _sum(by_step.get(step)) for step in STEPS}
        is_complete, status = self._sheets(money, money.year)
        paid = amounts["paid"]
        spent = Decimal(0) if "spent" not in by_step and is_complete else amounts["spent"]
        return LedgerRow(
            amounts=tuple(amounts.values()),
            standing=standing(tuple(amounts.values())),
            reached=max((amount for amount in amounts.values() if amount is not None), default=None),
            remaining=None if paid is None or spent is None else paid - spent,
            overspent=_over(amounts["spent"], paid),
            unspent_late=self._late(money, by_step, paid, "spent", "spend_by"),
            not_justified=self._late(money, by_step, paid, "justified", "justify_by"),
            is_complete=is_complete,
            status="rejected" if None in by_step.values() else status,
        )

    def _late(
        self, money: Money, by_step: dict[str, list[Told] | None], paid: Decimal | None, step: str, column: str
    ) -> Decimal | None:
        """What was paid and did not come to a step by its deadline; known when every sheet until then is complete."""
        row = self._deadlines.get((money.agreement, money.measure, money.year))
        told = by_step.get(step, [])
        if row is None or told is None:
            return None
        deadline = date.fromisoformat(row[column])
        years = range(money.year, deadline.year + 1)
        if deadline > self._as_of or not all(self._sheets(money, year)[0] for year in years):
            return None
        return _over(paid, sum((one.amount for one in told if one.moved_on <= deadline), Decimal(0)))

    def _sheets(self, money: Money, year: int) -> tuple[bool, str]:
        """Whether the sheets VIA of all units that offer the care are complete, and the worst status of them."""
        if year not in self._received_years:
            return False, "not_submitted"
        units = [unit.code for unit in self._definitions.units_of(year) if unit.authority == money.nis_code]
        states = [self._sheet(self._submissions.get((code, year)), money.care_type) for code in units]
        applicable = [state for state in states if state[1] != "not_applicable"]
        if not applicable:
            return False, "not_applicable"
        return all(complete for complete, _ in applicable), self._definitions.worst(
            [status for _, status in applicable]
        )

    def _sheet(self, submission: Submission | None, care_type: str) -> tuple[bool, str]:
        if submission is None:
            return False, "not_submitted"
        status = Parts(submission, self._definitions).sheet_state("via", care_type)
        apart = self._set_apart[submission.form["load_id"], submission.form["file_hash"]]
        is_declared = submission.form[f"complete_{care_type}_via"] is True
        return status == "reported" and is_declared and not apart & {care_type, None}, status


def counting(told: list[Told]) -> list[Told] | None:
    """The movements of one step that count: the lists' where there are any, else of each day those of the last sheet
    that could be read. None when one that would count could not be read."""
    chosen = [one for one in told if one.submission_year is None]
    if not chosen:
        last: dict[date, int] = {}
        for one in told:
            if one.amount is not None:
                last[one.moved_on] = max(one.submission_year, last.get(one.moved_on, 0))
        chosen = [one for one in told if one.submission_year >= last.get(one.moved_on, 0)]
    return None if any(one.amount is None for one in chosen) else chosen


def standing(amounts: tuple[Decimal | None, ...]) -> tuple[Decimal | None, ...]:
    """What came as far as each step and no further."""
    came_to = [
        max((amount for amount in amounts[place:] if amount is not None), default=None) for place in range(len(amounts))
    ]
    return tuple(
        None if here is None else here - (further or 0)
        for here, further in zip(came_to, [*came_to[1:], None], strict=True)
    )


def counted_lists(lists: list[RawRow]) -> set[tuple[str, str]]:
    """The lists whose lines count, as the register states it."""
    return {file_key(row) for row in lists if row["state"] == "counted"}


def _set_apart(raw: Path) -> dict[tuple[str, str], set[str | None]]:
    """File to the types of care of which a row of its sheet VIA was set apart."""
    found: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for row in read_rows(raw, "submission_rejected_rows"):
        if row["sheet"] == "via":
            found[file_key(row)].add(row["care_type"])
    return found


def _last_day(raw: Path) -> date:
    received = [*read_rows(raw, "register_submissions"), *read_rows(raw, "register_via_lists")]
    return max(row["received_on"] for row in received)


def _sum(told: list[Told] | None) -> Decimal | None:
    return None if told is None else sum((one.amount for one in told), Decimal(0))


def _over(amount: Decimal | None, limit: Decimal | None) -> Decimal | None:
    return None if amount is None or limit is None else max(amount - limit, Decimal(0))
