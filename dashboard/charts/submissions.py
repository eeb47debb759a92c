"""Who handed in, year by year."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.language import translated as _

ROW_HEIGHT = 38


def submissions_chart(counts: pd.DataFrame, statuses: Sequence[str]) -> alt.LayerChart:
    """Draw one bar per year, stacked by status, with the number in each part that is wide enough.

    Args:
        counts: year, status_label, n_authorities, place (the order of the status), shown (the number as text,
            empty where the part is too small for it).
        statuses: the labels in their order.
    """
    base = alt.Chart(counts)
    y = alt.Y("year:O", title=None, sort="descending", axis=alt.Axis(ticks=False, domain=False))
    x = alt.X("n_authorities:Q", stack="zero", title=_("aantal besturen"), axis=alt.Axis(format=",.0f", tickCount=6))
    order = alt.Order("place:O")
    scale = alt.Scale(domain=list(statuses), range=list(theme.STATUSES)[: len(statuses)])
    bars = base.mark_bar(stroke="white", strokeWidth=1).encode(
        y=y,
        x=x,
        order=order,
        color=alt.Color("status_label:N", scale=scale, legend=theme.legend(120)),
        tooltip=[
            alt.Tooltip("year:O", title=_("Jaar")),
            alt.Tooltip("status_label:N", title=_("Stand")),
            alt.Tooltip("n_authorities:Q", title=_("Besturen"), format=",.0f"),
        ],
    )
    is_dark = "datum.place <= 2"
    texts = base.mark_text(fontWeight="bold").encode(
        y=y,
        x=alt.X("n_authorities:Q", stack="zero", bandPosition=0.5),
        order=order,
        text="shown:N",
        color=alt.condition(is_dark, alt.value("white"), alt.value(theme.TEXT)),
    )
    return theme.sized(alt.layer(bars, texts), ROW_HEIGHT * counts["year"].nunique())
