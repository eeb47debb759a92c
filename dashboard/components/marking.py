"""The authorities that the reader marks: in a chart, in the table or by name. They stand in the link.

What happens in a chart is only an event: its callback puts codes in the state, from which every figure is drawn. Charts
and table then get a new key, so that each starts without a selection of its own and the next click is an event again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pandas as pd
import streamlit as st

from dashboard import compare_words
from dashboard import texts_compare as texts
from dashboard.charts.marks import BRUSHED, CLICKED
from dashboard.components.link import kept_names, linked_names
from dashboard.components.notes import small
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import lists

PARAMETER, ROUND, LEFT_OUT = "marked", "marked_round", "marked_left_out"
MOST_MARKED = 30
# What a brush calls the field of a row: the bars of the distribution begin at ``low``.
FIELDS = {"low": "value", "value": "value", "other_value": "other_value"}


def settled_marks(own: str) -> dict[str, str]:
    """The marked authorities: code to name, in order."""
    names = _markable(own)
    _mark(kept_names(PARAMETER, names))
    return {code: names[code] for code in st.session_state[PARAMETER]}


def _markable(own: str) -> dict[str, str]:
    return {code: name for code, name in lists.named_authorities().items() if code != own}


def pick_marked(own: str) -> None:
    """Let the reader mark authorities by name, or unmark all."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        codes = linked_names(PARAMETER, _(texts.MARK), _markable(own), _(texts.MARK_HELP))
        st.button(_(texts.CLEAR), on_click=_take_over, args=((),), disabled=not codes)
    n_left_out = st.session_state.pop(LEFT_OUT, 0)
    if n_left_out:
        small(compare_words.left_out(n_left_out, MOST_MARKED))


def say_who(marked: Mapping[str, str], rows: pd.DataFrame, n_named: int) -> None:
    """Explain the numbers where marked authorities have one, and name those that a figure does not have."""
    names = [plain(name) for name in marked.values()]
    if len(names) > n_named:
        small(compare_words.numbered(names))
    drawn = set(rows["code"].dropna())
    absent = [plain(name) for code, name in marked.items() if code not in drawn]
    if absent:
        small(compare_words.not_in_group(absent))


def events(name: str, rows: pd.DataFrame) -> dict[str, object]:
    """The settings that make a chart listen: what is clicked changes sides, what is brushed is marked.

    Args:
        name: tells the charts of a page apart.
        rows: code (null for who cannot be marked) and the columns over which one brushes.
    """
    return _settings(name, lambda key: _from_chart(st.session_state[key]["selection"], rows))


def row_events(name: str, rows: pd.DataFrame) -> dict[str, object]:
    """The settings that make a table listen; the rows of the marked authorities stand ticked."""
    ticked = [place for place, is_marked in enumerate(rows["is_marked"]) if is_marked]
    return _settings(name, lambda key: _from_table(st.session_state[key]["selection"]["rows"], rows)) | {
        "selection_mode": "multi-row",
        "selection_default": {"selection": {"rows": ticked}},
    }


def _settings(name: str, listen: Callable[[str], None]) -> dict[str, object]:
    key = f"{name} {st.session_state.get(ROUND, 0)} {' '.join(st.session_state.get(PARAMETER, ()))}"
    return {"key": key, "on_select": lambda: listen(key)}


def _from_chart(selection: Mapping[str, object], rows: pd.DataFrame) -> None:
    marked = list(st.session_state.get(PARAMETER, ()))
    known = set(rows["code"].dropna())
    clicked = {point.get("code") for point in selection.get(CLICKED) or ()} & known
    brushed = _within(rows, selection.get(BRUSHED) or {})
    kept = [code for code in marked if code not in clicked]
    _take_over([*kept, *(code for code in clicked if code not in marked), *brushed])


def _within(rows: pd.DataFrame, brush: Mapping[str, list[float]]) -> list[str]:
    """The codes of the rows inside a brush, in their order; none without a brush."""
    inside = rows[rows["code"].notna()] if brush else rows.iloc[:0]
    for field, (low, high) in brush.items():
        inside = inside[inside[FIELDS[field]].between(low, high)]
    return list(inside["code"])


def _from_table(ticked: Iterable[int], rows: pd.DataFrame) -> None:
    shown = rows["code"].tolist()
    elsewhere = [code for code in st.session_state.get(PARAMETER, ()) if code not in shown]
    _take_over([*elsewhere, *(shown[place] for place in ticked if pd.notna(shown[place]))])


def _take_over(codes: Iterable[str]) -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    _mark(codes)


def _mark(codes: Iterable[str]) -> None:
    """Keep as many as there is room for, and remember how many there were more."""
    unique = list(dict.fromkeys(codes))
    st.session_state[PARAMETER] = unique[:MOST_MARKED]
    if len(unique) > MOST_MARKED:
        st.session_state[LEFT_OUT] = len(unique) - MOST_MARKED
