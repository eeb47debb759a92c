"""A difference to the median in words: per unit, and what it comes to over the year in euro or staff."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard import format as belgian
from dashboard import texts_report as words
from dashboard.language import translated as _

UNITS = {"euro": ("€", 0), "VTE": (words.FTE, 1)}


def in_words(row: Mapping[str, object]) -> str:
    """The amount of a row with amount and amount_unit: '€ 11.537 lager'."""
    unit, decimals = UNITS[str(row["amount_unit"])]
    shown = belgian.quantity(abs(float(row["amount"])), _(unit), decimals)
    return told(row["amount"], shown, belgian.quantity(0.0, _(unit), decimals))


def told(difference: object, size: str, nothing: str) -> str:
    """A size with its direction, or that it is equal when it is shown as ``nothing``."""
    if size == nothing:
        return _(words.EQUAL)
    return _(words.HIGHER if float(difference) > 0 else words.LOWER).format(size=size)
