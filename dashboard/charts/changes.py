"""What changed: per indicator the own value of the year before and of now, beside the peers."""

import altair as alt
import numpy as np
import pandas as pd

from dashboard.charts import rows as rows_of
from dashboard.charts import theme
from dashboard.charts.drawing import Drawing, calling_for_words, data_named, kept
from dashboard.language import translated as _

MIDDLE = 0.5
PLACED = ("p10", "p25", "median", "p75", "p90", "median_before", "value_before", "value")
SHOWN = (
    "label", "has_break", "before_words", "shown", "shown_before", "shown_change", "shown_median", "shown_median_before"
)  # fmt: skip
DASH = [5, 4]


def changes_chart(rows: pd.DataFrame, own_name: str) -> Drawing:
    """Draw one row per indicator, each on its own scale: an open diamond then, a filled one now, a line between them.

    Args:
        rows: label, value, value_before, median, median_before, p10, p25, p75, p90 (missing where there is none),
            has_break, and as text shown, before_words, shown_before, shown_change, shown_median, shown_median_before.
        own_name: the authority whose values are marked.
    """
    room = rows_of.room(rows["shown"], rows["before_words"])
    return Drawing(_form(len(rows)), {"rows": _placed(rows).assign(own=own_name)}, room)


@kept
def _form(n_rows: int) -> alt.LayerChart:
    base, y = data_named("rows"), rows_of.y(n_rows)
    diamond = {"y": y, "tooltip": _tooltip()}
    layers = [
        *rows_of.bands(base, y),
        base.mark_tick(color=theme.MUTED, thickness=1.5, size=22, opacity=1).encode(
            y=y, x=rows_of.x("median_before_place")
        ),
        base.mark_tick(color=theme.MEDIAN, thickness=3, size=34, opacity=1).encode(y=y, x=rows_of.x("median_place")),
        base.mark_rule(color=theme.OWN, strokeWidth=2.5).encode(
            y=y, x=rows_of.x("value_before_place"), x2=alt.X2("value_place"), strokeDash=_dash()
        ),
        base.mark_point(**theme.DIAMOND | {"stroke": theme.OWN, "fill": "white", "size": 150}).encode(
            x=rows_of.x("value_before_place"), **diamond
        ),
        base.mark_point(filled=True, color=theme.OWN, **theme.DIAMOND).encode(x=rows_of.x("value_place"), **diamond),
        *rows_of.values(base, y, "shown", "before_words"),
        calling_for_words(),
    ]
    told = _("Per kengetal een rij: een lijn van de waarde van een jaar voordien naar die van nu, naast de peers.")
    return theme.sized(alt.layer(*layers), rows_of.HEIGHT * n_rows, description=told)


def _dash() -> alt.StrokeDash:
    """A line across a break is a broken line."""
    return alt.StrokeDash("has_break:N", scale=alt.Scale(domain=[False, True], range=[[1, 0], DASH]), legend=None)


def _tooltip() -> list[alt.Tooltip]:
    titles = {
        "own": _("Bestuur"),
        "label": _("Kengetal"),
        "shown": _("Waarde"),
        "shown_before": _("Jaar voordien"),
        "shown_change": _("Verandering"),
        "shown_median": _("Mediaan"),
        "shown_median_before": _("Mediaan jaar voordien"),
    }
    return [alt.Tooltip(f"{column}:N", title=title) for column, title in titles.items()]


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    """Where each value lies between the lowest and the highest of its row."""
    known = rows[list(PLACED)].to_numpy(dtype=float)
    low = np.nanmin(known, axis=1, keepdims=True)
    width = np.nanmax(known, axis=1, keepdims=True) - low
    places = np.where(
        width > 0, (known - low) / np.where(width > 0, width, 1), np.where(np.isnan(known), np.nan, MIDDLE)
    )
    placed = pd.DataFrame(places, columns=[f"{name}_place" for name in PLACED], index=rows.index)
    return pd.concat([rows[list(SHOWN)], placed], axis=1).assign(row=range(len(rows)))
