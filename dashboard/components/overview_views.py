"""The parts of the page Overzicht: what sums it up, a theme in one picture, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import overview_tables, overview_words, sentences, tables
from dashboard import texts as common
from dashboard import texts_overview as texts
from dashboard.charts.changes import changes_chart
from dashboard.charts.drawing import Drawing, make_ready
from dashboard.charts.position import position_chart
from dashboard.components import figures, notes, pickers
from dashboard.components.afterwards import afterwards
from dashboard.components.help import help_on
from dashboard.components.pickers import Picked
from dashboard.components.trace_views import trace_address
from dashboard.components.welcome import welcome
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import benchmarks, lists
from dashboard.queries import changes as queries


@dataclass(frozen=True)
class Asked:
    """What the page shows, asked and drawn up before anything is sent, so that its pictures reach the browser together.

    ``themes`` are those on offer, ``rows`` are of the chosen one, ``moved`` is what a picture has room for.
    """

    picked: Picked
    indicators: Mapping[str, Indicator]
    themes: pd.DataFrame
    theme: str
    rows: pd.DataFrame
    changes: pd.DataFrame
    moved: pd.DataFrame
    position: Drawing
    movement: Drawing | None


def ask(picked: Picked) -> Asked | None:
    """Ask what the page shows; nothing where no indicator means something for the type of care."""
    themes = benchmarks.themes_of(picked.choice)
    if themes.empty:
        return None
    theme, indicators = pickers.settled_theme(themes), lists.indicators(picked.choice.care_type)
    rows, changes = benchmarks.benchmarks(picked.choice, theme), queries.changes(picked.choice)
    moved = overview_tables.most_moved(changes)
    position = position_chart(rows, benchmarks.peer_values(picked.choice, theme), indicators, picked.name)
    movement = None if moved.empty else changes_chart(overview_tables.change_rows(moved, indicators), picked.name)
    make_ready(position, movement)
    return Asked(picked, indicators, themes, theme, rows, changes, moved, position, movement)


@afterwards
def introduction(picked: Picked) -> None:
    """Who the authority is, what the dashboard is to a first visitor, and what was not handed in."""
    notes.profile_line(picked)
    welcome()
    notes.submission_note(picked)


@afterwards
def summary(asked: Asked) -> None:
    """Three sentences: where the authority stands, what stands out most, and what moved most."""
    picked, overall = asked.picked, benchmarks.outer_quarters(asked.picked.choice).iloc[-1]
    first = None if asked.moved.empty else asked.moved.iloc[0].to_dict()
    counts = queries.change_counts(picked.choice)
    is_placed = bool(overall["n_placed"])
    out = overview_words.stands_out(asked.indicators, queries.furthest_out(picked.choice)) if is_placed else None
    told = [
        sentences.summary(picked.name, overall),
        out or _(texts.CHOOSE_OTHER),
        overview_words.moved_most(asked.indicators, first, counts, picked.choice.year),
    ]
    st.header(_(texts.SUMMARY_HEADING), anchor=False, help=help_on("quarter", "judgement", "most_moved"))
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in told))


def theme(asked: Asked) -> None:
    """Every indicator of a theme beside the peers: in one picture, as a table and in words."""
    picked, rows = asked.picked, asked.rows
    _theme_heading(asked)
    table = partial(tables.benchmark_table, rows, asked.indicators, picked.name)
    description = _(common.POSITION_ALT).format(name=picked.name, n=len(rows), group=picked.peer_group.lower())
    figures.show_figure(asked.position, table, description=description, note=_(common.LEGEND_POSITION))
    _each_indicator(asked)


@afterwards
def _theme_heading(asked: Asked) -> None:
    notes.not_offered_note(asked.rows, asked.picked)
    quarters = benchmarks.outer_quarters(asked.picked.choice).set_index("theme").loc[asked.theme]
    heading = f"{quarters['theme_label']}: {asked.picked.care_type.lower()}"
    st.header(heading, anchor=False, help=help_on("own_authority", "median", "middle_half", "middle_80"))
    st.markdown(plain(overview_words.theme(quarters)))


@afterwards
def _each_indicator(asked: Asked) -> None:
    picked = asked.picked
    notes.figure_notes(asked.rows)
    with st.expander(_(texts.EACH_INDICATOR)):
        for row in asked.rows.to_dict("records"):
            indicator = asked.indicators[row["indicator_code"]]
            finding = sentences.finding(picked.name, indicator, row, picked.choice.peer_group)
            told = f"**{plain(indicator.label)}.** {plain(finding)} {trace_address(picked, indicator)}"
            st.markdown(told, help=plain(indicator.definition))


def changes(asked: Asked) -> None:
    """What changed since the year before: the indicators that moved most in one picture, all of them in a table."""
    picked = asked.picked
    words = {"name": picked.name, "year": picked.choice.year, "before": picked.choice.year - 1}
    description = _(texts.CHANGES_ALT).format(**words)
    _changes_heading(picked)
    if asked.movement is not None:
        figures.draw(asked.movement, description)
    _all_changes(asked, words, description)


@afterwards
def _changes_heading(picked: Picked) -> None:
    explained = help_on("change", "most_moved", "series_break", "own_authority")
    st.header(_(texts.CHANGES_HEADING), anchor=False, help=explained)
    counts = queries.change_counts(picked.choice)
    told = plain(overview_words.change_counts(counts, picked.choice.year))
    if counts["n_changes"] == 0:
        st.info(f"{told} {_(texts.CHANGES_HELP)}")
    else:
        st.markdown(told)


@afterwards
def _all_changes(asked: Asked, words: Mapping[str, object], description: str) -> None:
    if not asked.moved.empty:
        notes.small(plain(_(texts.CHANGES_LEGEND).format(**words)))
    if asked.moved["has_break"].any():
        labels = "; ".join(queries.breaks_since(asked.picked.choice)["label"])
        notes.small(plain(_(texts.BREAK_LEGEND).format(labels=labels)))
    if asked.changes["change"].notna().any():
        with st.expander(_(common.SHOW_TABLE)):
            table = overview_tables.changes_table(asked.changes, asked.indicators, asked.picked.name)
            figures.show_table(table, description)
