"""The parts of the page Evolutie: its switches, each only where it has something to switch, the picture, and words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard import tables, trend_tables, trend_words
from dashboard import texts as common
from dashboard import texts_trend as texts
from dashboard.charts.trend import trend_chart
from dashboard.components import figures, notes, pickers
from dashboard.components.afterwards import afterwards
from dashboard.components.help import help_on
from dashboard.components.link import linked_buttons, settled
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.queries import comparison, trend


@dataclass(frozen=True)
class Prices:
    """In which prices amounts are shown. ``level`` is None without an index, ``is_money`` false without amounts."""

    is_money: bool
    level: trend_words.PriceLevel | None
    is_real: bool

    def of(self, indicator: Indicator) -> Indicator:
        """The indicator under a name that says the prices it is shown in."""
        return trend_words.in_prices(indicator, self.level if self.is_real else None)


@dataclass(frozen=True)
class Shown:
    """What the page shows, asked before anything is drawn; the indicator has the name of its prices."""

    picked: Picked
    indicator: Indicator
    prices: Prices
    series: pd.DataFrame
    breaks: pd.DataFrame
    former: pd.DataFrame
    finding: str


def ask(picked: Picked) -> Shown | None:
    """Ask what the page shows; nothing where there is no indicator, or no year of it."""
    chosen = pickers.settled_indicator(picked.choice.care_type)
    if chosen is None:
        return None
    prices = _prices(chosen)
    series = trend.series(picked.choice, chosen.code, is_real=prices.is_real)
    if series.empty:
        return None
    indicator = prices.of(chosen)
    breaks = tables.breaks_within(comparison.series_breaks(picked.choice), series)
    former = trend_tables.former_rows(_former(picked, chosen, prices), indicator)
    finding = trend_words.finding(picked.name, indicator, series, breaks, former)
    return Shown(picked, indicator, prices, series, breaks, former, finding)


def _prices(indicator: Indicator) -> Prices:
    rows = trend.price_levels(indicator.code)
    level = trend_words.PriceLevel.from_rows(rows)
    if level is None:
        return Prices(not rows.empty, None, is_real=False)
    return Prices(is_money=True, level=level, is_real=settled(*_prices_offered(level)) == "real")


def _prices_offered(level: trend_words.PriceLevel) -> tuple[str, str, dict[str, str], str]:
    """The prices of an amount of money, where a price index is published."""
    options = {code: label.format(year=level.year) for code, label in translated_values(texts.PRICE_CHOICES).items()}
    return "prices", _(texts.PRICES), options, "nominal"


def _former(picked: Picked, indicator: Indicator, prices: Prices) -> pd.DataFrame:
    """The municipalities of before that merged into the authority; no rows where that is not chosen."""
    former = trend.former_units(picked.choice, indicator.code, is_real=prices.is_real)
    return former if not former.empty and settled(*_maps_offered()) == "reported" else former.iloc[:0]


def _maps_offered() -> tuple[str, str, dict[str, str], str]:
    return "map", _(texts.MAP), translated_values(texts.MAPS), "today"


@afterwards
def choices(picked: Picked) -> None:
    """The choice of an indicator, of its prices and of the map."""
    chosen = pickers.pick_indicator(picked.choice.care_type)
    if chosen is None:
        return
    prices = _prices(chosen)
    with st.container(horizontal=True, gap="medium"):
        if prices.level is not None:
            linked_buttons(*_prices_offered(prices.level), _(texts.PRICES_HELP))
        if not trend.former_units(picked.choice, chosen.code, is_real=prices.is_real).empty:
            linked_buttons(*_maps_offered(), _(texts.MAP_HELP))


@afterwards
def heading(shown: Shown) -> None:
    """What the picture shows, in words."""
    title = plain(f"{shown.indicator.label}, {shown.picked.care_type.lower()}")
    st.header(title, anchor=False, help=help_on("median", "middle_half"))
    st.markdown(plain(shown.finding))
    small(plain(shown.indicator.definition))


def picture(shown: Shown) -> None:
    """The authority through the years in the band of its peers."""
    rows = tables.trend_rows(shown.series, shown.indicator)
    chart = trend_chart(rows, shown.breaks, shown.indicator, shown.picked.name, shown.former)
    words = {"name": shown.picked.name, "indicator": shown.indicator.label, "finding": shown.finding}
    figures.draw(chart, _(common.TREND_ALT).format(**words))


@afterwards
def below(shown: Shown) -> None:
    """What marks and choices mean for the figures above, and all of them in a table."""
    notes.figure_notes(shown.series[shown.series["value"].notna()], is_trend=True)
    notes.break_notes(shown.breaks)
    if not shown.former.empty:
        small(_(texts.TODAY_IS_A_SUM).format(name=plain(shown.picked.name)))
    if shown.prices.is_money:
        for note in trend_words.price_notes(shown.prices.level, is_real=shown.prices.is_real):
            small(note if shown.prices.level is None else plain(note))
    with st.expander(_(common.SHOW_TABLE)):
        made, formats = trend_tables.table(shown.series, shown.former, shown.indicator, shown.picked.name)
        figures.show_table(made, shown.indicator.label, formats)
