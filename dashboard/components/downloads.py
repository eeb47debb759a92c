"""What a reader can take away: a chart as SVG or PNG, a table as XLSX or CSV. Made only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import altair as alt
import pandas as pd
import streamlit as st

from dashboard import exports, language, texts
from dashboard.charts.drawing import Drawing
from dashboard.components.afterwards import fill_afterwards
from dashboard.exports import Words
from dashboard.language import translated as _

Formats = Mapping[str, Callable[[object], str]]
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def chart_downloads(chart: Drawing | alt.LayerChart, give_words: Callable[[], Words]) -> None:
    """Offer a chart as SVG and as PNG under one small button; ``give_words`` tells what stands beside it in a file."""
    place = st.popover(_(texts.KEEP_CHART), type="tertiary", icon=":material/download:")
    fill_afterwards(place, lambda: _offer_chart(chart, give_words()))


def _offer_chart(chart: Drawing | alt.LayerChart, words: Words) -> None:
    _offer("SVG", lambda: exports.chart_svg(chart, words), words.title, "image/svg+xml")
    _offer("PNG", lambda: exports.chart_png(chart, words), words.title, "image/png")


def table_downloads(table: pd.DataFrame, words: Words, formats: Formats | None) -> None:
    """Offer a table as XLSX and as CSV, side by side."""
    with st.container(horizontal=True):
        _offer("XLSX", lambda: exports.table_xlsx(table, words, formats), words.title, XLSX_TYPE)
        _offer("CSV", lambda: exports.table_csv(table, words), words.title, "text/csv")


def _offer(kind: str, make: Callable[[], bytes], title: str, mime: str) -> None:
    name = exports.file_name(title, kind.lower())
    offer(_(texts.DOWNLOAD_AS).format(kind=kind), make, name, mime, of=f"{kind} {title}")


def offer(label: str, make: Callable[[], bytes], name: str, mime: str, of: str = "") -> None:
    """A button that makes the file when it is pressed, in the language of the page it stands on.

    ``of`` tells files apart whose names are the same, for a long title is cut off in a name.
    """
    code = language.current()

    def made() -> bytes:
        with language.written_in(code):
            return make()

    st.download_button(label, made, name, mime, key=f"download {of or name}", on_click="ignore")
