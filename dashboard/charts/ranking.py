"""The authority and its peers side by side, highest first."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.indicators import Indicator
from dashboard.language import translated as _

MOST_NAMED = 40  # beyond this the names no longer fit beside the bars
ROW_HEIGHT = 22
COLUMN_HEIGHT = 300
OWN_FIELD = "datum.is_own"


def ranking_chart(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    """Draw bars in the order of the frame; the own bar is outlined, darker and labelled.

    Args:
        values: place (1 is the first bar), label (unique), is_own, value, shown.
        indicator: gives the axis its title and its format.
        median: the peers' median, or nothing when too few have a value.
    """
    is_named = len(values) <= MOST_NAMED
    own = values.loc[values["is_own"], "label_and_value"]
    title = theme.heading(None if own.empty else own.iloc[0], None if median is None else indicator.show(median))
    chart = (_named if is_named else _columns)(values, indicator, median)
    return theme.sized(chart, ROW_HEIGHT * len(values) if is_named else COLUMN_HEIGHT, title)


def _named(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    y = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=220, ticks=False, domain=False))
    base = alt.Chart(values)
    bars = _bars(base).encode(y=y, x=_value(indicator, alt.X))
    where = {"y": y, "x": _value(indicator, alt.X), "text": "shown:N"}
    texts = theme.with_halo(base.transform_filter(f"!{OWN_FIELD}"), align="left", dx=6)(**where)
    own = theme.with_halo(base.transform_filter(OWN_FIELD), align="left", dx=6, fontWeight="bold", color=theme.OWN)(
        **where
    )
    layers = [bars, *_median_line(median, indicator, alt.X), *texts, *own]
    return alt.layer(*layers)


def _columns(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    x = alt.X("place:O", sort=None, title=None, axis=None)
    base = alt.Chart(values)
    bars = _bars(base).encode(x=x, y=_value(indicator, alt.Y))
    own = base.transform_filter(OWN_FIELD).mark_point(
        shape="diamond", size=120, filled=True, color=theme.OWN, stroke="white", yOffset=-10, opacity=1
    )
    layers = [bars, *_median_line(median, indicator, alt.Y), own.encode(x=x, y=_value(indicator, alt.Y))]
    return alt.layer(*layers)


def _bars(base: alt.Chart) -> alt.Chart:
    return base.mark_bar(cornerRadiusEnd=2).encode(
        color=alt.condition(OWN_FIELD, alt.value(theme.OWN), alt.value(theme.INNER_BAND)),
        stroke=alt.condition(OWN_FIELD, alt.value(theme.TEXT), alt.value(None)),
        tooltip=[alt.Tooltip("label:N", title=_("Bestuur")), alt.Tooltip("shown:N", title=_("Waarde"))],
    )


def _value(indicator: Indicator, channel: type[alt.X] | type[alt.Y]) -> alt.X | alt.Y:
    axis = alt.Axis(format=indicator.axis_format, tickCount=8)
    return channel("value:Q", title=theme.wrapped(indicator.axis_title, 45), axis=axis)


def _median_line(median: float | None, indicator: Indicator, channel: type[alt.X] | type[alt.Y]) -> list[alt.Chart]:
    if median is None:
        return []
    where = {"x" if channel is alt.X else "y": _value(indicator, channel)}
    base = alt.Chart(pd.DataFrame({"value": [median]}))
    return [base.mark_rule(color=theme.MEDIAN, strokeDash=[6, 4], size=2).encode(**where)]
