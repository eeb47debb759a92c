"""Authorities that the reader marked stand out by an outline and a name; and how a chart lets one mark them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import altair as alt
import pandas as pd

from dashboard.charts import theme

CLICKED, BRUSHED = "clicked", "brushed"
WITHOUT_MARKS = {"code": None, "is_marked": False, "tag": ""}
IS_MARKED = "datum.is_marked"
LANES, LANE_HEIGHT = 4, 15  # names of neighbours stand at so many heights, so many pixels apart
TOWARDS_THE_MIDDLE = {"expr": "datum.is_right ? 'right' : 'left'"}


def completed(values: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The columns that a chart draws, and no others; a frame in which nobody can be marked gets empty marks."""
    absent = {name: value for name, value in WITHOUT_MARKS.items() if name not in values}
    return values.assign(**absent)[[*columns, *WITHOUT_MARKS]]


def placed(values: pd.DataFrame, across: str, name_width: float = 0.0) -> pd.DataFrame:
    """The rows with a lane for the name of each marked one, and whether it lies in the right half (so that the name
    reads towards the middle and is never cut). ``name_width`` is the part of the chart that a name takes up.

    Where nobody is marked there are no names to place, and the rows stay as they are.
    """
    if not values["is_marked"].any():
        return values
    ordered = values.loc[values["is_marked"], across].sort_values()
    low, high = values[across].min(), values[across].max()
    lanes = pd.Series(_lanes(ordered.tolist(), name_width * (high - low)), index=ordered.index, dtype="Int64")
    return values.assign(lane=lanes.reindex(values.index), is_right=values[across] > (low + high) / 2)


def _lanes(places: Sequence[float], apart: float) -> list[int]:
    """The lowest lane in which nobody else stands near; where all are taken, the one that was left longest ago."""
    last: list[float | None] = [None] * LANES
    found = []
    for place in places:
        free = (lane for lane, taken in enumerate(last) if taken is None or place - taken > apart)
        lane = next(free, min(range(LANES), key=lambda lane: last[lane] or 0.0))
        last[lane] = place
        found.append(lane)
    return found


def clickable(chart: alt.Chart, *more: alt.Parameter) -> alt.Chart:
    """A layer of which every mark can be clicked: the code of the authority is what a click gives."""
    return chart.add_params(alt.selection_point(name=CLICKED, fields=["code"], toggle="true"), *more)


def brush(*channels: str) -> alt.Parameter:
    """A stretch of the chart over which one can drag; gives the bounds by field."""
    mark = alt.BrushConfig(fill=theme.PEER, fillOpacity=0.15, stroke=theme.TEXT)
    return alt.selection_interval(name=BRUSHED, encodings=list(channels), mark=mark, zoom=False, translate=False)


def ringed(where: dict[str, object], size: int, aside: int) -> list[alt.Chart]:
    """A ring around each marked dot, with the name of the authority beside it, ``aside`` pixels away."""
    base = alt.Chart().transform_filter(IS_MARKED)
    ring = base.mark_point(shape="circle", size=size, color=theme.TEXT, strokeWidth=2, filled=False)
    names = tags(base, align=TOWARDS_THE_MIDDLE, baseline="middle", dx={"expr": f"datum.is_right ? -{aside} : {aside}"})
    return [ring.encode(**where), *names(**where, text=alt.Text("tag:N"))]


def tags(base: alt.Chart, **mark: object) -> Callable[..., list[alt.Chart]]:
    """The name (or the number) beside each marked authority, readable over anything: encode it as ``with_halo``."""
    return theme.with_halo(base, fontWeight="bold", **mark)
