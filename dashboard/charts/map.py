"""Flanders as dots on the places of its municipalities."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from dashboard.charts import marks, theme
from dashboard.charts.drawing import Drawing, Frame, calling_for_words, data_named, kept, title
from dashboard.language import marked
from dashboard.language import translated as _

QUARTERS = (marked("laagste kwart"), marked("tweede kwart"), marked("derde kwart"), marked("hoogste kwart"))
NO_FIGURE = marked("zonder kwart")
HEIGHT = 260
COLUMNS = ("label", "lon", "lat", "role", "quarter_label", "shown")
WHERE = {"longitude": alt.Longitude("lon:Q"), "latitude": alt.Latitude("lat:Q")}


@dataclass(frozen=True)
class Ground:
    """What stays the same from choice to choice: a browser draws it once.

    ``towns`` has label, lon and lat of every authority; ``provinces`` has province, lon, lat and is_second: where
    names stand.
    """

    towns: Frame
    provinces: Frame


def map_chart(
    places: pd.DataFrame,
    ground: Ground,
    *,
    with_quarters: bool = True,
    is_clickable: bool = False,
    height: int = HEIGHT,
) -> Drawing:
    """Draw each authority as a grey dot, over it peers by quarter (colour and size) and the own one as a diamond.

    Args:
        places: label, lon, lat, role (own, peer, other), quarter_label, shown; where authorities can be marked also
            code, is_marked and tag.
        ground: what every map shows; a peer that is not to be named is a grey dot like any other.
        with_quarters: whether the peers show in which quarter their value lies; else they are all alike.
        is_clickable: whether a click on a peer is an event of the page.
        height: in pixels; the width follows the page, and Flanders is more than twice as wide as high.
    """
    rows = marks.placed(marks.completed(places, COLUMNS), "lon")
    own_label = rows.loc[rows["role"] == "own", "label"]
    heading = theme.heading(None if own_label.empty else own_label.iloc[0], None)
    form = _form(with_quarters, is_clickable, bool(rows["is_marked"].any()), height)
    drawn = rows[(rows["role"] != "other") | rows["is_marked"]]
    return Drawing(form, {"rows": drawn, "towns": ground.towns, "provinces": ground.provinces}, {"title": heading})


@kept
def _form(with_quarters: bool, is_clickable: bool, is_marked: bool, height: int) -> alt.LayerChart:
    tooltip = [alt.Tooltip("label:N", title=_("Bestuur")), alt.Tooltip("shown:N", title=_("Waarde"))]
    base = alt.Chart()
    others = (
        data_named("towns")
        .mark_circle(size=22, color=theme.OTHER)
        .encode(**WHERE, tooltip=alt.Tooltip("label:N", title=_("Bestuur")))
    )
    peers = (
        base.transform_filter("datum.role == 'peer'")
        .mark_circle(opacity=1, stroke=theme.MEDIAN, strokeWidth=0.8)
        .encode(**WHERE, **(_quarters() if with_quarters else _alike()), tooltip=tooltip)
    )
    own = base.transform_filter("datum.role == 'own'")
    diamond = own.mark_point(filled=True, color=theme.OWN, **theme.DIAMOND | {"size": 240})
    layers = [
        others,
        _names(),
        marks.clickable(peers) if is_clickable else peers,
        diamond.encode(**WHERE, tooltip=tooltip),
        *(marks.ringed(WHERE, size=260, aside=12) if is_marked else []),
        calling_for_words(),
    ]
    chart = alt.layer(*layers, data=alt.NamedData(name="rows")).project(type="mercator")
    told = _("Kaart van Vlaanderen: een stip per bestuur, een ruit voor het bestuur zelf; zijn groep is ingekleurd.")
    return theme.sized(chart, height, title(), told)


def quarter_label(quarter: float | None) -> str:
    """The words for the quarter (1 to 4) in which a value lies; missing is a group without figures."""
    return _(NO_FIGURE) if pd.isna(quarter) else _(QUARTERS[int(quarter) - 1])


def _labels() -> list[str]:
    return [_(label) for label in (*QUARTERS, NO_FIGURE)]


def _names() -> alt.Chart:
    # Neighbours have a line each where there is no room for both on one.
    lower = {"expr": f"{theme.IS_NARROW} && datum.is_second ? 12 : 0"}
    return (
        data_named("provinces")
        .mark_text(color=theme.MUTED, fontSize=12, fontStyle="italic", dy=lower)
        .encode(**WHERE, text=alt.Text("province:N"))
    )


def _quarters() -> dict[str, object]:
    return {"color": _colours(), "size": _sizes()}


def _alike() -> dict[str, object]:
    return {"color": alt.ColorValue(theme.PEER), "size": alt.SizeValue(90)}


def _colours() -> alt.Color:
    scale = alt.Scale(domain=_labels(), range=[*theme.QUARTERS, "#FFFFFF"])
    return alt.Color("quarter_label:N", scale=scale, legend=theme.legend(105, title=_("Waarde binnen de groep")))


def _sizes() -> alt.Size:
    return alt.Size("quarter_label:N", scale=alt.Scale(domain=_labels(), range=[45, 70, 100, 135, 22]))
