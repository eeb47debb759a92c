"""Where one authority sits in the distribution of its peers."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.indicators import Indicator

STEPS = 20


def distribution_chart(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    """Draw how many peers lie where, with the own value as a diamond and the median as a dashed line.

    Args:
        values: is_own, value, shown; the peers with a reported value, and the authority itself when it has one.
        indicator: gives the axis its title and its format.
        median: the peers' median, or nothing when too few have a value.
    """
    base = alt.Chart(values)
    axis = alt.Axis(format=indicator.axis_format, title=indicator.axis_title)
    bars = (
        base.transform_filter("!datum.is_own")
        .mark_bar(color=theme.INNER_BAND, stroke="white")
        .encode(
            x=alt.X("value:Q", bin=alt.Bin(maxbins=STEPS), axis=axis),
            y=alt.Y("count():Q", title="aantal besturen", axis=alt.Axis(format=",.0f", tickMinStep=1)),
            tooltip=[alt.Tooltip("count():Q", title="aantal besturen", format=",.0f")],
        )
    )
    own = base.transform_filter("datum.is_own")
    diamond = own.mark_point(
        shape="diamond", size=220, filled=True, color=theme.OWN, stroke="white", yOffset=-12, clip=False
    ).encode(x=alt.X("value:Q"), y=alt.value("height"))
    label = own.mark_text(dy=-28, fontWeight="bold", color=theme.OWN).encode(
        x=alt.X("value:Q"), y=alt.value("height"), text="label_and_value:N"
    )
    return alt.layer(bars, *_median(median, indicator), diamond, label).properties(height=300, width="container")


def _median(median: float | None, indicator: Indicator) -> list[alt.Chart]:
    if median is None:
        return []
    base = alt.Chart(pd.DataFrame({"value": [median], "text": [f"mediaan {indicator.show(median)}"]}))
    line = base.mark_rule(color=theme.MEDIAN, strokeDash=[6, 4], size=2).encode(x="value:Q")
    text = base.mark_text(dy=-8, color=theme.MEDIAN).encode(x="value:Q", y=alt.value(0), text="text:N")
    return [line, text]
