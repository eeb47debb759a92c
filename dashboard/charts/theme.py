"""Colours, type and Belgian numbers of every chart, registered once.

The colours stay apart for the usual forms of colour blindness; each also has its own form (diamond, dash, outline).
"""

from collections.abc import Callable
from textwrap import wrap

import altair as alt
import pandas as pd
from babel.dates import get_day_names, get_month_names

from dashboard import language
from dashboard.language import translated as _

OWN = "#B34700"
PEER = "#3B6588"
OTHER = "#C3CAD1"
MEDIAN = "#12354F"
INNER_BAND = "#A9C9E2"
OUTER_BAND = "#DCE9F3"
TEXT = "#1A2530"
MUTED = "#4A5864"
GRID = "#E3E8ED"
FORMER = ("#6A3D9A", "#1B6E3C", "#8A6100", "#A3195B")
QUARTERS = ("#CFE0EE", "#8FB8D8", "#3F82B5", "#0B3C63")
STATUSES = ("#12354F", "#3F82B5", "#8FB8D8", "#E3B505", "#E4E8EC")
FONT = '"Source Sans", "Source Sans 3", "Helvetica Neue", Arial, sans-serif'

_NUMBER = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""], "percent": " %"}

# What holds while a drawing is no wider than on a phone: names and words then need another place.
IS_NARROW = "width < 420"
# The form of what is one's own.
DIAMOND = {"shape": "diamond", "size": 210, "stroke": "white", "strokeWidth": 1.5, "opacity": 1}
HALO = {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round", "strokeOpacity": 0.9}


@alt.theme.register("opvangspiegel", enable=True)
def opvangspiegel() -> alt.theme.ThemeConfig:
    """The configuration that every chart of the dashboard takes over."""
    words = {"labelFont": FONT, "titleFont": FONT, "labelColor": TEXT, "titleColor": TEXT}
    sizes = {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal"}
    return {
        "config": {
            "locale": {"number": _NUMBER, "time": _time()},
            "font": FONT,
            "background": "transparent",
            "view": {"stroke": None},
            # Every chart has its own description and table; the generated (English) labels only stand in the way.
            "aria": False,
            "axis": words
            | sizes
            | {
                "gridColor": GRID,
                "domainColor": OTHER,
                "tickColor": OTHER,
                "titlePadding": 10,
                "labelSeparation": 8,
                "aria": False,
            },
            "legend": words | sizes | {"orient": "top", "title": None, "symbolSize": 110, "aria": False},
            "text": {"font": FONT, "color": TEXT, "fontSize": 13},
            "title": {"font": FONT, "color": TEXT, "fontSize": 13, "fontWeight": "normal", "anchor": "start"},
        },
        # Text in an SVG can be read by screen readers and tests; a canvas has none.
        "usermeta": {"embedOptions": {"renderer": "svg"}},
    }


def _time() -> dict[str, object]:
    """The names of days and months as the charts' library wants them; its week begins on Sunday."""
    names = {"wide": ("days", "months"), "abbreviated": ("shortDays", "shortMonths")}
    told: dict[str, object] = {
        "dateTime": "%A %e %B %Y %X",
        "date": "%d/%m/%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
    }
    for width, (days, months) in names.items():
        by_weekday = get_day_names(width, locale=language.locale())
        told[days] = [by_weekday[(day - 1) % 7] for day in range(7)]
        told[months] = list(get_month_names(width, locale=language.locale()).values())
    return told


def with_halo(base: alt.Chart, **mark: object) -> Callable[..., list[alt.Chart]]:
    """Text that stays readable over lines and bars: encode the same text twice, first as a white outline."""
    return lambda **encoding: [
        base.mark_text(**mark | HALO).encode(**encoding),
        base.mark_text(**mark).encode(**encoding),
    ]


def sized(
    chart: alt.LayerChart,
    height: int,
    title: alt.TitleParams | list[str] | None = None,
    description: str | None = None,
) -> alt.LayerChart:
    """Let the width follow the page; axes and legends come on top of the height.

    ``description`` tells a screen reader what kind of picture it is, in words that hold for every choice.
    """
    sizes = alt.AutoSizeParams(type="fit-x", contains="padding")
    told = {name: words for name, words in (("title", title), ("description", description)) if words}
    return chart.properties(width="container", height=height, autosize=sizes, **told)


def legend(entry_width: int, **settings: object) -> alt.Legend:
    """A legend above the chart that takes as many columns as the page has room for."""
    return alt.Legend(columns=alt.ExprRef(f"max(1, floor(width / {entry_width}))"), labelLimit=320, **settings)


def median_data(median: float | None, field: str = "value") -> dict[str, pd.DataFrame]:
    """The frame behind ``median_rule``; none without a median."""
    return {} if median is None else {f"median_{field}": pd.DataFrame({field: [median]})}


def median_rule(field: str = "value") -> alt.Chart:
    """The dashed line of the peers' median, to encode on its field."""
    base = alt.Chart(alt.NamedData(name=f"median_{field}"))
    return base.mark_rule(color=MEDIAN, strokeDash=[6, 4], size=2)


def heading(own: str | None, median: str | None) -> str:
    """Explain the two marks above a chart, in a place where no value can push them out of view."""
    parts = [f"◆ {own}" if own else "", "┆ " + _("mediaan {value}").format(value=median) if median else ""]
    return "     ".join(part for part in parts if part)


def wrapped(title: str, width: int) -> list[str]:
    """Break a long title into lines."""
    return wrap(title, width)
