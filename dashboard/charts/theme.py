"""Colours, type and Belgian numbers of every chart, registered once.

The colours stay apart for the usual forms of colour blindness; each also has its own form (diamond, dash, outline).
"""

from collections.abc import Callable
from textwrap import wrap

import altair as alt

OWN = "#B34700"
PEER = "#3B6588"
OTHER = "#C3CAD1"
MEDIAN = "#12354F"
INNER_BAND = "#A9C9E2"
OUTER_BAND = "#DCE9F3"
TEXT = "#1A2530"
MUTED = "#4A5864"
GRID = "#E3E8ED"
QUARTERS = ("#CFE0EE", "#8FB8D8", "#3F82B5", "#0B3C63")
STATUSES = ("#12354F", "#3F82B5", "#8FB8D8", "#E3B505", "#E4E8EC")
FONT = '"Source Sans", "Source Sans 3", "Helvetica Neue", Arial, sans-serif'

_NUMBER = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""], "percent": " %"}
_TIME = {
    "dateTime": "%A %e %B %Y %X",
    "date": "%d/%m/%Y",
    "time": "%H:%M:%S",
    "periods": ["", ""],
    "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
    "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
    "months": [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ],
    "shortMonths": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
}  # fmt: skip


HALO = {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round", "strokeOpacity": 0.9}


@alt.theme.register("opvangspiegel", enable=True)
def opvangspiegel() -> alt.theme.ThemeConfig:
    """The configuration that every chart of the dashboard takes over."""
    words = {"labelFont": FONT, "titleFont": FONT, "labelColor": TEXT, "titleColor": TEXT}
    sizes = {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal"}
    return {
        "config": {
            "locale": {"number": _NUMBER, "time": _TIME},
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


def with_halo(base: alt.Chart, **mark: object) -> Callable[..., list[alt.Chart]]:
    """Text that stays readable over lines and bars: encode the same text twice, first as a white outline."""
    return lambda **encoding: [
        base.mark_text(**mark | HALO).encode(**encoding),
        base.mark_text(**mark).encode(**encoding),
    ]


def sized(chart: alt.LayerChart, height: int, title: str | list[str] | None = None) -> alt.LayerChart:
    """Let the width follow the page; axes and legends come on top of the height."""
    sizes = alt.AutoSizeParams(type="fit-x", contains="padding")
    named = chart.properties(title=title) if title else chart
    return named.properties(width="container", height=height, autosize=sizes)


def legend(entry_width: int, **settings: object) -> alt.Legend:
    """A legend above the chart that takes as many columns as the page has room for."""
    return alt.Legend(columns=alt.ExprRef(f"max(1, floor(width / {entry_width}))"), labelLimit=320, **settings)


def heading(own: str | None, median: str | None) -> str | None:
    """Explain the two marks above a chart, in a place where no value can push them out of view."""
    parts = [f"◆ {own}" if own else "", f"┆ mediaan {median}" if median else ""]
    return "     ".join(part for part in parts if part) or None


def wrapped(title: str, width: int) -> list[str]:
    """Break a long title into lines."""
    return wrap(title, width)
