"""The parts of the page Overzicht: what sums it up, a theme in one picture, and what changed."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard import overview_tables, overview_words, sentences, tables
from dashboard import texts as common
from dashboard import texts_overview as texts
from dashboard.charts.changes import changes_chart
from dashboard.charts.position import position_chart
from dashboard.components import figures, notes
from dashboard.components.help import help_on
from dashboard.components.pickers import Picked
from dashboard.components.trace_views import trace_address
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import benchmarks
from dashboard.queries import changes as queries

Indicators = Mapping[str, Indicator]


def summary(picked: Picked, quarters: pd.Series, indicators: Indicators) -> None:
    """Three sentences: where the authority stands, what stands out most, and what moved most."""
    moved = overview_tables.most_moved(queries.changes(picked.choice))
    first = None if moved.empty else moved.iloc[0].to_dict()
    counts = queries.change_counts(picked.choice)
    is_placed = bool(quarters["n_placed"])
    out = overview_words.stands_out(indicators, queries.furthest_out(picked.choice)) if is_placed else None
    told = [
        sentences.summary(picked.name, quarters),
        out or _(texts.CHOOSE_OTHER),
        overview_words.moved_most(indicators, first, counts, picked.choice.year),
    ]
    st.header(_(texts.SUMMARY_HEADING), anchor=False, help=help_on("quarter", "judgement", "most_moved"))
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in told))


def theme(picked: Picked, quarters: pd.Series, indicators: Indicators) -> None:
    """Every indicator of a theme beside the peers: in one picture, as a table and in words."""
    rows = benchmarks.benchmarks(picked.choice, str(quarters["theme"]))
    peers = benchmarks.peer_values(picked.choice, str(quarters["theme"]))
    notes.not_offered_note(rows, picked)
    heading = f"{quarters['theme_label']}: {picked.care_type.lower()}"
    st.header(heading, anchor=False, help=help_on("own_authority", "median", "middle_half", "middle_80"))
    st.markdown(plain(overview_words.theme(quarters)))
    chart = position_chart(rows, peers, indicators, picked.name)
    table = tables.benchmark_table(rows, indicators, picked.name)
    description = _(common.POSITION_ALT).format(name=picked.name, n=len(rows), group=picked.peer_group.lower())
    figures.show_figure(chart, table, description=description, note=_(common.LEGEND_POSITION))
    notes.figure_notes(rows)
    with st.expander(_(texts.EACH_INDICATOR)):
        for row in rows.to_dict("records"):
            indicator = indicators[row["indicator_code"]]
            finding = sentences.finding(picked.name, indicator, row, picked.choice.peer_group)
            told = f"**{plain(indicator.label)}.** {plain(finding)} {trace_address(picked, indicator)}"
            st.markdown(told, help=plain(indicator.definition))


def changes(picked: Picked, indicators: Indicators) -> None:
    """What changed since the year before: the indicators that moved most in one picture, all of them in a table."""
    found, counts = queries.changes(picked.choice), queries.change_counts(picked.choice)
    moved = overview_tables.most_moved(found)
    words = {"name": picked.name, "year": picked.choice.year, "before": picked.choice.year - 1}
    st.header(
        _(texts.CHANGES_HEADING), anchor=False, help=help_on("change", "most_moved", "series_break", "own_authority")
    )
    if counts["n_changes"] == 0:
        st.info(f"{plain(overview_words.change_counts(counts, picked.choice.year))} {_(texts.CHANGES_HELP)}")
        return
    st.markdown(plain(overview_words.change_counts(counts, picked.choice.year)))
    description = _(texts.CHANGES_ALT).format(**words)
    if not moved.empty:
        figures.draw(changes_chart(overview_tables.change_rows(moved, indicators), picked.name), description)
        notes.small(plain(_(texts.CHANGES_LEGEND).format(**words)))
    if moved["has_break"].any():
        labels = "; ".join(queries.breaks_since(picked.choice)["label"])
        notes.small(plain(_(texts.BREAK_LEGEND).format(labels=labels)))
    with st.expander(_(common.SHOW_TABLE)):
        figures.show_table(overview_tables.changes_table(found, indicators, picked.name), description)
