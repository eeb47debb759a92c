"""Opening hours per location: which days, from when to when, how many days a year."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ingest.demo.ages import apportion
from ingest.demo.locations import Location
from ingest.demo.traits import Traits, rng

WORKING_DAYS = ("1", "2", "3", "4", "5")
WEDNESDAY = "3"
SCHOOL_STARTS = 8 * 60 + 30
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a location's opening hours come to: rows of the sheet, days open in the year, hours in a usual week."""

    rows: list[Row]
    days: int
    weekly_hours: float


def _row(location: Location, period: str, weekday: str, opens: int, closes: int, days: int) -> Row:
    return {
        "dossier_number": location.dossier_number,
        "period": period,
        "weekday": weekday,
        "opens_minute": opens,
        "closes_minute": closes,
        "opening_days": days,
    }


def _days_per_weekday(days: int, share_of_year: float) -> list[int]:
    return apportion(int(days * share_of_year), [1.0, 1.03, 1.02, 0.98, 0.97])


def _weekly_hours(rows: list[Row], period: str) -> float:
    minutes = [row["closes_minute"] - row["opens_minute"] for row in rows if row["period"] == period]
    return sum(minutes) / 60


def _usual_day(random: Random, location: Location, traits: Traits) -> tuple[int, int]:
    opens = 390 if traits.long_hours > 0.75 else random.choice((405, 420, 420, 420, 435))
    if location.care_type == "family":
        return opens, opens + random.choice((630, 660, 660, 690))
    if location.income_tariff == 0:
        return opens, opens + random.choice((630, 660, 660))
    longest = (690, 705, 720) if traits.long_hours > 0.4 else (660, 675, 690)
    return opens, opens + random.choice(longest)


def _all_year(random: Random, days: Random, location: Location, traits: Traits) -> Opening:
    opens, closes = _usual_day(random, location, traits)
    fewest, most = (220, 244) if location.care_type == "group" else (220, 238)
    per_weekday = _days_per_weekday(days.randint(fewest, most), location.share_of_year)
    rows = [
        _row(location, "standard", weekday, opens, closes, days)
        for weekday, days in zip(WORKING_DAYS, per_weekday, strict=True)
    ]
    return Opening(rows, sum(per_weekday), _weekly_hours(rows, "standard"))


def _around_school(random: Random, days: Random, location: Location) -> Opening:
    opens = random.choice((390, 405, 420, 420, 435))
    closes = random.choice((1050, 1080, 1080, 1095, 1110))
    after_school = random.choice((920, 930, 945))
    has_mornings, has_holidays = random.random() < 0.88, random.random() < 0.85
    school_days = _days_per_weekday(days.randint(174, 181), location.share_of_year)
    holiday_days = _days_per_weekday(days.randint(50, 68) if has_holidays else 0, location.share_of_year)
    rows = []
    for weekday, n_school, n_holiday in zip(WORKING_DAYS, school_days, holiday_days, strict=True):
        if has_mornings:
            rows.append(_row(location, "school", weekday, opens, SCHOOL_STARTS, n_school))
        begins = 720 if weekday == WEDNESDAY else after_school
        rows.append(_row(location, "school", weekday, begins, closes, n_school))
        if n_holiday:
            rows.append(_row(location, "holiday", weekday, opens + 15, closes - 15, n_holiday))
    return Opening(rows, sum(school_days) + sum(holiday_days), _weekly_hours(rows, "school"))


def opening_of(location: Location, traits: Traits, seed: int, year: int) -> Opening:
    """The opening hours of a location: lasting hours, days that differ a little per year."""
    lasting = rng(seed, location.dossier_number, "hours")
    days = rng(seed, location.dossier_number, "days", year)
    if location.care_type == "out_of_school":
        return _around_school(lasting, days, location)
    return _all_year(lasting, days, location, traits)
