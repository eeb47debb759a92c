"""A result before and after, among those who took part and those who did not."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.indicators import Indicator
from dashboard.language import translated as _


def effects_chart(rows: pd.DataFrame, indicator: Indicator) -> alt.LayerChart:
    """Draw two lines from the year before to the year after; each has its own form and its own label.

    Args:
        rows: moment (year), value, group (label), is_part, shown; two rows per group that has both.
        indicator: gives the chart its title and the axis its format.
    """
    base = alt.Chart(rows)
    x = alt.X("moment:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=14), scale=alt.Scale(padding=0.9))
    y = alt.Y(
        "value:Q",
        title=None,
        axis=alt.Axis(format=indicator.axis_format, tickCount=5),
        scale=alt.Scale(zero=False, padding=30),
    )
    groups = list(dict.fromkeys(rows["group"]))
    forms = {True: (theme.OWN, "diamond", [1, 0]), False: (theme.PEER, "circle", [6, 4])}
    used = [forms[bool(part)] for part in rows.drop_duplicates("group")["is_part"]]
    colour = alt.Color(
        "group:N", scale=alt.Scale(domain=groups, range=[form[0] for form in used]), legend=theme.legend(260)
    )
    shape = alt.Shape("group:N", scale=alt.Scale(domain=groups, range=[form[1] for form in used]))
    dash = alt.StrokeDash("group:N", scale=alt.Scale(domain=groups, range=[form[2] for form in used]), legend=None)
    tooltip = [alt.Tooltip("group:N", title=_("Besturen")), alt.Tooltip("shown:N", title=_("Mediaan"))]
    layers = [
        base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=colour, strokeDash=dash),
        base.mark_point(filled=True, size=150, opacity=1).encode(x=x, y=y, color=colour, shape=shape, tooltip=tooltip),
        *theme.with_halo(base, dy=-16)(x=x, y=y, text="shown:N"),
    ]
    return theme.sized(alt.layer(*layers), 260, theme.wrapped(indicator.axis_title, 70))
