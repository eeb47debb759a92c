"""The authority and its peers side by side, highest first."""

import altair as alt
import pandas as pd

from dashboard.charts import marks, theme
from dashboard.charts.drawing import Drawing, calling_for_words, in_order, kept, title, word
from dashboard.indicators import Indicator
from dashboard.language import translated as _

MOST_NAMED = 40  # beyond this the names no longer fit beside the bars
ROW_HEIGHT = 22
COLUMN_HEIGHT = 300
SIGN_WIDTH, MARGIN = 7.5, 14  # pixels of one sign of a value, and beside it
HEADROOM = 1.25  # of the highest bar: room for names above standing bars
NAME_WIDTH = 0.2
OWN_FIELD = "datum.is_own"
COLUMNS = ("place", "label", "is_own", "value", "shown")


def ranking_chart(
    values: pd.DataFrame, indicator: Indicator, median: float | None, *, is_clickable: bool = False
) -> Drawing:
    """Draw bars in the order of the frame; the own bar is outlined, darker and labelled, marked ones are outlined.

    Args:
        values: place (1 is the first bar), label (unique), is_own, value, shown, label_and_value; where authorities
            can be marked also code, is_marked and tag.
        indicator: gives the axis its title and its format.
        median: the peers' median, or nothing when too few have a value.
        is_clickable: whether a click on a bar is an event of the page.
    """
    is_named = len(values) <= MOST_NAMED
    own = values.loc[values["is_own"], "label_and_value"]
    heading = theme.heading(None if own.empty else own.iloc[0], None if median is None else indicator.show(median))
    rows = marks.placed(marks.completed(values, COLUMNS), "place", NAME_WIDTH).assign(row=range(len(values)))
    is_marked = bool(rows["is_marked"].any())
    if is_named:
        form = _named_form(indicator, len(rows), median is not None, is_marked, is_clickable)
    else:
        top = HEADROOM * float(rows["value"].max()) if is_marked else None
        form = _columns_form(indicator, top, median is not None, is_clickable)
    height = ROW_HEIGHT * len(rows) if is_named else COLUMN_HEIGHT
    words = {"title": heading, "room": MARGIN + SIGN_WIDTH * float(rows["shown"].str.len().max())}
    return Drawing(form, {"rows": rows} | theme.median_data(median), words, height)


@kept
def _named_form(
    indicator: Indicator, n_rows: int, has_median: bool, is_marked: bool, is_clickable: bool
) -> alt.LayerChart:
    return _together(_named(indicator, n_rows, has_median, is_marked), is_clickable)


@kept
def _columns_form(indicator: Indicator, top: float | None, has_median: bool, is_clickable: bool) -> alt.LayerChart:
    return _together(_columns(indicator, top, has_median), is_clickable)


def _together(layers: list[alt.Chart], is_clickable: bool) -> alt.LayerChart:
    if is_clickable:
        layers[0] = marks.clickable(layers[0])
    chart = alt.layer(*layers, calling_for_words(), data=alt.NamedData(name="rows"))
    told = _("Een staaf per bestuur of groep, de hoogste eerst; die van het bestuur zelf is donkerder en omlijnd.")
    return theme.sized(chart, COLUMN_HEIGHT, title(), told)


def _named(indicator: Indicator, n_rows: int, has_median: bool, is_marked: bool) -> list[alt.Chart]:
    """Lying bars; the values stand in a column of their own at the right, where no line crosses them."""
    scale = alt.Scale(range=[0, {"expr": f"width - {word('room')}"}])
    labels = in_order(n_rows, labelLimit=220)
    where = {"y": labels, "x": _value(indicator, alt.X, scale)}
    base = alt.Chart()
    words = {"y": labels, "x": alt.XValue("width"), "text": alt.Text("shown:N")}
    return [
        _bars(base).encode(**where),
        *(_outlined(base, where) if is_marked else []),
        *(_median_line(where["x"]) if has_median else []),
        base.transform_filter(f"!{OWN_FIELD}").mark_text(align="right").encode(**words),
        base.transform_filter(OWN_FIELD).mark_text(align="right", fontWeight="bold", color=theme.OWN).encode(**words),
    ]


def _columns(indicator: Indicator, top: float | None, has_median: bool) -> list[alt.Chart]:
    """Standing bars, too narrow for names; those of marked authorities stand above their bars, up to ``top``."""
    is_marked = top is not None
    scale = alt.Scale(domainMax=top) if is_marked else alt.Undefined
    where = {"x": alt.X("row:O", title=None, axis=None), "y": _value(indicator, alt.Y, scale)}
    base = alt.Chart()
    own = base.transform_filter(OWN_FIELD).mark_point(
        shape="diamond", size=120, filled=True, color=theme.OWN, stroke="white", yOffset=-10, opacity=1
    )
    lane = {"expr": f"-14 - {marks.LANE_HEIGHT} * datum.lane"}
    names = marks.tags(
        base.transform_filter(marks.IS_MARKED), align=marks.TOWARDS_THE_MIDDLE, baseline="bottom", yOffset=lane
    )
    return [
        _bars(base).encode(**where),
        *(_outlined(base, where) if is_marked else []),
        *(_median_line(where["y"]) if has_median else []),
        own.encode(**where),
        *(names(**where, text=alt.Text("tag:N")) if is_marked else []),
    ]


def _bars(base: alt.Chart) -> alt.Chart:
    return base.mark_bar(cornerRadiusEnd=2).encode(
        color=alt.condition(OWN_FIELD, alt.value(theme.OWN), alt.value(theme.INNER_BAND)),
        stroke=alt.condition(OWN_FIELD, alt.value(theme.TEXT), alt.value(None)),
        tooltip=[alt.Tooltip("label:N", title=_("Bestuur")), alt.Tooltip("shown:N", title=_("Waarde"))],
    )


def _outlined(base: alt.Chart, where: dict[str, object]) -> list[alt.Chart]:
    bars = base.transform_filter(marks.IS_MARKED).mark_bar(
        cornerRadiusEnd=2, color=theme.QUARTERS[2], stroke=theme.TEXT, strokeWidth=2
    )
    return [bars.encode(**where)]


def _value(indicator: Indicator, channel: type[alt.X] | type[alt.Y], scale: object) -> alt.X | alt.Y:
    axis = alt.Axis(format=indicator.axis_format, tickCount=8)
    return channel("value:Q", title=theme.wrapped(indicator.axis_title, 45), axis=axis, scale=scale)


def _median_line(channel: alt.X | alt.Y) -> list[alt.Chart]:
    rule = theme.median_rule()
    return [rule.encode(x=channel) if isinstance(channel, alt.X) else rule.encode(y=channel)]
