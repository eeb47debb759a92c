"""The authority and its peers side by side, highest first."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.indicators import Indicator

MOST_NAMED = 40  # beyond this the names no longer fit beside the bars
ROW_HEIGHT = 22
OWN_FIELD = "datum.is_own"


def ranking_chart(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    """Draw bars in the order of the frame; the own bar is outlined, darker and labelled.

    Args:
        values: place (1 is the first bar), label (unique), is_own, value, shown.
        indicator: gives the axis its title and its format.
        median: the peers' median, or nothing when too few have a value.
    """
    is_named = len(values) <= MOST_NAMED
    return (_named if is_named else _columns)(values, indicator, median)


def _named(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    y = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=220, ticks=False, domain=False))
    base = alt.Chart(values)
    bars = _bars(base).encode(y=y, x=_value(indicator, alt.X))
    where = {"y": y, "x": _value(indicator, alt.X), "text": "shown:N"}
    texts = base.transform_filter(f"!{OWN_FIELD}").mark_text(align="left", dx=6).encode(**where)
    own = base.transform_filter(OWN_FIELD).mark_text(align="left", dx=6, fontWeight="bold", color=theme.OWN).encode(**where)
    layers = [bars, texts, own, *_median_line(median, indicator, alt.X)]
    return alt.layer(*layers).properties(height=ROW_HEIGHT * len(values), width="container")


def _columns(values: pd.DataFrame, indicator: Indicator, median: float | None) -> alt.LayerChart:
    x = alt.X("place:O", sort=None, title=None, axis=None)
    base = alt.Chart(values)
    bars = _bars(base).encode(x=x, y=_value(indicator, alt.Y))
    own = base.transform_filter(OWN_FIELD)
    mark = own.mark_text(dy=-12, fontWeight="bold", color=theme.OWN).encode(
        x=x, y=_value(indicator, alt.Y), text="label_and_value:N"
    )
    layers = [bars, mark, *_median_line(median, indicator, alt.Y)]
    return alt.layer(*layers).properties(height=340, width="container")


def _bars(base: alt.Chart) -> alt.Chart:
    return base.mark_bar(cornerRadiusEnd=2).encode(
        color=alt.condition(OWN_FIELD, alt.value(theme.OWN), alt.value(theme.INNER_BAND)),
        stroke=alt.condition(OWN_FIELD, alt.value(theme.TEXT), alt.value(None)),
        tooltip=[alt.Tooltip("label:N", title="Bestuur"), alt.Tooltip("shown:N", title="Waarde")],
    )


def _value(indicator: Indicator, channel: type[alt.X] | type[alt.Y]) -> alt.X | alt.Y:
    return channel("value:Q", title=indicator.axis_title, axis=alt.Axis(format=indicator.axis_format))


def _median_line(median: float | None, indicator: Indicator, channel: type[alt.X] | type[alt.Y]) -> list[alt.Chart]:
    if median is None:
        return []
    name = "x" if channel is alt.X else "y"
    base = alt.Chart(pd.DataFrame({"value": [median], "text": [f"mediaan {indicator.show(median)}"]}))
    where = {name: _value(indicator, channel)}
    line = base.mark_rule(color=theme.MEDIAN, strokeDash=[6, 4], size=2).encode(**where)
    if channel is alt.X:
        text = base.mark_text(align="center", dy=-8, color=theme.MEDIAN).encode(y=alt.value(0), text="text:N", **where)
    else:
        text = base.mark_text(align="right", dy=-8, color=theme.MEDIAN).encode(x=alt.value("width"), text="text:N", **where)
    return [line, text]
