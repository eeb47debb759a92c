"""Dates and times of day: day before month, 24 hours, Excel's own cells; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re

from ingest.cells.faults import CellFault
from ingest.cells.shown import shown

_DATE = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_SHORT_DATE = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2})")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00)?)?")
_TIME = re.compile(
    r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::00)?(?: ?(?:u|uur|h))?| ?(?:u|uur|h)(?: ?([0-9]{2}))?)", re.IGNORECASE
)
EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
_MINUTES_A_DAY = 24 * 60
FIRST_DATE, LAST_DATE = dt.date(1900, 1, 2), dt.date(2100, 12, 31)
_DATE_EXPECTED = "een datum als dag/maand/jaar, bv. 31/12/2024"
_TIME_EXPECTED = "een uur tussen 0:00 en 24:00, bv. 7:30"


def date(value: object) -> dt.date:
    """Read a cell as a date.

    Raises:
        CellFault: when it is no date, or one with a year of two digits or the month in front.
    """
    if isinstance(value, dt.datetime):
        if value.time() != dt.time(0):
            raise _no_date(value, "er staat ook een uur bij.")
        value = value.date()
    if isinstance(value, dt.date):
        return _within_bounds(value, value)
    if isinstance(value, str):
        return _date_from_text(" ".join(value.split()))
    raise _no_date(value, _serial_hint(value))


def minutes(value: object) -> int:
    """Read a cell as a time of day, in minutes since midnight (24:00 is 1440).

    Raises:
        CellFault: when it is no time of day.
    """
    if isinstance(value, (dt.datetime, dt.time)):
        return _from_clock(value)
    if isinstance(value, dt.timedelta):
        return _from_seconds(value.total_seconds(), value)
    if isinstance(value, float) and 0 < value < 1:
        return _from_seconds(value * 86_400, value)
    if isinstance(value, str):
        return _minutes_from_text(" ".join(value.split()))
    raise _no_time(value, _hour_hint(value))


def _date_from_text(text: str) -> dt.date:
    if iso := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif belgian := _DATE.fullmatch(text):
        day, month, year = int(belgian.group(1)), int(belgian.group(3)), int(belgian.group(4))
    elif _SHORT_DATE.fullmatch(text):
        raise _no_date(text, "schrijf het jaar met vier cijfers.")
    else:
        raise _no_date(text, "schrijf dag/maand/jaar.")
    try:
        return _within_bounds(dt.date(year, month, day), text)
    except ValueError:
        raise _no_date(text, _calendar_hint(day, month, year)) from None


def _calendar_hint(day: int, month: int, year: int) -> str:
    if month > 12 and 1 <= day <= 12 and month <= 31:
        return f"de dag staat vooraan. Bedoelde u {month:02d}/{day:02d}/{year}?"
    return "die dag bestaat niet."


def _within_bounds(value: dt.date, found: object) -> dt.date:
    if not FIRST_DATE <= value <= LAST_DATE:
        raise _no_date(found, "dat jaar kan niet.")
    return value


def _serial_hint(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 10_000 <= value <= 80_000:
        day = EXCEL_DAY_ZERO + dt.timedelta(days=int(value))
        return f"geef de cel de celopmaak ‘Datum’. Bedoelde u {shown(day)}?"
    return "schrijf dag/maand/jaar."


def _from_clock(value: dt.datetime | dt.time) -> int:
    if isinstance(value, dt.datetime) and value.date() > dt.date(1900, 1, 1):
        raise _no_time(value, "er staat ook een datum bij.")
    return _from_seconds(value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6, value)


def _from_seconds(seconds: float, found: object) -> int:
    """Excel's fractions of a day are off by a fraction of a second; more than that was typed."""
    whole = round(seconds / 60)
    if abs(seconds - whole * 60) > 1 or not 0 <= whole <= _MINUTES_A_DAY:
        raise _no_time(found, "schrijf uren en minuten.")
    return whole


def _minutes_from_text(text: str) -> int:
    match = _TIME.fullmatch(text)
    if not match:
        raise _no_time(text, "schrijf uren en minuten met een dubbele punt.")
    hours, past = int(match.group(1)), int(match.group(2) or match.group(3) or 0)
    if past > 59 or hours * 60 + past > _MINUTES_A_DAY:
        raise _no_time(text, "dat uur bestaat niet.")
    return hours * 60 + past


def _hour_hint(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 1 <= value <= 24 and value == int(value):
        return f"bedoelde u {int(value)}:00?"
    return "schrijf uren en minuten met een dubbele punt."


def _no_date(value: object, hint: str) -> CellFault:
    return CellFault("not_a_date", f"‘{shown(value)}’ is geen datum die we kunnen lezen: {hint}", _DATE_EXPECTED)


def _no_time(value: object, hint: str) -> CellFault:
    return CellFault("not_a_time", f"‘{shown(value)}’ is geen uur dat we kunnen lezen: {hint}", _TIME_EXPECTED)
