"""Every indicator of a theme on a row of its own: the own value among all peers."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from dashboard.charts import rows as rows_of
from dashboard.charts import theme
from dashboard.charts.drawing import Drawing, data_named, in_slots, kept, slot, slots
from dashboard.indicators import Indicator
from dashboard.language import translated as _

REACH = 0.75  # how far beyond p10 and p90 a row reaches, in times their distance
VALUES_WIDTH = 125  # pixels kept free at the end of each row for the values in words
MANY_PEERS = 60


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
    scales = _scales(rows, peers)
    placed = _placed_rows(rows, scales, indicators)
    form = _form(len(placed), len(peers) > MANY_PEERS * len(rows))
    dots = _placed_peers(peers, scales, indicators)
    return Drawing(form, {"rows": placed, "peers": dots}, {"own": own_name} | in_slots("label", list(placed["label"])))


@kept
def _form(n_rows: int, is_crowded: bool) -> alt.LayerChart:
    base, y = data_named("rows"), rows_of.y(slots("label", n_rows))
    layers = [
        *rows_of.bands(base, y, _place),
        data_named("peers")
        .mark_circle(color=theme.PEER, **_dot_style(is_crowded))
        .encode(y=y, x=_place("place"), tooltip=[_tip("name", _("Bestuur")), _tip("shown", _("Waarde"))]),
        base.mark_tick(color=theme.MEDIAN, thickness=3, size=34, opacity=1).encode(y=y, x=_place("median_place")),
        base.mark_point(filled=True, color=theme.OWN, **theme.DIAMOND).encode(
            y=y,
            x=_place("own_place"),
            tooltip=[_tip("label", _("Indicator")), _tip("shown", slot("own")), _tip("shown_median", _("Mediaan"))],
        ),
        *rows_of.values(base, y, "shown", "median_words"),
    ]
    return theme.sized(alt.layer(*layers), rows_of.HEIGHT * n_rows)


def _dot_style(is_crowded: bool) -> dict[str, float]:
    """Smaller and lighter dots where there are many, so that the crowded places show."""
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
    placed = pd.DataFrame({"label": [rows_of.label(indicators[code]) for code in codes]})
    for column in ("p10", "p25", "median", "p75", "p90"):
        placed[f"{column}_place"] = _placed(rows[column], codes, scales).to_numpy()
    placed["own_place"] = _placed(rows["value"], codes, scales).to_numpy()
    own = zip(codes, rows["value"], rows["status"], strict=True)
    placed["shown"] = [_shown(indicators[code], value, status) for code, value, status in own]
    placed["shown_median"] = [
        _show(indicators[code], median) for code, median in zip(codes, rows["median"], strict=True)
    ]
    placed["median_words"] = [
        "" if shown == rows_of.NOTHING else _("mediaan {value}").format(value=shown) for shown in placed["shown_median"]
    ]
    return placed


def _shown(indicator: Indicator, value: object, status: str) -> str:
    shown = _show(indicator, value)
    return shown if status == "reported" or shown == rows_of.NOTHING else f"{shown} *"


def _show(indicator: Indicator, value: object) -> str:
    return rows_of.NOTHING if pd.isna(value) else indicator.show(value)


def _placed_peers(peers: pd.DataFrame, scales: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    codes = peers["indicator_code"]
    return pd.DataFrame(
        {
            "label": [rows_of.label(indicators[code]) for code in codes],
            "name": peers["name"].fillna(_("bestuur zonder naam")),
            "place": _placed(peers["value"], codes, scales),
            "shown": [indicators[code].show(value) for code, value in zip(codes, peers["value"], strict=True)],
        }
    )


def _place(column: str) -> alt.X:
    return rows_of.x(column, VALUES_WIDTH)


def _tip(column: str, title: str) -> alt.Tooltip:
    return alt.Tooltip(f"{column}:N", title=title)
