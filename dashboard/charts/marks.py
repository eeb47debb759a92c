"""Authorities that the reader marked stand out by an outline and a name; and how a chart lets one mark them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import altair as alt
import pandas as pd

from dashboard.charts import theme

CLICKED, BRUSHED = "clicked", "brushed"
WITHOUT_MARKS = {"code": None, "is_marked": False, "tag": ""}
IS_MARKED = "datum.is_marked"
LANES, LANE_HEIGHT = 3, 15  # names of neighbours stand at so many heights, so many pixels apart
TOWARDS_THE_MIDDLE = {"expr": "datum.is_right ? 'right' : 'left'"}


def completed(values: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The columns that a chart draws, and no others; a frame in which nobody can be marked gets empty marks."""
    absent = {name: value for name, value in WITHOUT_MARKS.items() if name not in values}
    return values.assign(**absent)[[*columns, *WITHOUT_MARKS]]


def placed(values: pd.DataFrame, across: str) -> pd.DataFrame:
    """The marked rows with a lane for the name of each, and whether it lies in the right half (so the name reads
    towards the middle and is never cut).
    """
    kept = values[values["is_marked"]].sort_values(across)
    middle = (values[across].min() + values[across].max()) / 2
    return kept.assign(lane=[number % LANES for number in range(len(kept))], is_right=kept[across] > middle)


def clickable(chart: alt.Chart, *more: alt.Parameter) -> alt.Chart:
    """A layer of which every mark can be clicked: the code of the authority is what a click gives."""
    return chart.add_params(alt.selection_point(name=CLICKED, fields=["code"], toggle="true"), *more)


def brush(*channels: str) -> alt.Parameter:
    """A stretch of the chart over which one can drag; gives the bounds by field."""
    mark = alt.BrushConfig(fill=theme.PEER, fillOpacity=0.15, stroke=theme.TEXT)
    return alt.selection_interval(name=BRUSHED, encodings=list(channels), mark=mark, zoom=False, translate=False)


def tags(base: alt.Chart, **mark: object) -> Callable[..., list[alt.Chart]]:
    """The name (or the number) beside each marked authority, readable over anything: encode it as ``with_halo``."""
    return theme.with_halo(base, fontWeight="bold", **mark)
