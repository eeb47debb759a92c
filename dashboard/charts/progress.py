"""How the submissions of a year come in, day by day around the due day, beside the year before."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.language import translated as _

HEIGHT = 280
DASH, FULL = [5, 4], [1, 0]


def progress_chart(rows: pd.DataFrame, year: int, days_title: str) -> alt.LayerChart:
    """Draw one line with steps per year and kind; accepted is dashed, the year before is lighter.

    Args:
        rows: year, series (label of the line), is_accepted, day (0 is the due day), n_authorities, shown.
        year: the year that stands out.
        days_title: what the axis counts.
    """
    names = rows.drop_duplicates("series")
    looks = [(theme.OWN if line_year == year else theme.PEER) for line_year in names["year"]]
    dashes = [DASH if accepted else FULL for accepted in names["is_accepted"]]
    domain = list(names["series"])
    x = alt.X("day:Q", title=days_title, axis=alt.Axis(format=",.0f", grid=False, tickCount=8))
    y = alt.Y("n_authorities:Q", title=_("aantal besturen"), axis=alt.Axis(format=",.0f", tickMinStep=1))
    legend = theme.legend(150, symbolType="stroke", symbolStrokeWidth=3)
    lines = (
        alt.Chart(rows)
        .mark_line(interpolate="step-after", strokeWidth=2.5)
        .encode(
            x=x,
            y=y,
            color=alt.Color("series:N", scale=alt.Scale(domain=domain, range=looks), legend=legend),
            strokeDash=alt.StrokeDash("series:N", scale=alt.Scale(domain=domain, range=dashes), legend=legend),
            tooltip=[
                alt.Tooltip("series:N", title=_("Stand")),
                alt.Tooltip("day:Q", title=days_title, format=",.0f"),
                alt.Tooltip("shown:N", title=_("Besturen")),
            ],
        )
    )
    due = alt.Chart(pd.DataFrame({"day": [0], "label": [_("uiterste datum")]}))
    rule = due.mark_rule(color=theme.MUTED, strokeDash=[2, 3]).encode(x="day:Q")
    middle = alt.value(HEIGHT / 2)
    words = theme.with_halo(due, align="left", dx=5, color=theme.MUTED)(x="day:Q", y=middle, text="label:N")
    return theme.sized(alt.layer(rule, lines, *words), HEIGHT)
