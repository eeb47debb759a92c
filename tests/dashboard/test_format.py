from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dashboard import format as belgian
from dashboard.indicators import Indicator

COST = Indicator("cost", "Brutokost per plaats", "cost", "Kosten", "€", 0, "neutral", "…")
STAFF = Indicator("fte", "VTE per 10 plaatsen", "staff", "Personeel", "VTE", 2, "neutral", "…")


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (1234.5, 1, "1.234,5"),
        (0, 0, "0"),
        (1_000_000, 0, "1.000.000"),
        (-1234.56, 2, "-1.234,56"),
        (-0.04, 1, "0,0"),
        (2.5, 0, "2"),
    ],
)
def test_numbers_are_written_the_belgian_way(value: float, decimals: int, shown: str) -> None:
    assert belgian.number(value, decimals) == shown


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT])
def test_a_missing_value_is_called_so_and_never_zero(missing: object) -> None:
    assert belgian.number(missing, 2) == "geen cijfer"
    assert STAFF.show(missing) == "geen cijfer"
    assert belgian.percentage(missing) == "geen cijfer"


def test_a_zero_that_was_reported_is_a_zero() -> None:
    assert STAFF.show(0.0) == "0,00\u00a0VTE"


def test_units_stand_where_belgians_write_them() -> None:
    assert COST.show(14234.4) == "€\u00a014.234"
    assert STAFF.show(1.849) == "1,85\u00a0VTE"
    assert belgian.percentage(0.856) == "86\u00a0%"


def test_an_axis_names_its_unit_and_its_decimals() -> None:
    assert STAFF.axis_title == "VTE per 10 plaatsen (VTE)"
    assert STAFF.axis_format == ",.2f"


def test_dates_are_in_dutch() -> None:
    assert belgian.day(date(2026, 3, 1)) == "1 maart 2026"
    assert belgian.day(None) == ""


def test_moments_are_in_belgian_time_in_summer_and_winter() -> None:
    assert belgian.moment(datetime(2026, 7, 1, 12, 5, tzinfo=UTC)) == "1 juli 2026, 14.05 uur"
    assert belgian.moment(datetime(2026, 1, 1, 23, 30, tzinfo=UTC)) == "2 januari 2026, 00.30 uur"


def test_text_from_files_cannot_become_markup() -> None:
    assert belgian.plain("**vet** <b>x</b> [a](b)\n# kop") == r"\*\*vet\*\* \<b\>x\</b\> \[a\]\(b\) \# kop"


def test_a_range_names_its_unit_where_it_is_read() -> None:
    assert STAFF.between(1.61, 1.94) == "1,61 en 1,94\u00a0VTE"
    assert COST.between(16156, 17190) == "€\u00a016.156 en €\u00a017.190"
