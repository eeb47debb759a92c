"""One indicator through the years: the own line in the band of the peers, breaks marked."""

import json

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.indicators import Indicator
from dashboard.language import marked
from dashboard.language import translated as _

INNER = marked("middelste helft van de groep")
OUTER = marked("middelste 80 % van de groep")
MEDIAN = marked("mediaan van de groep")


def trend_chart(series: pd.DataFrame, breaks: pd.DataFrame, indicator: Indicator, own_name: str) -> alt.LayerChart:
    """Draw the own values over the peers' p10-p90 and p25-p75 bands and their median.

    Args:
        series: year, value, status, p10, p25, median, p75, p90, shown, point_label, shown_median.
        breaks: year, label: the years in which the figures before and after cannot simply be compared.
        indicator: gives the chart its title and the axis its format.
        own_name: the authority the line belongs to.
    """
    base = alt.Chart(series)
    layers = [
        _area(base, "p10", "p90", OUTER, own_name, indicator),
        _area(base, "p25", "p75", INNER, own_name, indicator),
        *_breaks(breaks),
        _line(base, "median", MEDIAN, own_name, indicator),
        _line(base, "value", own_name, own_name, indicator),
        *_points(base, indicator, own_name),
    ]
    title = theme.wrapped(indicator.axis_title, 70)
    return theme.sized(alt.layer(*layers), 320, title)


def _year() -> alt.X:
    return alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=14))


def _value(column: str, indicator: Indicator) -> alt.Y:
    axis = alt.Axis(format=indicator.axis_format)
    return alt.Y(f"{column}:Q", title=None, axis=axis, scale=alt.Scale(zero=False, padding=18))


def _colour(own_name: str) -> alt.Color:
    scale = alt.Scale(
        domain=[own_name, _(MEDIAN), _(INNER), _(OUTER)],
        range=[theme.OWN, theme.MEDIAN, theme.INNER_BAND, theme.OUTER_BAND],
    )
    legend = theme.legend(205, symbolType="square", symbolOpacity=1)
    return alt.Color("series:N", scale=scale, legend=legend)


def _named(base: alt.Chart, name: str) -> alt.Chart:
    """Give every row the name under which the layer stands in the legend."""
    return base.transform_calculate(series=json.dumps(_(name)))


def _area(base: alt.Chart, low: str, high: str, label: str, own_name: str, indicator: Indicator) -> alt.Chart:
    return (
        _named(base, label)
        .mark_area(opacity=1)
        .encode(x=_year(), y=_value(low, indicator), y2=f"{high}:Q", color=_colour(own_name))
    )


def _line(base: alt.Chart, column: str, label: str, own_name: str, indicator: Indicator) -> alt.Chart:
    dash = [1, 0] if label == own_name else [7, 4]
    return (
        _named(base, label)
        .mark_line(strokeDash=dash, strokeWidth=2.5)
        .encode(x=_year(), y=_value(column, indicator), color=_colour(own_name))
    )


def _points(base: alt.Chart, indicator: Indicator, own_name: str) -> list[alt.Chart]:
    """Filled where the value was reported, hollow where it has another status."""
    tooltip = [
        alt.Tooltip("year:O", title=_("Jaar")),
        alt.Tooltip("shown:N", title=own_name),
        alt.Tooltip("shown_median:N", title=_("Mediaan")),
        alt.Tooltip("status_label:N", title=_("Stand")),
    ]
    point = {"shape": "diamond", "size": 170, "stroke": theme.OWN, "strokeWidth": 2, "opacity": 1}
    where = {"x": _year(), "y": _value("value", indicator), "tooltip": tooltip}
    full = base.transform_filter("datum.status == 'reported'").mark_point(fill=theme.OWN, **point)
    hollow = base.transform_filter("datum.status != 'reported'").mark_point(fill="white", **point)
    labels = theme.with_halo(base, dy=-18, fontWeight="bold", color=theme.OWN)(
        x=_year(), y=_value("value", indicator), text="point_label:N"
    )
    return [*labels, full.encode(**where), hollow.encode(**where)]


def _breaks(breaks: pd.DataFrame) -> list[alt.Chart]:
    if breaks.empty:
        return []
    base = alt.Chart(breaks)
    line = base.mark_rule(color=theme.MUTED, strokeDash=[2, 3]).encode(x=_year())
    mark = base.mark_text(text=_("breuk"), dy=8, dx=4, align="left", color=theme.MUTED, fontSize=12).encode(
        x=_year(), y=alt.value(0), tooltip=alt.Tooltip("label:N", title=_("Breuk"))
    )
    return [line, mark]
