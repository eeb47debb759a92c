"""Pictures with one row per indicator, each on its own scale: labels left, values in words right."""

from collections.abc import Iterable
from textwrap import fill

import altair as alt

from dashboard.charts import theme
from dashboard.charts.drawing import in_order, row_label, word
from dashboard.indicators import Indicator

HEIGHT = 54
LABEL_WIDTH = 24
NOTHING = "–"
# Pixels of one sign of the values in words, in the widest of the typefaces that a report may fall back to; and the
# space between the longest of them and the outermost mark.
OWN_SIGN, MEDIAN_SIGN, MARGIN = 8.7, 7.0, 14
LINES = f"split({row_label()}, '\\n')"
# A label of more than one line is centred on its row.
LABEL_OFFSET = {
    "condition": [{"test": f"length({LINES}) == {lines}", "value": 8 - 8 * lines} for lines in (2, 3, 4)],
    "value": 0,
}


def label(indicator: Indicator, mark: str = "") -> str:
    """The label of a row, broken into lines, with a mark at its end."""
    return fill(indicator.label + mark, LABEL_WIDTH, break_on_hyphens=False)


def y(n_rows: int) -> alt.Y:
    """The rows in the order of the data."""
    placed = in_order(n_rows, labelExpr=LINES, labelOffset=LABEL_OFFSET, labelLimit=280, labelPadding=12)
    placed.scale.paddingInner = 0.3
    return placed


def room(own: Iterable[str], median: Iterable[str]) -> dict[str, float]:
    """The words of the drawing that say how many pixels at the end of each row the ``values`` need."""
    longest = [OWN_SIGN * len(words) for words in own] + [MEDIAN_SIGN * len(words) for words in median]
    return {"room": MARGIN + max(longest, default=0)}


def x(column: str) -> alt.X:
    """A place between 0 and 1 along the row; at its end there is ``room`` for the values in words."""
    scale = alt.Scale(domain=[-0.02, 1.02], range=[0, {"expr": f"width - {word('room')}"}], nice=False, zero=False)
    return alt.X(f"{column}:Q", axis=None, scale=scale)


def bands(base: alt.Chart, rows: alt.Y) -> list[alt.Chart]:
    """The middle 80 % of the peers and in it their middle half (columns ``p10_place`` to ``p90_place``)."""
    outer = base.mark_bar(color=theme.OUTER_BAND, height=26, cornerRadius=3)
    inner = base.mark_bar(color=theme.INNER_BAND, height=26)
    return [
        outer.encode(y=rows, x=x("p10_place"), x2=alt.X2("p90_place")),
        inner.encode(y=rows, x=x("p25_place"), x2=alt.X2("p75_place")),
    ]


def values(base: alt.Chart, rows: alt.Y, own: str, median: str) -> list[alt.Chart]:
    """The own value in words (column ``own``) at the end of each row, and that of the median under it."""
    words = base.mark_text(align="right", dy=-9, fontWeight="bold", color=theme.OWN, fontSize=14)
    under = base.mark_text(align="right", dy=10, color=theme.MEDIAN, fontSize=12)
    where = {"y": rows, "x": alt.XValue("width")}
    return [words.encode(text=alt.Text(f"{own}:N"), **where), under.encode(text=alt.Text(f"{median}:N"), **where)]
