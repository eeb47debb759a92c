"""The VIA ledger of a small demo against the oracle: every row and every amount of it, to the cent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import duckdb
import pytest

from ingest.home import Home
from tests.oracle.definitions import Definitions
from tests.oracle.ledger import STEPS, Ledger, Money, counting, standing

FIRST = 10
KEY = "nis_code, agreement, measure, year, care_type"
AMOUNTS = ", ".join(f"{step}_eur" for step in STEPS)
STANDING = ", ".join(f"standing_{step}_eur" for step in STEPS)


@pytest.fixture(scope="module")
def oracle(small_warehouse: Home) -> Ledger:
    """The oracle's ledger of the small demo."""
    return Ledger(small_warehouse.raw, Definitions())


def ask(home: Home, query: str) -> list[tuple[Any, ...]]:
    """The answer to a query on the publication."""
    with duckdb.connect(str(home.current), read_only=True) as connection:
        return connection.execute(query).fetchall()


def disagreements(mart: dict[Any, Any], oracle: dict[Any, Any]) -> list[str]:
    """What stands in one of the two, or in both and differs."""
    keys = sorted(mart.keys() | oracle.keys(), key=str)
    return [
        f"{key}: mart {mart.get(key)}, oracle {oracle.get(key)}" for key in keys if mart.get(key) != oracle.get(key)
    ]


def test_every_row_of_the_ledger_is_what_the_oracle_says(small_warehouse: Home, oracle: Ledger) -> None:
    late = "unspent_by_deadline_eur, not_justified_by_deadline_eur"
    others = f"reached_eur, remaining_eur, overspent_eur, {late}, is_complete, status"
    rows = ask(small_warehouse, f"select {KEY}, {AMOUNTS}, {STANDING}, {others} from marts.fct_via_ledger")
    mart = {Money(*row[:5]): (row[5:10], row[10:15], *row[15:]) for row in rows}

    assert mart
    assert disagreements(mart, {money: tuple(row) for money, row in oracle.rows.items()})[:FIRST] == []


def test_every_day_on_which_euros_moved_is_what_the_oracle_says(small_warehouse: Home, oracle: Ledger) -> None:
    rows = ask(small_warehouse, f"select {KEY}, step, moved_on, amount_eur from marts.fct_via_movements")
    mart = {(Money(*row[:5]), row[5], row[6]): row[7] for row in rows}

    assert mart
    assert disagreements(mart, dict(oracle.movements))[:FIRST] == []


def test_what_all_authorities_announced_is_the_sum_of_the_oracles_rows(small_warehouse: Home, oracle: Ledger) -> None:
    announced: dict[tuple[str, str, int], Decimal] = {}
    for money, row in oracle.rows.items():
        if row.amounts[0] is not None:
            key = (money.agreement, money.measure, money.year)
            announced[key] = announced.get(key, Decimal(0)) + row.amounts[0]
    rows = ask(small_warehouse, "select agreement, measure, year, announced_eur from marts.fct_via_coverage")

    assert announced
    assert disagreements({row[:3]: row[3] for row in rows if row[3] is not None}, announced) == []


def test_the_small_demo_has_money_at_every_step_and_gaps_of_several_kinds(oracle: Ledger) -> None:
    assert {row.status for row in oracle.rows.values()} >= {"reported", "not_submitted", "partial_year"}
    for place, step in enumerate(STEPS):
        assert any(row.standing[place] for row in oracle.rows.values()), step
    assert any(row.not_justified for row in oracle.rows.values())
    assert any(None in row.amounts for row in oracle.rows.values())


def test_the_oracle_itself_agrees_with_a_case_worked_out_by_hand() -> None:
    amounts = tuple(None if text is None else Decimal(text) for text in ("100", "90", None, "60", "20"))

    assert standing(amounts) == (10, 30, 0, 40, 20)
    assert standing((None, Decimal(5), None, None, None)) == (0, 5, None, None, None)
    assert counting([]) == []
