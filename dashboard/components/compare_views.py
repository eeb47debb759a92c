"""The figures of the page Vergelijk. A chart, the table and the list of names mark the same authorities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from dashboard import compare_tables, compare_words, differences, sentences, tables
from dashboard import texts as common
from dashboard import texts_compare as texts
from dashboard.charts.distribution import distribution_chart
from dashboard.charts.map import map_chart
from dashboard.charts.ranking import ranking_chart
from dashboard.charts.scatter import scatter_chart
from dashboard.components import figures, marking, notes, pickers
from dashboard.components.afterwards import afterwards
from dashboard.components.help import help_on
from dashboard.components.link import linked_select, settled
from dashboard.components.pickers import Picked
from dashboard.components.trace_views import link_to_trace
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import benchmarks, comparison, lists
from dashboard.queries import differences as queries

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

    @property
    def words(self) -> dict[str, object]:
        """What the descriptions of the figures name."""
        return {
            "name": self.picked.name,
            "indicator": self.indicator.label,
            "other": self.other.label if self.other else "",
        }


def ask(picked: Picked) -> Compared | None:
    """Ask what the pictures of the page show, before anything is drawn; nothing where there is nothing to compare."""
    indicator = pickers.settled_indicator(picked.choice.care_type)
    row = benchmarks.benchmark(picked.choice, indicator.code) if indicator else None
    if row is None:
        return None
    offered = _others_offered(picked.choice.care_type, indicator)
    if st.session_state.get(OTHER) == indicator.code:
        st.session_state[OTHER] = offered[-1]
    chosen = settled(*offered)
    other = next((one for one in lists.indicators(picked.choice.care_type) if one.code == chosen), None)
    everybody = comparison.everybody(picked.choice, indicator.code, other.code if other else "")
    return Compared(picked, indicator, row, other, everybody, marking.settled_marks(picked.choice.nis_code))


def _others_offered(care_type: str, indicator: Indicator) -> tuple[str, str, dict[str, str], str]:
    """The choice of a second indicator, or none; first offered is the next one of the same theme."""
    others = [one for one in lists.indicators(care_type) if one.code != indicator.code]
    options = {NONE: _(texts.NO_OTHER)} | {one.code: f"{one.theme_label}: {one.label}" for one in others}
    same_theme = [one.code for one in others if one.theme == indicator.theme]
    return OTHER, _(texts.OTHER), options, next(iter([*same_theme, NONE]))


@afterwards
def choices(picked: Picked) -> None:
    """What was not handed in, and the choice of one indicator or two."""
    notes.submission_note(picked)
    first, second = st.columns(2)
    with first:
        indicator = pickers.pick_indicator(picked.choice.care_type)
    with second:
        if indicator is not None:
            linked_select(*_others_offered(picked.choice.care_type, indicator), help_text=_(texts.OTHER_HELP))


@afterwards
def finding(compared: Compared) -> None:
    """Where the authority stands, and beside it what the difference comes to over the year where that can be told;
    under it who is marked.
    """
    picked, row, indicator = compared.picked, compared.row, compared.indicator
    st.header(f"{indicator.label}, {picked.care_type.lower()}, {picked.choice.year}", anchor=False)
    amount = queries.difference(picked.choice, compared.indicator.code)
    left, right = (st.container(), None) if amount is None else st.columns([3, 2], gap="medium")
    with left:
        st.markdown(plain(sentences.comparison(picked.name, compared.indicator, row, picked.choice.peer_group)))
        notes.small(plain(compared.indicator.definition))
        link_to_trace()
    if right is not None:
        with right:
            _over_year(compared, amount)
    marking.pick_marked(picked.choice.nis_code)
    marking.say_who(compared.marked, compared.drawn, compare_tables.MOST_NAMED)


def _over_year(compared: Compared, amount: Mapping[str, object]) -> None:
    denominator = compared.everybody.loc[compared.everybody["is_own"], "denominator"].iloc[0]
    with st.container(border=True):
        st.metric(_(texts.OVER_YEAR), differences.in_words(amount), help=help_on("difference", "median"))
        made = compare_words.over_year(compared.picked.name, compared.indicator, compared.row, denominator)
        notes.small(plain(made))


def distribution(compared: Compared) -> None:
    """How many peers lie where; dragging over a stretch marks who lies there."""
    st.subheader(_(common.DISTRIBUTION), anchor=False)
    drawn = compared.drawn
    if drawn.empty:
        st.info(_(common.NOTHING_TO_DRAW))
        return
    chart = distribution_chart(drawn, compared.indicator, tables.median_of(compared.row), is_brushable=True)
    description = _(common.DISTRIBUTION_ALT).format(n=len(drawn), **compared.words)
    figures.draw(chart, description, marking.events("distribution", drawn))


def on_map(compared: Compared) -> None:
    """Where the peers lie and in which quarter; a click marks one."""
    st.subheader(_(common.MAP), anchor=False)
    places = compare_tables.on_map(compared.everybody, compared.indicator, tuple(compared.marked))
    chart = map_chart(places, figures.ground(), is_clickable=True, height=MAP_HEIGHT)
    figures.draw(chart, _(common.MAP_ALT).format(**compared.words), marking.events("map", places))


def ranking(compared: Compared) -> None:
    """All authorities of the group, highest first; a click marks one."""
    st.subheader(_(common.RANKING), anchor=False)
    drawn = compared.drawn
    if not drawn.empty:
        chart = ranking_chart(drawn, compared.indicator, tables.median_of(compared.row), is_clickable=True)
        figures.draw(chart, _ranked(compared), marking.events("ranking", drawn))
    _comparison_notes(compared)


@afterwards
def _comparison_notes(compared: Compared) -> None:
    notes.comparison_notes(compared.rows)


def scatter(compared: Compared) -> None:
    """Two indicators across each other; a click or dragging over a part marks who lies there."""
    st.subheader(_(texts.SCATTER), anchor=False)
    if compared.other is None:
        st.info(_(texts.NO_SCATTER))
        return
    rows = compared.rows
    kept = compare_tables.with_both(rows, compared.other)
    if kept.empty:
        st.info(_(common.NOTHING_TO_DRAW))
        return
    sides = ((compared.indicator, compared.row), (compared.other, _beside_the_same_peers(compared, compared.other)))
    _both_medians(compared, sides)
    medians = tuple(None if row is None else tables.median_of(row) for _one, row in sides)
    chart = scatter_chart(kept, compared.indicator, compared.other, medians, is_clickable=True)
    description = _(texts.SCATTER_ALT).format(n=len(kept), **compared.words)
    figures.draw(chart, description, marking.events("scatter", kept))
    notes.small(compare_words.without_both(len(rows) - len(kept)))


@afterwards
def _both_medians(compared: Compared, sides: Sides) -> None:
    st.markdown(plain(compare_words.both_medians(compared.picked.name, sides)))


@afterwards
def table(compared: Compared) -> None:
    """The figures behind all pictures; a tick marks an authority."""
    rows = compared.rows
    made, formats = compare_tables.table(rows, compared.indicator, compared.other)
    with st.expander(_(common.SHOW_TABLE)):
        standing_out = compare_tables.standing_out(rows, made)
        figures.show_table(made, _ranked(compared), formats, standing_out, marking.row_events("table", rows))


def _ranked(compared: Compared) -> str:
    return _(common.RANKING_ALT).format(n=len(compared.drawn), **compared.words)


def _beside_the_same_peers(compared: Compared, other: Indicator) -> Mapping[str, object] | None:
    """The benchmark of the second indicator, beside the peers of the first one also where its own would differ."""
    choice = compared.picked.choice
    if choice.peer_group == "nearest" and other.theme != compared.indicator.theme:
        choice = comparison.same_peers(choice, compared.indicator.code)
    return benchmarks.benchmark(choice, other.code)
