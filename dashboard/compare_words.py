"""What the page Vergelijk says: the difference over the year, two indicators at once, and who is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import format as belgian
from dashboard import texts_compare as texts
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_count

Row = Mapping[str, object]


def over_year(own_name: str, indicator: Indicator, row: Row, denominator: float) -> str:
    """How the difference over the year is made, and what it is not."""
    return _(texts.OVER_YEAR_NOTE).format(
        name=own_name,
        size=indicator.show_size(float(row["difference"])),
        denominator=belgian.number(denominator, 1).removesuffix(",0"),
    )


def both_medians(own_name: str, sides: Sequence[tuple[Indicator, Row | None]]) -> str:
    """Where the authority lies beside the medians of two indicators; it says nothing on how the two hang together."""
    (indicator, first), (other, second) = sides
    return _(texts.BOTH_MEDIANS).format(
        name=own_name,
        indicator=indicator.label,
        other=other.label,
        first=_side(indicator, first),
        second=_side(other, second),
    )


def _side(indicator: Indicator, row: Row | None) -> str:
    if row is None or belgian.is_missing(row["value"]):
        return _(texts.NO_OWN)
    if belgian.is_missing(row["difference"]):
        return _(texts.NO_MEDIAN)
    is_equal = indicator.show_size(float(row["difference"])) == indicator.show_size(0.0)
    told = texts.ON if is_equal else texts.ABOVE if row["difference"] > 0 else texts.BELOW
    return _(told).format(median=indicator.show(row["median"]))


def without_both(n: int) -> str:
    """How many authorities of the group a figure of two indicators leaves out; an empty text when none."""
    told = translated_count(texts.WITHOUT_BOTH_ONE, texts.WITHOUT_BOTH_MORE, n)
    return told.format(n=belgian.number(n)) if n else ""


def numbered(names: Sequence[str]) -> str:
    """Which number stands for which marked authority."""
    return _(texts.NUMBERED).format(numbers=", ".join(f"{n} = {name}" for n, name in enumerate(names, start=1)))


def not_in_group(names: Sequence[str]) -> str:
    """Which marked authorities cannot stand in every figure; an empty text when all can."""
    told = translated_count(texts.NOT_IN_GROUP_ONE, texts.NOT_IN_GROUP_MORE, len(names))
    return told.format(names=", ".join(names)) if names else ""


def left_out(n: int, most: int) -> str:
    """How many authorities could not be marked because there is no more room."""
    return translated_count(texts.TOO_MANY_ONE, texts.TOO_MANY_MORE, n).format(n=belgian.number(n), most=most)
