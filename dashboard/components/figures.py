"""A figure on a page: a finding in words, the chart with its description, and the same figures as a table."""

from collections.abc import Callable, Mapping
from functools import partial

import altair as alt
import pandas as pd
import streamlit as st

from dashboard import texts
from dashboard.charts.drawing import Drawing
from dashboard.charts.map import Ground
from dashboard.components.afterwards import afterwards, picture_drawn
from dashboard.components.downloads import Formats, chart_downloads, table_downloads
from dashboard.components.notes import small, words_beside
from dashboard.language import translated as _
from dashboard.queries import comparison

Chart = Drawing | alt.LayerChart
MARKED = "background-color: #FBE3D3; font-weight: bold"


def show_figure(chart: Chart, table: Callable[[], pd.DataFrame], *, description: str, note: str = "") -> None:
    """Show a chart with what it shows, a note in small type and its table in an expander; ``table`` makes that."""
    draw(chart, description)
    _beside(table, description, note)


@afterwards
def _beside(table: Callable[[], pd.DataFrame], what: str, note: str) -> None:
    if note:
        small(note)
    with st.expander(_(texts.SHOW_TABLE)):
        show_table(table(), what)


def ground() -> Ground:
    """What every map of Flanders shows."""
    return Ground(comparison.towns(), comparison.province_places())


def draw(chart: Chart, description: str, events: Mapping[str, object] | None = None) -> None:
    """Show a chart in the project's own theme, with a description for screen readers and a way to keep it.

    ``events`` are the ``key`` and ``on_select`` of a chart in which the reader can select.
    """
    settings = {"theme": None, **(events or {})}
    if isinstance(chart, Drawing):
        # The form says itself what it shows: words of the moment would be another form, to be drawn from nothing.
        st.vega_lite_chart(spec=chart.spec() | {"datasets": chart.datasets}, **settings)
    else:
        st.altair_chart(chart, alt=description, **settings)
    picture_drawn()
    chart_downloads(chart, partial(words_beside, description))


@afterwards
def show_table(
    table: pd.DataFrame,
    what: str,
    formats: Formats | None = None,
    marked: pd.DataFrame | None = None,
    events: Mapping[str, object] | None = None,
) -> None:
    """Show a table and offer it as a file; ``formats`` write numbers the Belgian way and leave them sortable.

    ``marked`` is a frame of the same shape that says which cells stand out; their text must carry a sign of its own.
    ``events`` are the ``key``, ``on_select`` and further settings of a table in which the reader can select.
    """
    shown = table.style.format(formats) if formats or marked is not None else table
    if marked is not None:
        shown = shown.apply(lambda _table: marked.replace({True: MARKED, False: ""}), axis=None)
    alt_text = _(texts.TABLE_ALT).format(what=what)
    st.dataframe(shown, hide_index=True, alt=alt_text, placeholder="", **events or {})
    table_downloads(table, words_beside(what), formats)
