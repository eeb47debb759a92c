"""How a value is quoted back to the one who sent it: short, harmless, in Belgian notation."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from ingest.cells.faults import ErrorValue

_LONGEST = 60


def shown(value: object) -> str:
    """Show a value as found: 'leeg', '1234,5', '31/12/2024', '7:30', 'WAAR', or the text itself, shortened."""
    if value is None or value == "":
        return "leeg"
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, (int, float, Decimal)):
        return shown_number(value)
    if isinstance(value, dt.timedelta):
        return f"{int(value.total_seconds()) // 3600}:{int(value.total_seconds()) % 3600 // 60:02d}"
    return _shown_text(value.text if isinstance(value, ErrorValue) else _moment_or_text(value))


def shown_number(value: float | Decimal) -> str:
    """Show a number the Belgian way, without grouping: 1234.5 is '1234,5'."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = format(value, "f") if isinstance(value, Decimal) else repr(value)
    return text.replace(".", ",")


def shown_grouped(value: Decimal | float, decimals: int) -> str:
    """Show a number the Belgian way, with so many decimals: 1234.5 with one is '1.234,5'."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def shown_euro(value: Decimal | float) -> str:
    """Show an amount the Belgian way: 1234.5 is '€ 1.234,50'."""
    return "€ " + shown_grouped(value, 2)


def shown_minutes(minutes: int) -> str:
    """Show minutes since midnight as a time: 450 is '7:30'."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def shown_sentence(text: str) -> str:
    """Show a sentence that quotes a file: whole, but with nothing in it that cannot be seen."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _moment_or_text(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, dt.date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, dt.time):
        return f"{value.hour}:{value.minute:02d}"
    return str(value)


def _shown_text(text: str) -> str:
    words = " ".join(shown_sentence(text[: _LONGEST * 4]).split()) or "onzichtbare tekens"
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
