"""The switches of the page Evolutie, each only where it has something to switch, and what they mean in words."""

from dataclasses import dataclass

import pandas as pd

from dashboard import texts_trend as texts
from dashboard import trend_words
from dashboard.components.link import linked_buttons
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.queries import trend


@dataclass(frozen=True)
class Prices:
    """In which prices amounts are shown. ``level`` is None without an index, ``is_money`` false without amounts."""

    is_money: bool
    level: trend_words.PriceLevel | None
    is_real: bool

    def of(self, indicator: Indicator) -> Indicator:
        """The indicator under a name that says the prices it is shown in."""
        return trend_words.in_prices(indicator, self.level if self.is_real else None)


def pick_prices(indicator: Indicator) -> Prices:
    """Let the reader choose the prices of an amount of money, where a price index is published."""
    rows = trend.price_levels(indicator.code)
    level = trend_words.PriceLevel.from_rows(rows)
    if level is None:
        return Prices(not rows.empty, None, is_real=False)
    options = {code: label.format(year=level.year) for code, label in translated_values(texts.PRICE_CHOICES).items()}
    asked = linked_buttons("prices", _(texts.PRICES), options, "nominal", _(texts.PRICES_HELP))
    return Prices(is_money=True, level=level, is_real=asked == "real")


def pick_former(picked: Picked, indicator: Indicator, prices: Prices) -> pd.DataFrame:
    """Let the reader of a merged authority choose its municipalities of before; no rows where that is not chosen."""
    former = trend.former_units(picked.choice, indicator.code, is_real=prices.is_real)
    if former.empty:
        return former
    asked = linked_buttons("map", _(texts.MAP), translated_values(texts.MAPS), "today", _(texts.MAP_HELP))
    return former if asked == "reported" else former.iloc[:0]


def notes(picked: Picked, prices: Prices, former: pd.DataFrame) -> None:
    """Say what the choices mean for the figures above."""
    if not former.empty:
        small(_(texts.TODAY_IS_A_SUM).format(name=plain(picked.name)))
    if prices.is_money:
        for note in trend_words.price_notes(prices.level, is_real=prices.is_real):
            small(note if prices.level is None else plain(note))
