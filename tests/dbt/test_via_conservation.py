"""No euro is lost or counted twice between any two steps: the ledger's own SQL on movements that are made up."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.home import Home
from tests.dbt.compiled_via import CompiledVia, Movement

STEPS = ("announced", "paid", "booked", "spent", "justified")
AUTHORITY_OF = {"44001": "44900", "44002": "44900", "44900": "44900", "11001": "11001"}
LISTED = ("paid", "booked")
SOME_EXAMPLES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

cents = st.integers(min_value=-5_000, max_value=10_000_000_000).map(lambda number: Decimal(number) / 100)
days = st.integers(min_value=0, max_value=3).map(lambda number: date(2024, 12, 30) + timedelta(days=number))
told_by_sheets = st.builds(
    Movement,
    nis_code=st.sampled_from(sorted(AUTHORITY_OF)),
    step=st.sampled_from(STEPS),
    moved_on=days,
    amount_eur=cents | st.none(),
    submission_year=st.sampled_from((2024, 2025)),
    care_type=st.sampled_from(("group", "family")),
)
told_by_lists = st.builds(
    Movement,
    nis_code=st.sampled_from(sorted(AUTHORITY_OF)),
    step=st.sampled_from(LISTED),
    moved_on=days,
    amount_eur=cents,
    care_type=st.sampled_from(("group", "family")),
)
on_one_row = st.lists(told_by_sheets, max_size=14, unique_by=lambda one: (
    one.nis_code, one.submission_year, one.care_type, one.step, one.moved_on,
))  # fmt: skip
movement_sets = st.tuples(on_one_row, st.lists(told_by_lists, max_size=5)).map(lambda both: [*both[0], *both[1]])


@pytest.fixture(scope="module")
def ledger(small_warehouse: Home) -> CompiledVia:
    return CompiledVia(small_warehouse)


@SOME_EXAMPLES
@given(movements=movement_sets)
def test_what_stands_at_the_steps_is_together_what_the_largest_step_says(
    ledger: CompiledVia, movements: list[Movement]
) -> None:
    ledger.build(movements)
    amounts = ", ".join(f"{step}_eur" for step in STEPS)
    standing = ", ".join(f"standing_{step}_eur" for step in STEPS)

    for row in ledger.ask(f"select reached_eur, {amounts}, {standing} from marts.fct_via_ledger"):
        reached, told, stands = row[0], row[1:6], row[6:]
        known = [amount for amount in told if amount is not None]
        assert reached == (max(known) if known else None)
        assert sum(amount or 0 for amount in stands) == (reached or 0)
        for place in range(5):
            behind = [amount for amount in told[place:] if amount is not None]
            assert sum(amount or 0 for amount in stands[place:]) == (max(behind) if behind else 0)


@SOME_EXAMPLES
@given(movements=movement_sets)
def test_every_row_handed_in_is_one_movement_and_each_step_is_the_sum_of_those_that_count(
    ledger: CompiledVia, movements: list[Movement]
) -> None:
    ledger.build(movements)

    rows = ledger.ask("select row_number, amount_eur from intermediate.int_via_movements order by row_number")
    assert rows == [(place, one.amount_eur) for place, one in enumerate(movements, start=1)]
    amounts = ", ".join(f"{step}_eur" for step in STEPS)
    found = {
        (nis_code, care_type, step): amount
        for nis_code, care_type, *told in ledger.ask(f"select nis_code, care_type, {amounts} from marts.fct_via_ledger")
        for step, amount in zip(STEPS, told, strict=True)
    }
    expected = by_hand(movements)
    assert {key: amount for key, amount in found.items() if amount is not None} == expected
    moved = ledger.ask("select nis_code, care_type, step, sum(amount_eur) from marts.fct_via_movements group by all")
    assert {(nis, care, step): amount for nis, care, step, amount in moved} == expected


@SOME_EXAMPLES
@given(sheets=on_one_row, listed=st.lists(told_by_lists, min_size=1, max_size=4))
def test_a_sheet_that_tells_what_a_list_tells_adds_no_euro(
    ledger: CompiledVia, sheets: list[Movement], listed: list[Movement]
) -> None:
    covered = {(AUTHORITY_OF[one.nis_code], one.care_type, one.step) for one in listed}
    others = [one for one in sheets if (AUTHORITY_OF[one.nis_code], one.care_type, one.step) not in covered]
    ask = "select nis_code, care_type, paid_eur, booked_eur, reached_eur from marts.fct_via_ledger order by all"

    ledger.build([*others, *listed])
    by_lists_alone = ledger.ask(ask)
    ledger.build([*sheets, *listed])

    assert ledger.ask(ask) == by_lists_alone


def by_hand(movements: list[Movement]) -> dict[tuple[str, str, str], Decimal]:
    """The steps by the rule in words: lists before sheets, the later sheet before the earlier, nothing half read."""
    steps: dict[tuple[str, str, str], list[Movement]] = defaultdict(list)
    for one in movements:
        steps[AUTHORITY_OF[one.nis_code], one.care_type, one.step].append(one)
    counted = {key: listed_or_last_told(told) for key, told in steps.items()}
    return {
        key: sum(one.amount_eur for one in told)
        for key, told in counted.items()
        if told and all(one.amount_eur is not None for one in told)
    }


def listed_or_last_told(told: list[Movement]) -> list[Movement]:
    lists = [one for one in told if one.submission_year is None]
    if lists:
        return lists
    last: dict[date, int] = {}
    for one in told:
        if one.amount_eur is not None:
            last[one.moved_on] = max(one.submission_year, last.get(one.moved_on, 0))
    return [one for one in told if one.submission_year >= last.get(one.moved_on, 0)]
