"""Two indicators across each other: the authority among its peers."""

import altair as alt
import pandas as pd

from dashboard.charts import marks, theme
from dashboard.charts.drawing import Drawing, calling_for_words, kept, title
from dashboard.indicators import Indicator
from dashboard.language import translated as _

HEIGHT = 380
COLUMNS = ("label", "is_own", "value", "other_value", "shown", "other_shown")


def scatter_chart(
    rows: pd.DataFrame,
    indicator: Indicator,
    other: Indicator,
    medians: tuple[float | None, float | None],
    *,
    is_clickable: bool = False,
) -> Drawing:
    """Draw the peers as dots, the authority as a diamond and both medians as dashed lines.

    Args:
        rows: label, is_own, value, other_value (neither missing), shown, other_shown; where authorities can be marked
            also code, is_marked and tag.
        indicator: from left to right.
        other: from the bottom up.
        medians: the peers' medians of both, or nothing when too few have a value.
        is_clickable: whether a click on a dot, or dragging over a part, is an event of the page.
    """
    drawn = marks.placed(marks.completed(rows, COLUMNS), "value")
    own_label = rows.loc[rows["is_own"], "label"]
    own = theme.heading(None if own_label.empty else own_label.iloc[0].removeprefix("◆ "), None)
    heading = _heading(own, indicator, other, medians)
    has_medians = tuple(median is not None for median in medians)
    form = _form(indicator, other, has_medians, bool(drawn["is_marked"].any()), is_clickable)
    frames = {"rows": drawn} | theme.median_data(medians[0]) | theme.median_data(medians[1], "other_value")
    return Drawing(form, frames, {"title": heading})


@kept
def _form(
    indicator: Indicator,
    other: Indicator,
    has_medians: tuple[bool, bool],
    is_marked: bool,
    is_clickable: bool,
) -> alt.LayerChart:
    where = {"x": _axis(alt.X, "value", indicator), "y": _axis(alt.Y, "other_value", other)}
    tooltip = [
        alt.Tooltip("label:N", title=_("Bestuur")),
        alt.Tooltip("shown:N", title=indicator.label),
        alt.Tooltip("other_shown:N", title=other.label),
    ]
    base = alt.Chart()
    dots = base.transform_filter("!datum.is_own").mark_circle(color=theme.PEER, size=90, opacity=0.7)
    own = base.transform_filter("datum.is_own").mark_point(
        filled=True, color=theme.OWN, **theme.DIAMOND | {"size": 240}
    )
    peers = dots.encode(**where, tooltip=tooltip)
    layers = [
        marks.clickable(peers, marks.brush("x", "y")) if is_clickable else peers,
        *_median_lines(has_medians),
        own.encode(**where, tooltip=tooltip),
        *(marks.ringed(where, size=200, aside=11) if is_marked else []),
        calling_for_words(),
    ]
    told = _("Een stip per bestuur volgens beide kengetallen, een ruit voor het bestuur en een lijn per mediaan.")
    return theme.sized(alt.layer(*layers, data=alt.NamedData(name="rows")), HEIGHT, title(), told)


def _heading(
    own: str | None, indicator: Indicator, other: Indicator, medians: tuple[float | None, float | None]
) -> str:
    told = [
        _("┆ mediaan {value}").format(value=one.show(median))
        for one, median in zip((indicator, other), medians, strict=True)
        if median is not None
    ]
    return "\n".join(part for part in (own, "   ".join(told)) if part)


def _axis(channel: type[alt.X] | type[alt.Y], field: str, indicator: Indicator) -> alt.X | alt.Y:
    axis = alt.Axis(format=indicator.axis_format, tickCount=7)
    title = theme.wrapped(indicator.axis_title, 45)
    return channel(f"{field}:Q", title=title, axis=axis, scale=alt.Scale(zero=False, padding=16))


def _median_lines(has_medians: tuple[bool, bool]) -> list[alt.Chart]:
    axes = ((alt.X, "value"), (alt.Y, "other_value"))
    return [
        theme.median_rule(field).encode(channel(f"{field}:Q"))
        for (channel, field), has_median in zip(axes, has_medians, strict=True)
        if has_median
    ]
