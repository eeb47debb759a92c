"""The figures of the page Vergelijk. A chart, the table and the list of names mark the same authorities."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from dashboard import compare_tables, compare_words, differences, sentences
from dashboard import texts as common
from dashboard import texts_compare as texts
from dashboard.components import figures, marking, notes, pickers
from dashboard.components.afterwards import afterwards, fill_afterwards
from dashboard.components.compared import Compared, others_offered
from dashboard.components.help import help_on
from dashboard.components.link import linked_select
from dashboard.components.pickers import Picked
from dashboard.components.trace_views import link_to_trace
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import differences as queries


@afterwards
def above(picked: Picked, compared: Compared | None) -> None:
    """What stands above the figures: what was not handed in, the choices, and what the comparison finds."""
    notes.submission_note(picked)
    _choices(picked)
    if compared is None:
        st.info(_(common.NO_BENCHMARK))
    else:
        _finding(compared)


def _choices(picked: Picked) -> None:
    """The choice of one indicator or two."""
    with st.container(horizontal=True):
        indicator = pickers.pick_indicator(picked.choice.care_type)
        if indicator is not None:
            linked_select(*others_offered(picked.choice.care_type, indicator), help_text=_(texts.OTHER_HELP))


def _finding(compared: Compared) -> None:
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
    if compared.distribution is None:
        st.info(_(common.NOTHING_TO_DRAW))
        return
    description = _(common.DISTRIBUTION_ALT).format(n=len(compared.drawn), **compared.words)
    figures.draw(compared.distribution, description, marking.events("distribution", compared.drawn))


def on_map(compared: Compared) -> None:
    """Where the peers lie and in which quarter; a click marks one."""
    st.subheader(_(common.MAP), anchor=False)
    description = _(common.MAP_ALT).format(**compared.words)
    figures.draw(compared.map, description, marking.events("map", compared.places))


def ranking(compared: Compared) -> None:
    """All authorities of the group, highest first; a click marks one."""
    st.subheader(_(common.RANKING), anchor=False)
    if compared.ranking is not None:
        figures.draw(compared.ranking, _ranked(compared), marking.events("ranking", compared.drawn))
    _comparison_notes(compared)


@afterwards
def _comparison_notes(compared: Compared) -> None:
    notes.comparison_notes(compared.rows)


def scatter(compared: Compared) -> None:
    """Two indicators across each other; a click or dragging over a part marks who lies there."""
    st.subheader(_(texts.SCATTER), anchor=False)
    if compared.scatter is None:
        st.info(_(texts.NO_SCATTER) if compared.other is None else _(common.NOTHING_TO_DRAW))
        return
    _both_medians(compared)
    kept = compared.with_both
    description = _(texts.SCATTER_ALT).format(n=len(kept), **compared.words)
    figures.draw(compared.scatter, description, marking.events("scatter", kept))
    notes.small(compare_words.without_both(len(compared.rows) - len(kept)))


@afterwards
def _both_medians(compared: Compared) -> None:
    st.markdown(plain(compare_words.both_medians(compared.picked.name, compared.sides)))


def table(compared: Compared) -> None:
    """The figures behind all pictures; a tick marks an authority."""
    fill_afterwards(st.expander(_(common.SHOW_TABLE)), partial(_table, compared))


def _table(compared: Compared) -> None:
    rows = compared.rows
    made, formats = compare_tables.table(rows, compared.indicator, compared.other)
    standing_out = compare_tables.standing_out(rows, made)
    figures.show_table(made, _ranked(compared), formats, standing_out, marking.row_events("table", rows))


def _ranked(compared: Compared) -> str:
    return _(common.RANKING_ALT).format(n=len(compared.drawn), **compared.words)
