"""What the figures of the page Vergelijk show: asked, and drawn up, before the first of them is sent.

Pictures that come one by one are drawn one by one: a browser goes through the whole page for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from dashboard import compare_tables, tables
from dashboard import texts_compare as texts
from dashboard.charts.distribution import distribution_chart
from dashboard.charts.drawing import Drawing, make_ready
from dashboard.charts.map import map_chart
from dashboard.charts.ranking import ranking_chart
from dashboard.charts.scatter import scatter_chart
from dashboard.components import figures, marking, pickers
from dashboard.components.link import settled
from dashboard.components.pickers import Picked
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import benchmarks, comparison, lists

Sides = tuple[tuple[Indicator, Mapping[str, object] | None], ...]
OTHER, NONE = "other", "none"
MAP_HEIGHT = 220  # beside the distribution the map is no wider than twice this


@dataclass(frozen=True)
class Compared:
    """What all figures of the page share."""

    picked: Picked
    indicator: Indicator
    row: Mapping[str, object]
    other: Indicator | None
    everybody: pd.DataFrame
    marked: Mapping[str, str]

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The authority and its peers, with their marks."""
        return compare_tables.compared(self.everybody, self.indicator, tuple(self.marked))

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """Those of them that stand in a chart."""
        return tables.drawn(self.rows)

    @cached_property
    def places(self) -> pd.DataFrame:
        """All of them that may be shown on the map, with their marks."""
        return compare_tables.on_map(self.everybody, self.indicator, tuple(self.marked))

    @cached_property
    def with_both(self) -> pd.DataFrame:
        """The authority and its peers with a figure on both indicators; nobody where one indicator is chosen."""
        return self.rows.iloc[:0] if self.other is None else compare_tables.with_both(self.rows, self.other)

    @cached_property
    def sides(self) -> Sides:
        """Both indicators, each with the benchmark of the authority beside the same peers."""
        if self.other is None:
            return ((self.indicator, self.row),)
        return (self.indicator, self.row), (self.other, _beside_the_same_peers(self, self.other))

    @cached_property
    def distribution(self) -> Drawing | None:
        """How many peers lie where, if any has a figure."""
        if self.drawn.empty:
            return None
        return distribution_chart(self.drawn, self.indicator, tables.median_of(self.row), is_brushable=True)

    @cached_property
    def map(self) -> Drawing:
        """Where the peers lie and in which quarter."""
        return map_chart(self.places, figures.ground(), is_clickable=True, height=MAP_HEIGHT)

    @cached_property
    def ranking(self) -> Drawing | None:
        """All of the group that have a figure, highest first."""
        if self.drawn.empty:
            return None
        return ranking_chart(self.drawn, self.indicator, tables.median_of(self.row), is_clickable=True)

    @cached_property
    def scatter(self) -> Drawing | None:
        """Two indicators across each other, if any has both figures."""
        if self.other is None or self.with_both.empty:
            return None
        medians = tuple(None if row is None else tables.median_of(row) for _one, row in self.sides)
        return scatter_chart(self.with_both, self.indicator, self.other, medians, is_clickable=True)

    @property
    def words(self) -> dict[str, object]:
        """What the descriptions of the figures name."""
        return {
            "name": self.picked.name,
            "indicator": self.indicator.label,
            "other": self.other.label if self.other else "",
        }


def ask(picked: Picked) -> Compared | None:
    """Ask and draw up what the page shows; nothing where there is nothing to compare."""
    indicator = pickers.settled_indicator(picked.choice.care_type)
    row = benchmarks.benchmark(picked.choice, indicator.code) if indicator else None
    if row is None:
        return None
    offered = others_offered(picked.choice.care_type, indicator)
    if st.session_state.get(OTHER) == indicator.code:
        st.session_state[OTHER] = offered[-1]
    other = lists.indicators(picked.choice.care_type).get(settled(*offered))
    marked = marking.settled_marks(picked.choice.nis_code)
    everybody = comparison.everybody(picked.choice, indicator.code, other.code if other else "", tuple(marked))
    compared = Compared(picked, indicator, row, other, everybody, marked)
    make_ready(compared.distribution, compared.map, compared.ranking, compared.scatter)
    return compared


def others_offered(care_type: str, indicator: Indicator) -> tuple[str, str, dict[str, str], str]:
    """The choice of a second indicator, or none; first offered is the next one of the same theme."""
    others = [one for one in lists.indicators(care_type).values() if one.code != indicator.code]
    options = {NONE: _(texts.NO_OTHER)} | {one.code: f"{one.theme_label}: {one.label}" for one in others}
    same_theme = [one.code for one in others if one.theme == indicator.theme]
    return OTHER, _(texts.OTHER), options, next(iter([*same_theme, NONE]))


def _beside_the_same_peers(compared: Compared, other: Indicator) -> Mapping[str, object] | None:
    """The benchmark of the second indicator, beside the peers of the first one also where its own would differ."""
    choice = compared.picked.choice
    if choice.peer_group == "nearest" and other.theme != compared.indicator.theme:
        choice = comparison.same_peers(choice, compared.indicator.code)
    return benchmarks.benchmark(choice, other.code)
