"""Colours, type and Belgian numbers of every chart, registered once.

The colours stay apart for the usual forms of colour blindness; each also has a form of its own (diamond, dash, outline).
"""

import altair as alt

OWN = "#B34700"
PEER = "#5F86A8"
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
            "axis": words | sizes | {"gridColor": GRID, "domainColor": OTHER, "tickColor": OTHER, "titlePadding": 10},
            "legend": words | sizes | {"orient": "top", "title": None, "symbolSize": 110},
            "text": {"font": FONT, "color": TEXT, "fontSize": 13},
        },
        # Text in an SVG can be read by screen readers and tests; a canvas has none.
        "usermeta": {"embedOptions": {"renderer": "svg"}},
    }
