"""Every indicator of a theme on a row of its own: the own value among all peers."""

from collections.abc import Mapping
from textwrap import fill

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.indicators import Indicator
from dashboard.language import translated as _

ROW_HEIGHT = 54
LABEL_WIDTH = 24
REACH = 0.75  # how far beyond p10 and p90 a row reaches, in times their distance
VALUES_WIDTH = 125  # pixels kept free at the end of each row for the values in words
MANY_PEERS = 60
NOTHING = "–"
# A label of more than one line is centred on its row.
LABEL_OFFSET = {
    "condition": [
        {"test": f"length(split(datum.label, '\\n')) == {lines}", "value": 8 - 8 * lines} for lines in (2, 3, 4)
    ],
    "value": 0,
}


def position_chart(
    rows: pd.DataFrame, peers: pd.DataFrame, indicators: Mapping[str, Indicator], own_name: str
) -> alt.LayerChart:
    """Draw one row per indicator, each on its own scale, in the order of ``rows``.

    Args:
        rows: indicator_code, value, status, p10, p25, median, p75, p90 (missing where there is none).
        peers: indicator_code, name, value: every peer's value.
        indicators: the registry rows by code.
        own_name: the authority whose value is marked.
    """
    scales = _scales(rows, peers)
    placed = _placed_rows(rows, scales, indicators)
    dots = _placed_peers(peers, scales, indicators)
    base = alt.Chart(placed)
    layers = [
        _bands(base, placed),
        alt.Chart(dots)
        .mark_circle(color=theme.PEER, **_dot_style(rows, peers))
        .encode(y=_row(placed), x=_place("place"), tooltip=[_tip("name", _("Bestuur")), _tip("shown", _("Waarde"))]),
        base.mark_tick(color=theme.MEDIAN, thickness=3, size=34, opacity=1).encode(
            y=_row(placed), x=_place("median_place")
        ),
        base.mark_point(shape="diamond", size=210, filled=True, stroke="white", strokeWidth=1.5, opacity=1).encode(
            y=_row(placed),
            x=_place("own_place"),
            color=alt.value(theme.OWN),
            tooltip=[_tip("label", _("Indicator")), _tip("shown", own_name), _tip("shown_median", _("Mediaan"))],
        ),
        *_values(base, placed),
    ]
    return theme.sized(alt.layer(*layers), ROW_HEIGHT * len(placed))


def _dot_style(rows: pd.DataFrame, peers: pd.DataFrame) -> dict[str, float]:
    """Smaller and lighter dots where there are many, so that the crowded places show."""
    is_crowded = len(peers) > MANY_PEERS * len(rows)
    return {"size": 26, "opacity": 0.35} if is_crowded else {"size": 46, "opacity": 0.7}


def _scales(rows: pd.DataFrame, peers: pd.DataFrame) -> pd.DataFrame:
    """The lowest and highest value drawn per indicator: far outliers stand at the edge of the row."""
    every = pd.concat([rows[["indicator_code", "value"]], peers[["indicator_code", "value"]]]).dropna()
    ends = every.groupby("indicator_code")["value"].agg(["min", "max"]).reindex(rows["indicator_code"])
    known = rows.set_index("indicator_code")[["p10", "p90"]].astype(float)
    reach = REACH * (known["p90"] - known["p10"])
    low = ends["min"].where(known["p10"].isna(), ends["min"].clip(lower=known["p10"] - reach))
    high = ends["max"].where(known["p90"].isna(), ends["max"].clip(upper=known["p90"] + reach))
    is_wide = high > low
    return pd.DataFrame({"low": low.where(is_wide, low - 0.5), "width": (high - low).where(is_wide, 1.0)})


def _placed(values: pd.Series, codes: pd.Series, scales: pd.DataFrame) -> pd.Series:
    low = codes.map(scales["low"]).astype(float)
    return ((values.astype(float) - low) / codes.map(scales["width"]).astype(float)).clip(0, 1)


def _placed_rows(rows: pd.DataFrame, scales: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    codes = rows["indicator_code"]
    placed = pd.DataFrame({"label": [_label(indicators[code]) for code in codes]})
    for column in ("p10", "p25", "median", "p75", "p90"):
        placed[f"{column}_place"] = _placed(rows[column], codes, scales).to_numpy()
    placed["own_place"] = _placed(rows["value"], codes, scales).to_numpy()
    placed["shown"] = [_shown(row, indicators) for row in rows.to_dict("records")]
    placed["shown_median"] = [
        _show(indicators[code], median) for code, median in zip(codes, rows["median"], strict=True)
    ]
    placed["median_words"] = [
        "" if shown == NOTHING else _("mediaan {value}").format(value=shown) for shown in placed["shown_median"]
    ]
    return placed


def _shown(row: Mapping[str, object], indicators: Mapping[str, Indicator]) -> str:
    shown = _show(indicators[str(row["indicator_code"])], row["value"])
    return shown if row["status"] == "reported" or shown == NOTHING else f"{shown} *"


def _show(indicator: Indicator, value: object) -> str:
    return NOTHING if pd.isna(value) else indicator.show(value)


def _placed_peers(peers: pd.DataFrame, scales: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    codes = peers["indicator_code"]
    return pd.DataFrame(
        {
            "label": [_label(indicators[code]) for code in codes],
            "name": peers["name"].fillna(_("bestuur zonder naam")),
            "place": _placed(peers["value"], codes, scales),
            "shown": [indicators[code].show(value) for code, value in zip(codes, peers["value"], strict=True)],
        }
    )


def _label(indicator: Indicator) -> str:
    return fill(indicator.label, LABEL_WIDTH, break_on_hyphens=False)


def _row(placed: pd.DataFrame) -> alt.Y:
    axis = alt.Axis(
        labelOffset=LABEL_OFFSET,
        title=None,
        labelExpr="split(datum.label, '\\n')",
        labelLimit=280,
        labelPadding=12,
        domain=False,
        ticks=False,
    )
    return alt.Y("label:N", sort=list(placed["label"]), axis=axis, scale=alt.Scale(paddingInner=0.3))


def _place(column: str) -> alt.X:
    return alt.X(f"{column}:Q", axis=None, scale=_scale())


def _scale() -> alt.Scale:
    room = {"expr": f"width - {VALUES_WIDTH}"}
    return alt.Scale(domain=[-0.02, 1.02], range=[0, room], nice=False, zero=False)


def _tip(column: str, title: str) -> alt.Tooltip:
    return alt.Tooltip(f"{column}:N", title=title)


def _bands(base: alt.Chart, placed: pd.DataFrame) -> alt.LayerChart:
    outer = base.mark_bar(color=theme.OUTER_BAND, height=26, cornerRadius=3).encode(
        y=_row(placed), x=_place("p10_place"), x2="p90_place:Q"
    )
    inner = base.mark_bar(color=theme.INNER_BAND, height=26).encode(
        y=_row(placed), x=_place("p25_place"), x2="p75_place:Q"
    )
    return alt.layer(outer, inner)


def _values(base: alt.Chart, placed: pd.DataFrame) -> list[alt.Chart]:
    """The own value as text at the end of each row, and the median under it."""
    own = base.mark_text(align="right", dy=-9, fontWeight="bold", color=theme.OWN, fontSize=14)
    median = base.mark_text(align="right", dy=10, color=theme.MEDIAN, fontSize=12)
    where = {"y": _row(placed), "x": alt.value("width")}
    return [own.encode(text="shown:N", **where), median.encode(text="median_words:N", **where)]
