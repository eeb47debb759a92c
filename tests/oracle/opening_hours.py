"""What the opening hours of one location come to, from its rows on the sheet Openingsuren."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tests.oracle.raw_rows import RawRow

ELEVEN_HOURS = 11 * 60
SEVEN_O_CLOCK = 7 * 60
LAST_DIGIT = Decimal("1e-15")


def rounded(value: Decimal) -> Decimal:
    """Fifteen digits behind the comma: a figure is rounded where it is divided, sums and products are exact."""
    return value.quantize(LAST_DIGIT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Hours in a week, days and hours in a year, and three yes-or-no answers."""

    weekly_hours: Decimal
    days: Decimal
    hours: Decimal
    is_open_11h: bool
    opens_before_7: bool
    is_open_in_holidays: bool


@dataclass(slots=True)
class _Day:
    """One weekday of one period: its blocks together."""

    minutes: int = 0
    days: int = 0
    opens: int = 24 * 60


def opening_hours(rows: list[RawRow]) -> OpeningHours:
    """Sum up the rows of a location; none of them has an empty cell."""
    by_day: dict[tuple[str, int], _Day] = defaultdict(_Day)
    for row in rows:
        day = by_day[row["period"], row["weekday"]]
        day.minutes += row["closes_minute"] - row["opens_minute"]
        day.days = max(day.days, row["opening_days"])
        day.opens = min(day.opens, row["opens_minute"])
    open_days = {key: day for key, day in by_day.items() if day.days > 0}
    total_days = Decimal(sum(day.days for day in open_days.values()))
    return OpeningHours(
        weekly_hours=rounded(_mean_week(open_days) / 60) if total_days else Decimal(0),
        days=total_days,
        hours=rounded(Decimal(sum(day.days * day.minutes for day in open_days.values())) / 60),
        is_open_11h=bool(open_days) and min(day.minutes for day in open_days.values()) >= ELEVEN_HOURS,
        opens_before_7=any(day.opens < SEVEN_O_CLOCK for day in open_days.values()),
        is_open_in_holidays=any(period == "holiday" for period, _ in open_days),
    )


def _mean_week(open_days: dict[tuple[str, int], _Day]) -> Decimal:
    """Minutes in a week: each period weighs as many opening days as it has."""
    minutes: dict[str, int] = defaultdict(int)
    days: dict[str, int] = defaultdict(int)
    for (period, _), day in open_days.items():
        minutes[period] += day.minutes
        days[period] += day.days
    return Decimal(sum(minutes[period] * days[period] for period in days)) / sum(days.values())
