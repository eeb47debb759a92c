"""Where one authority sits in the distribution of its peers."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.indicators import Indicator
from dashboard.language import translated as _

STEPS = 20


def distribution_chart(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    """Draw how many peers lie where, with the own value as a diamond and the median as a dashed line.

    Args:
        values: is_own, value, label_and_value; reported values of peers, and the own one if any.
        indicator: gives the axis its title and its format.
        median: the peers' median, or nothing when too few have a value.
    """
    base = alt.Chart(values)
    axis = alt.Axis(format=indicator.axis_format, title=theme.wrapped(indicator.axis_title, 55))
    bars = (
        base.transform_filter("!datum.is_own")
        .mark_bar(color=theme.INNER_BAND, stroke="white")
        .encode(
            x=alt.X("value:Q", bin=alt.Bin(maxbins=STEPS), axis=axis),
            y=alt.Y("count():Q", title=_("aantal besturen"), axis=alt.Axis(format=",.0f", tickMinStep=1)),
            tooltip=[alt.Tooltip("count():Q", title=_("aantal besturen"), format=",.0f")],
        )
    )
    own = base.transform_filter("datum.is_own")
    layers = [bars, *_median_line(median), *_own_line(own)]
    shown = values.loc[values["is_own"], "label_and_value"]
    title = theme.heading(None if shown.empty else shown.iloc[0], None if median is None else indicator.show(median))
    return theme.sized(alt.layer(*layers), 240, title)


def _own_line(own: alt.Chart) -> list[alt.Chart]:
    line = own.mark_rule(color=theme.OWN, size=2.5).encode(x="value:Q")
    diamond = own.mark_point(shape="diamond", size=190, filled=True, color=theme.OWN, stroke="white", opacity=1)
    return [line, diamond.encode(x="value:Q", y=alt.value(0))]


def _median_line(median: float | None) -> list[alt.Chart]:
    if median is None:
        return []
    base = alt.Chart(pd.DataFrame({"value": [median]}))
    return [base.mark_rule(color=theme.MEDIAN, strokeDash=[6, 4], size=2).encode(x="value:Q")]
