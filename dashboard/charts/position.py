"""Every indicator of a theme on a row of its own: the own value among all peers."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts import rows as rows_of
from dashboard.charts import theme
from dashboard.charts.drawing import Drawing, calling_for_words, data_named, kept
from dashboard.indicators import Indicator
from dashboard.language import translated as _

REACH = 0.75  # how far beyond p10 and p90 a row reaches, in times their distance
MANY_PEERS = 60
Scale = tuple[float, float]
Record = Mapping[str, Any]
PLACED = {"p10": "p10", "p25": "p25", "median": "median", "p75": "p75", "p90": "p90", "value": "own"}


def position_chart(
    rows: pd.DataFrame, peers: pd.DataFrame, indicators: Mapping[str, Indicator], own_name: str
) -> Drawing:
    """Draw one row per indicator, each on its own scale, in the order of ``rows``.

    Args:
        rows: indicator_code, value, status, p10, p25, median, p75, p90 (missing where there is none).
        peers: indicator_code, name, value: every peer's value.
        indicators: the registry rows by code.
        own_name: the authority whose value is marked.
    """
    records = rows[["indicator_code", "status", *PLACED]].to_dict("records")
    scales = _scales(records, peers)
    placed = _placed_rows(records, scales, indicators)
    form = _form(len(placed), len(peers) > MANY_PEERS * len(rows))
    frames = {"rows": placed.assign(own=own_name), "peers": _placed_peers(peers, scales, indicators)}
    return Drawing(form, frames, rows_of.room(placed["shown"], placed["median_words"]))


@kept
def _form(n_rows: int, is_crowded: bool) -> alt.LayerChart:
    base, y = data_named("rows"), rows_of.y(n_rows)
    layers = [
        *rows_of.bands(base, y),
        data_named("peers")
        .mark_circle(color=theme.PEER, **_dot_style(is_crowded))
        .encode(y=y, x=rows_of.x("place"), tooltip=[_tip("name", _("Bestuur")), _tip("shown", _("Waarde"))]),
        base.mark_tick(color=theme.MEDIAN, thickness=3, size=34, opacity=1).encode(y=y, x=rows_of.x("median_place")),
        base.mark_point(filled=True, color=theme.OWN, **theme.DIAMOND).encode(
            y=y,
            x=rows_of.x("own_place"),
            tooltip=[
                _tip("own", _("Bestuur")),
                _tip("label", _("Indicator")),
                _tip("shown", _("Waarde")),
                _tip("shown_median", _("Mediaan")),
            ],
        ),
        *rows_of.values(base, y, "shown", "median_words"),
        calling_for_words(),
    ]
    told = _("Per kengetal een rij: het bestuur als ruit tussen zijn peers, met hun mediaan en middelste helft.")
    return theme.sized(alt.layer(*layers), rows_of.HEIGHT * n_rows, description=told)


def _dot_style(is_crowded: bool) -> dict[str, float]:
    """Smaller and lighter dots where there are many, so that the crowded places show."""
    return {"size": 26, "opacity": 0.35} if is_crowded else {"size": 46, "opacity": 0.7}


def _scales(records: Sequence[Record], peers: pd.DataFrame) -> dict[str, Scale]:
    """The two ends of each indicator's row: far outliers stand at the edge of it."""
    found: dict[str, list[float]] = {row["indicator_code"]: [] for row in records}
    for code, value in zip(peers["indicator_code"], peers["value"], strict=True):
        found[code].append(value)
    return {row["indicator_code"]: _scale(row, found[row["indicator_code"]]) for row in records}


def _scale(row: Record, peers: Sequence[float]) -> Scale:
    known = [value for value in (row["value"], *peers) if not pd.isna(value)]
    if not known:
        return 0.0, 1.0
    low, high = min(known), max(known)
    if not pd.isna(row["p10"]):
        reach = REACH * (row["p90"] - row["p10"])
        low, high = max(low, row["p10"] - reach), min(high, row["p90"] + reach)
    return (low, high) if high > low else (low - 0.5, low + 0.5)


def _placed(value: float | None, scale: Scale) -> float | None:
    """Where a value lies between the two ends of its row."""
    low, high = scale
    return None if pd.isna(value) else min(1.0, max(0.0, (value - low) / (high - low)))


def _placed_rows(
    records: Sequence[Record], scales: Mapping[str, Scale], indicators: Mapping[str, Indicator]
) -> pd.DataFrame:
    placed = [_placed_row(row, scales[row["indicator_code"]], indicators[row["indicator_code"]]) for row in records]
    return pd.DataFrame(placed).assign(row=range(len(placed)))


def _placed_row(row: Record, scale: Scale, indicator: Indicator) -> dict[str, object]:
    median = _show(indicator, row["median"])
    return {
        "label": rows_of.label(indicator),
        **{f"{place}_place": _placed(row[name], scale) for name, place in PLACED.items()},
        "shown": _shown(indicator, row["value"], row["status"]),
        "shown_median": median,
        "median_words": "" if median == rows_of.NOTHING else _("mediaan {value}").format(value=median),
    }


def _shown(indicator: Indicator, value: object, status: str) -> str:
    shown = _show(indicator, value)
    return shown if status == "reported" or shown == rows_of.NOTHING else f"{shown} *"


def _show(indicator: Indicator, value: object) -> str:
    return rows_of.NOTHING if pd.isna(value) else indicator.show(value)


def _placed_peers(
    peers: pd.DataFrame, scales: Mapping[str, Scale], indicators: Mapping[str, Indicator]
) -> pd.DataFrame:
    places = {code: row for row, code in enumerate(scales)}
    unnamed = _("bestuur zonder naam")
    every = zip(peers["indicator_code"], peers["name"], peers["value"], strict=True)
    drawn = [
        (places[code], unnamed if pd.isna(name) else name, _placed(value, scales[code]), indicators[code].show(value))
        for code, name, value in every
    ]
    return pd.DataFrame(drawn, columns=["row", "name", "place", "shown"])


def _tip(column: str, title: str) -> alt.Tooltip:
    return alt.Tooltip(f"{column}:N", title=title)
