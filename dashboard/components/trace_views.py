"""A figure walked back on a page: its formula, the measures of both sides, and the cells behind each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from dashboard import language, trace_tables
from dashboard import texts_trace as texts
from dashboard.components import figures
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.queries import lists
from dashboard.queries.trace import figure_trace
from ingest.trace_records import TraceError

if TYPE_CHECKING:
    from dashboard.indicators import Indicator
    from ingest.trace_records import Source, Term

PAGE = Path(__file__).parents[1] / "app_pages" / "trace.py"
SIDES = ("numerator", "denominator")


def link_to_trace() -> None:
    """A link from a figure to the page that walks it back; the choices go along."""
    st.page_link(PAGE, label=_(texts.LINK), icon=":material/account_tree:")


def trace_address(picked: Picked, indicator: Indicator) -> str:
    """A link in running text from one figure to the page that walks it back, for the same choice."""
    choice = picked.choice
    asked = {
        "nis": choice.nis_code,
        "year": choice.year,
        "care_type": choice.care_type,
        "indicator": indicator.code,
        "lang": language.current(),
    }
    return f"[{_(texts.LINK)}](herkomst?{urlencode(asked)})"


def show_trace(picked: Picked, indicator: Indicator) -> None:
    """Show what a figure consists of."""
    choice = picked.choice
    try:
        found = figure_trace(choice.nis_code, choice.year, choice.care_type, indicator.code)
    except TraceError as error:
        st.info(plain(error))
        return
    statuses = lists.codes("status")
    st.markdown(trace_tables.figure(found, indicator, picked.care_type, statuses))
    small(_(texts.NOTE))
    for side in SIDES:
        st.header(trace_tables.side(found, side), anchor=False)
        for term in (one for one in found.terms if one.side == side):
            st.markdown(f"**{plain(trace_tables.term(term, statuses))}**")
            for source in term.sources:
                _show_source(term, source, statuses)


def _show_source(term: Term, source: Source, statuses: Mapping[str, str]) -> None:
    care_types = lists.care_types()
    place = f"{source.unit_name}, {care_types.get(source.care_type, source.care_type).lower()}"
    value = trace_tables.known(source.value, source.status, statuses)
    with st.expander(f"{plain(place)}: {plain(value)}"):
        st.markdown(trace_tables.origin(source))
        if source.status == "not_applicable":
            return
        for sentence in trace_tables.empty_parts(source):
            small(plain(sentence))
        cells, public = trace_tables.cells_table(source), trace_tables.public_table(source)
        side = translated_values(texts.SIDE_NAMES)[term.side]
        what = {"label": term.label_nl, "side": side, "place": place}
        if not cells.empty:
            figures.show_table(cells, _(texts.CELLS).format(**what))
        if not public.empty:
            figures.show_table(public, _(texts.PUBLIC).format(**what))
