"""What the differences to the median come to over the year, in euro and in staff."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard import texts
from dashboard import texts_report as words
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.report.sections import Section, Table

UNITS = {"euro": ("€", 0), "VTE": (words.FTE, 1)}


def section(indicators: Mapping[str, Indicator], figures: pd.DataFrame) -> Section:
    """One row per indicator whose difference can be told in euro or staff."""
    rows = figures[figures["amount"].notna()].to_dict("records")
    if not rows:
        return Section(_(words.AMOUNTS), (_(words.NO_AMOUNTS),))
    cells = [_cells(indicators[str(row["indicator_code"])], row) for row in rows]
    head = [_(texts.INDICATOR), _(words.PER_UNIT), _(words.OVER_YEAR)]
    table = Table(head, cells, [3, 1.5, 1.5], [False, True, True])
    return Section(_(words.AMOUNTS), (_(words.AMOUNTS_INTRO),), table=table)


def _cells(indicator: Indicator, row: Mapping[str, object]) -> list[str]:
    size = indicator.show_size(float(row["difference"]))
    return [indicator.label, _told(row["difference"], size, indicator.show_size(0.0)), in_words(row)]


def in_words(row: Mapping[str, object]) -> str:
    """The amount of a row with amount and amount_unit: '€ 11.537 lager'."""
    unit, decimals = UNITS[str(row["amount_unit"])]
    shown = belgian.quantity(abs(float(row["amount"])), _(unit), decimals)
    return _told(row["amount"], shown, belgian.quantity(0.0, _(unit), decimals))


def _told(difference: object, size: str, nothing: str) -> str:
    if size == nothing:
        return _(words.EQUAL)
    return _(words.HIGHER if float(difference) > 0 else words.LOWER).format(size=size)
