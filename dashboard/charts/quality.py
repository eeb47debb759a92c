"""Problems per rule and sheet, figures per status, and completeness through the years."""

from textwrap import wrap

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.language import translated as _

LINE_HEIGHT, MARGIN = 16, 6  # of the text of a rule: of a line, and around all of them
BAR_HEIGHT, LINES_HEIGHT = 36, 240
RULE_WIDTH = 42
IS_NARROW = "width < 480"  # the names of the sheets then stand upright
STATUS_COLOURS = {
    "reported": theme.STATUSES[0],
    "estimated": "#5B3F8C",
    "partial_year": theme.STATUSES[1],
    "under_query": theme.STATUSES[3],
    "withheld": theme.STATUSES[2],
    "rejected": theme.OWN,
    "not_submitted": theme.OTHER,
}
DARK = ("reported", "estimated", "partial_year", "rejected")
MEASURES = {"received": ("circle", theme.OWN), "filled": ("square", theme.MEDIAN), "reported": ("diamond", "#3F82B5")}


def problems_chart(cells: pd.DataFrame) -> alt.LayerChart:
    """Draw a field of rules (down) and sheets (across), darker where there are more problems, each with its number.

    Args:
        cells: rule_label, sheet_label, n_problems, shown; the most frequent rule first.
    """
    lines = [_balanced(label) for label in cells["rule_label"]]
    rows = cells.assign(rule_lines=["|".join(parts) for parts in lines])
    most = int(rows["n_problems"].max())
    base = alt.Chart(rows)
    y = alt.Y("rule_lines:N", sort=None, title=None, axis=_rules_axis(max(map(len, lines))))
    upright = {
        "labelAngle": {"expr": f"{IS_NARROW} ? -90 : 0"},
        "labelAlign": {"expr": f"{IS_NARROW} ? 'left' : 'center'"},
        "labelBaseline": {"expr": f"{IS_NARROW} ? 'middle' : 'bottom'"},
    }
    sheets = alt.Axis(orient="top", ticks=False, domain=False, labelLimit=120, **upright)
    x = alt.X("sheet_label:N", title=None, axis=sheets)
    colours = alt.Scale(domain=[0, most], range=[theme.OUTER_BAND, theme.MEDIAN])
    fields = base.mark_rect(stroke="white", strokeWidth=2).encode(
        x=x,
        y=y,
        color=alt.Color("n_problems:Q", scale=colours, legend=None),
        tooltip=[
            alt.Tooltip("rule_label:N", title=_("Regel")),
            alt.Tooltip("sheet_label:N", title=_("Tabblad")),
            alt.Tooltip("shown:N", title=_("Aantal")),
        ],
    )
    is_dark = f"datum.n_problems > {most / 2}"
    numbers = base.mark_text(fontWeight="bold").encode(
        x=x, y=y, text="shown:N", color=alt.condition(is_dark, alt.value("white"), alt.value(theme.TEXT))
    )
    height = LINE_HEIGHT * max(map(len, lines)) + MARGIN
    return theme.sized(alt.layer(fields, numbers), height * rows["rule_lines"].nunique())


def _balanced(label: str) -> list[str]:
    """As few lines as there is room for, of about the same length."""
    broken = (wrap(label, width) for width in range(RULE_WIDTH // 2, RULE_WIDTH + 1))
    return min(broken, key=lambda lines: (len(lines), max(map(len, lines))))


def _rules_axis(most_lines: int) -> alt.Axis:
    """The rules as labels of several lines, each in the middle of its row: lines follow the first one downwards."""
    n_lines = "length(split(datum.value, '|'))"
    up = [{"test": f"{n_lines} == {n}", "value": -LINE_HEIGHT / 2 * (n - 1)} for n in range(2, most_lines + 1)]
    return alt.Axis(
        labelExpr="split(datum.value, '|')",
        labelLimit=330,
        labelFontSize=12,
        labelLineHeight=LINE_HEIGHT,
        labelOffset={"condition": up, "value": 0} if up else 0,
        ticks=False,
        domain=False,
        labelPadding=8,
    )


def statuses_chart(parts: pd.DataFrame) -> alt.LayerChart:
    """Draw one bar per theme, stacked by status, with the share in each part that is wide enough.

    Args:
        parts: theme_label, status, status_label, status_position, share (0 to 1), shown, number.
    """
    named = parts.drop_duplicates("status").sort_values("status_position", ascending=False)
    scale = alt.Scale(
        domain=list(named["status_label"]), range=[STATUS_COLOURS.get(code, theme.OTHER) for code in named["status"]]
    )
    base = alt.Chart(parts)
    where = {
        "y": alt.Y("theme_label:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=200)),
        "order": alt.Order("status_position:Q", sort="descending"),
    }
    axis = alt.Axis(format=".0%", tickCount=5)
    bars = base.mark_bar(stroke="white", strokeWidth=1).encode(
        **where,
        x=alt.X("share:Q", stack="zero", title=_("aandeel van de cijfers"), axis=axis, scale=alt.Scale(domain=[0, 1])),
        color=alt.Color("status_label:N", scale=scale, legend=theme.legend(215)),
        tooltip=[
            alt.Tooltip("theme_label:N", title=_("Thema")),
            alt.Tooltip("status_label:N", title=_("Stand")),
            alt.Tooltip("shown:N", title=_("Aandeel")),
            alt.Tooltip("n_figures:Q", title=_("Cijfers"), format=",.0f"),
        ],
    )
    is_dark = f"indexof({list(DARK)}, datum.status) >= 0"
    numbers = base.mark_text(fontWeight="bold").encode(
        **where,
        x=alt.X("share:Q", stack="zero", bandPosition=0.5),
        text="number:N",
        color=alt.condition(is_dark, alt.value("white"), alt.value(theme.TEXT)),
    )
    return theme.sized(alt.layer(bars, numbers), BAR_HEIGHT * parts["theme_label"].nunique())


def completeness_chart(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw one line per kind of completeness, each with a form of its own and its last value.

    Args:
        rows: year, measured, label, share (0 to 1), shown.
    """
    named = rows.drop_duplicates("measured")
    forms = [MEASURES[code][0] for code in named["measured"]]
    scale = alt.Scale(domain=list(named["label"]), range=[MEASURES[code][1] for code in named["measured"]])
    shape = alt.Shape("label:N", scale=alt.Scale(domain=list(named["label"]), range=forms), legend=theme.legend(280))
    base = alt.Chart(rows)
    where = {
        "x": alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=14)),
        "y": alt.Y("share:Q", title=None, axis=alt.Axis(format=".0%"), scale=alt.Scale(zero=False, padding=22)),
        "color": alt.Color("label:N", scale=scale, legend=theme.legend(280)),
    }
    tooltip = [
        alt.Tooltip("year:O", title=_("Jaar")),
        alt.Tooltip("label:N", title=_("Wat")),
        alt.Tooltip("shown:N", title=_("Aandeel")),
    ]
    lines = base.mark_line(strokeWidth=2.5).encode(**where)
    points = base.mark_point(filled=True, size=110, opacity=1).encode(**where, shape=shape, tooltip=tooltip)
    is_below = "datum.measured == 'reported'"  # reported figures lie closest to what was handed in, and below it
    place = {"x": where["x"], "y": where["y"], "text": "shown:N"}
    above = theme.with_halo(base.transform_filter(f"!({is_below})"), dy=-15, fontWeight="bold")(**place)
    below = theme.with_halo(base.transform_filter(is_below), dy=17, fontWeight="bold")(**place)
    return theme.sized(alt.layer(lines, *above, *below, points), LINES_HEIGHT)
