"""The steps of VIA money: bars per measure and step, and the burn-down of one measure."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.language import translated as _

ROW_HEIGHT = 23
DASHES = ([1, 0], [8, 3], [5, 4], [2, 3], [10, 3, 2, 3])


def steps_chart(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw a bar per step, in groups that begin with a row that names the measure.

    Args:
        rows: row (order and label, parted by `|`), amount_eur (missing: no bar), shown, step (empty for a heading),
            heading; in order.
    """
    steps = list(dict.fromkeys(step for step in rows["step"] if step))
    axis = alt.Axis(labelExpr="split(datum.value, '|')[1]", ticks=False, domain=False, labelLimit=130, offset=4)
    y = alt.Y("row:N", sort=list(rows["row"]), title=None, axis=axis)
    base = alt.Chart(rows)
    colour = alt.Color("step:N", scale=alt.Scale(domain=steps, range=list(theme.STATUSES[: len(steps)])), legend=None)
    most = float(rows["amount_eur"].max()) if rows["amount_eur"].notna().any() else 1.0
    x = alt.X("amount_eur:Q", axis=None, scale=alt.Scale(domain=[0, most], range=[0, {"expr": "width - 95"}]))
    tooltip = [alt.Tooltip("step:N", title=_("Stap")), alt.Tooltip("shown:N", title=_("Bedrag"))]
    heading = base.transform_filter("datum.heading != ''")
    layers = [
        base.mark_bar(height=15, stroke=theme.MEDIAN, strokeWidth=0.6).encode(y=y, x=x, color=colour, tooltip=tooltip),
        base.transform_filter("datum.heading == '' && isValid(datum.amount_eur)")
        .mark_text(align="left", dx=5)
        .encode(y=y, x=x, text="shown:N"),
        base.transform_filter("datum.heading == '' && !isValid(datum.amount_eur)")
        .mark_text(align="left", dx=5, color=theme.MUTED, fontStyle="italic")
        .encode(y=y, x=alt.value(0), text="shown:N"),
        heading.mark_text(align="left", fontWeight="bold", fontSize=14, dx=-2).encode(
            y=y, x=alt.value(0), text="heading:N"
        ),
    ]
    return theme.sized(alt.layer(*layers), ROW_HEIGHT * len(rows))


def burn_down_chart(rows: pd.DataFrame, money: pd.DataFrame, outlook: pd.DataFrame) -> alt.LayerChart:
    """Draw what had moved by the end of each month per step, the money itself, and what lies ahead.

    Args:
        rows: month_end, cumulative_eur, label (of the step), shown; in the order of the steps.
        money: amount_eur, shown; one row, or none where it is not known.
        outlook: horizon_on, low_eur, middle_eur, high_eur, shown; none where nothing lies ahead.
    """
    steps = list(dict.fromkeys(rows["label"]))
    scale = alt.Scale(domain=steps, range=[theme.MUTED, theme.PEER, theme.MEDIAN, theme.OWN, "#2E6B3A"][: len(steps)])
    dash = alt.StrokeDash("label:N", scale=alt.Scale(domain=steps, range=list(DASHES[: len(steps)])), legend=None)
    x = alt.X(
        "month_end:T",
        title=None,
        scale=alt.Scale(padding=14),
        axis=alt.Axis(format="%b %Y", labelAngle=0, tickCount=6, labelOverlap=True),
    )
    y = alt.Y("cumulative_eur:Q", title=None, axis=alt.Axis(format=",.0f", tickCount=5), scale=alt.Scale(zero=True))
    colour = alt.Color("label:N", scale=scale, legend=theme.legend(150, symbolStrokeWidth=0))
    tooltip = [alt.Tooltip("label:N", title=_("Stap")), alt.Tooltip("shown:N", title=_("Tot en met deze maand"))]
    base = alt.Chart(rows)
    layers = [
        base.mark_line(interpolate="step-after", strokeWidth=2.5).encode(x=x, y=y, color=colour, strokeDash=dash),
        base.mark_point(filled=True, size=45, opacity=1).encode(
            x=x, y=y, color=colour, tooltip=tooltip, shape=alt.Shape("label:N", scale=alt.Scale(domain=steps))
        ),
        *_money(money),
        *_outlook(outlook),
    ]
    return theme.sized(alt.layer(*layers), 340, _("euro, samen tot en met elke maand"))


def _money(money: pd.DataFrame) -> list[alt.Chart]:
    base = alt.Chart(money)
    y = alt.Y("amount_eur:Q")
    return [
        base.mark_rule(color=theme.TEXT, strokeDash=[3, 3]).encode(y=y),
        *theme.with_halo(base, align="left", baseline="bottom", dy=-3, dx=4)(y=y, x=alt.value(0), text="shown:N"),
    ]


def _outlook(outlook: pd.DataFrame) -> list[alt.Chart]:
    base = alt.Chart(outlook)
    x = alt.X("horizon_on:T")
    tooltip = [alt.Tooltip("shown:N", title=_("Vooruitzicht"))]
    return [
        base.mark_rule(color=theme.OWN, strokeWidth=5, opacity=0.35).encode(x=x, y=alt.Y("low_eur:Q"), y2="high_eur:Q"),
        base.mark_point(shape="diamond", size=190, filled=False, strokeWidth=2.5, color=theme.OWN, opacity=1).encode(
            x=x, y=alt.Y("middle_eur:Q"), tooltip=tooltip
        ),
    ]
