"""A chart as its form and its data apart: the form is made and checked once, the data comes with each choice.

Making a form costs many times what filling it in costs, so forms are kept. What differs from choice to choice stays out
of them: data is known by name only, and words (a title, the name of the authority) are data too. A browser that has a
form then only puts other data in it, and draws that in a fraction of the time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from dashboard import language

Frame = pd.DataFrame | pa.Table
KEPT_FORMS = 256
WORDS = "words"


@dataclass(frozen=True)
class Drawing:
    """A form of Vega-Lite as JSON, the frames behind the names of its data, and the words that it calls for.

    ``height`` (pixels) takes the place of the form's, where it follows from the number of rows.
    """

    form: str
    frames: Mapping[str, Frame]
    words: Mapping[str, str | float] = field(default_factory=dict)
    height: int | None = None

    @cached_property
    def datasets(self) -> dict[str, bytes]:
        """The data by name in the shape in which a page sends it: streams of Arrow."""
        return {name: _stream(table) for name, table in self._tables.items()}

    @cached_property
    def _tables(self) -> dict[str, pa.Table]:
        """The frames by name, the words as one of a single row."""
        words = {WORDS: pa.Table.from_pylist([dict(self.words)])} if self.words else {}
        return {name: _table(frame) for name, frame in self.frames.items()} | words

    def spec(self) -> dict[str, Any]:
        """The chart with its height and without its data."""
        form = json.loads(self.form)
        return form if self.height is None else form | {"height": self.height}

    def to_dict(self, **replaced: object) -> dict[str, Any]:
        """The whole chart as one specification, its data as plain values.

        Args:
            replaced: top-level properties that take the place of the form's, such as ``width``.
        """
        values = {name: table.to_pylist() for name, table in self._tables.items()}
        return self.spec() | replaced | {"datasets": values}


def make_ready(*drawings: Drawing | None) -> None:
    """Make the data of drawings ready to be sent, so that they follow each other at once and are drawn together."""
    for drawing in drawings:
        if drawing is not None:
            _ = drawing.datasets


def _stream(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def _table(frame: Frame) -> pa.Table:
    if isinstance(frame, pa.Table):
        return frame
    return pa.table({name: pa.array(column, from_pandas=True) for name, column in frame.items()})


def words() -> str:
    """The expression that gives the words of the drawing, in a form that holds ``calling_for_words``."""
    return f"data('{WORDS}')[0]"


def word(name: str) -> str:
    """The expression that gives one of them."""
    return f"{words()}.{name}"


def title() -> alt.TitleParams:
    """The word ``title`` above a chart, a line of it on a line of its own."""
    return alt.TitleParams(text=alt.ExprRef(f"split({word('title')}, '\\n')"))


def calling_for_words() -> alt.Chart:
    """A layer that shows nothing: words reach the browser as the data of a layer."""
    return data_named(WORDS).mark_text(text="")


def in_order(n_rows: int, **axis: object) -> alt.Y:
    """Rows from the top down in the order of the data ``rows``, each under its ``label``; all frames have ``row``.

    Rows are counted from 0, their places part of the form: an order out of data would keep that of the data before.
    """
    labels = {"labelExpr": row_label(), "title": None, "domain": False, "ticks": False}
    return alt.Y("row:O", axis=alt.Axis(**labels | axis), scale=alt.Scale(domain=list(range(n_rows))))


def row_label() -> str:
    """The expression that gives the label of a row on its axis."""
    return "data('rows')[datum.value].label"


def data_named(name: str) -> alt.Chart:
    """A chart to encode on data that is known by its name; types must be written out, as in ``value:Q``."""
    return alt.Chart(alt.NamedData(name=name))


def kept(make: Callable[..., alt.LayerChart]) -> Callable[..., str]:
    """Keep the form of a chart for each language and set of arguments, which must be hashable."""

    @lru_cache(maxsize=KEPT_FORMS)
    def in_language(_code: str, *arguments: Hashable) -> str:
        return json.dumps(make(*arguments).to_dict(), ensure_ascii=False)

    def form(*arguments: Hashable) -> str:
        return in_language(language.current(), *arguments)

    return form
