"""Where one authority sits in the distribution of its peers."""

import altair as alt
import pandas as pd

from dashboard.charts import marks, theme
from dashboard.charts.drawing import Drawing, calling_for_words, kept, title
from dashboard.indicators import Indicator
from dashboard.language import translated as _

STEPS, FEW_STEPS = 20, 10
MANY = 60  # from so many authorities on, narrower steps show more than they hide
HEIGHT = 240
NAME_WIDTH = 0.5
COLUMNS = ("is_own", "value", "label", "shown")


def distribution_chart(
    values: pd.DataFrame, indicator: Indicator, median: float | None, *, is_brushable: bool = False
) -> Drawing:
    """Draw how many peers lie where, with the own value as a diamond and the median as a dashed line.

    Args:
        values: is_own, value, label, shown, label_and_value; reported values of peers, and the own one if any; where
            authorities can be marked also code, is_marked and tag.
        indicator: gives the axis its title and its format.
        median: the peers' median, or nothing when too few have a value.
        is_brushable: whether dragging over a stretch is an event of the page; it gives the bounds of ``low``.
    """
    rows = marks.placed(marks.completed(values, COLUMNS), "value", NAME_WIDTH)
    shown = values.loc[values["is_own"], "label_and_value"]
    heading = theme.heading(None if shown.empty else shown.iloc[0], None if median is None else indicator.show(median))
    n_steps = STEPS if len(rows) >= MANY else FEW_STEPS
    is_marked = bool(rows["is_marked"].any())
    form = _form(indicator, n_steps, median is not None, is_marked, is_brushable)
    return Drawing(form, {"rows": rows} | theme.median_data(median), {"title": heading})


@kept
def _form(indicator: Indicator, n_steps: int, has_median: bool, is_marked: bool, is_brushable: bool) -> alt.LayerChart:
    bars = _bars(n_steps, indicator)
    layers = [
        bars.add_params(marks.brush("x")) if is_brushable else bars,
        *([theme.median_rule().encode(x=alt.X("value:Q"))] if has_median else []),
        *_own_line(alt.Chart().transform_filter("datum.is_own")),
        *(_marked() if is_marked else []),
        calling_for_words(),
    ]
    chart = alt.layer(*layers, data=alt.NamedData(name="rows"))
    told = _("Staven: hoeveel besturen waar liggen; een ruit voor het bestuur en een streepjeslijn voor de mediaan.")
    return theme.sized(chart, HEIGHT, title(), told)


def _bars(n_steps: int, indicator: Indicator) -> alt.Chart:
    steps = alt.Bin(maxbins=n_steps)
    axis = alt.Axis(format=indicator.axis_format, title=theme.wrapped(indicator.axis_title, 55), tickCount=6)
    return (
        alt.Chart()
        .transform_filter("!datum.is_own")
        .transform_bin(["low", "high"], field="value", bin=steps)
        .transform_aggregate(n="count()", groupby=["low", "high"])
        .mark_bar(color=theme.INNER_BAND, stroke="white", strokeWidth=1)
        .encode(
            x=alt.X("low:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=12)),
            x2=alt.X2("high:Q"),
            y2=alt.Y2Datum(0),
            y=alt.Y("n:Q", title=_("aantal besturen"), axis=alt.Axis(format=",.0f", tickMinStep=1, tickCount=5)),
            tooltip=[alt.Tooltip("n:Q", title=_("aantal besturen"), format=",.0f")],
        )
    )


def _own_line(own: alt.Chart) -> list[alt.Chart]:
    line = own.mark_rule(color=theme.OWN, size=2.5).encode(x=alt.X("value:Q"))
    diamond = own.mark_point(shape="diamond", size=190, filled=True, color=theme.OWN, stroke="white", opacity=1)
    return [line, diamond.encode(x=alt.X("value:Q"), y=alt.YValue(0))]


def _marked() -> list[alt.Chart]:
    """Each marked authority as a line from the axis up to its name."""
    base = alt.Chart().transform_filter(marks.IS_MARKED)
    height = {"expr": f"22 + {marks.LANE_HEIGHT} * datum.lane"}
    aside = {"expr": "datum.is_right ? -5 : 5"}
    names = marks.tags(base, align=marks.TOWARDS_THE_MIDDLE, baseline="middle", xOffset=aside, y=height)
    return [
        base.mark_rule(color=theme.TEXT, size=1.5, y=height, y2="height").encode(x=alt.X("value:Q")),
        *names(x=alt.X("value:Q"), text=alt.Text("tag:N")),
    ]
