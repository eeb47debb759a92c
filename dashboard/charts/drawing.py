"""A chart as its form and its data apart: the form is made and checked once, the data comes with each choice.

Making a form costs many times what filling it in costs, so forms are kept. What differs from choice to choice stays out
of them: data is known by name only, and words (a title, the name of the authority) have a slot.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard import language

KEPT_FORMS = 256
_SLOT = re.compile("⟦(\\w+)⟧")


@dataclass(frozen=True)
class Drawing:
    """A form of Vega-Lite as JSON, the frames behind the names of its data, and the words for its slots.

    ``height`` (pixels) takes the place of the form's, where it follows from the number of rows.
    """

    form: str
    frames: Mapping[str, pd.DataFrame]
    words: Mapping[str, str] = field(default_factory=dict)
    height: int | None = None

    def spec(self) -> dict[str, Any]:
        """The chart with its words and its height and without its data."""
        filled_in = json.loads(_SLOT.sub(lambda found: json.dumps(self.words[found[1]])[1:-1], self.form))
        return filled_in if self.height is None else filled_in | {"height": self.height}

    def to_dict(self, **replaced: object) -> dict[str, Any]:
        """The whole chart as one specification, its data as plain values.

        Args:
            replaced: top-level properties that take the place of the form's, such as ``width``.
        """
        values = {name: json.loads(frame.to_json(orient="records")) for name, frame in self.frames.items()}
        return {**self.spec(), **replaced, "datasets": values}


def slot(name: str) -> str:
    """Where a word of the drawing comes to stand in its form; nowhere within an expression, which it could change."""
    return f"⟦{name}⟧"


def slots(name: str, n: int) -> list[str]:
    """As many slots as there are words in a list."""
    return [slot(f"{name}{place}") for place in range(n)]


def in_slots(name: str, words: Sequence[str]) -> dict[str, str]:
    """The words for ``slots``."""
    return {f"{name}{place}": word for place, word in enumerate(words)}


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
