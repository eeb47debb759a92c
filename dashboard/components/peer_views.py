"""The three views of the page Peers."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import peer_tables, peer_words, tables
from dashboard import texts as common
from dashboard import texts_peers as texts
from dashboard.charts.features import features_chart
from dashboard.charts.map import map_chart
from dashboard.charts.ranking import ranking_chart
from dashboard.components import figures, pickers
from dashboard.components.afterwards import afterwards
from dashboard.components.help import help_on
from dashboard.components.link import linked_names, linked_select, linked_weights, settled_weights
from dashboard.components.notes import small
from dashboard.components.pickers import OWN_PEERS, Picked
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import benchmarks, comparison, lists, peers
from dashboard.queries.benchmarks import OWN_SELECTION, Choice

WEIGHTS = "weights"


def nearest(picked: Picked) -> Callable[[], None]:
    """The nearest peers of a theme and what makes them alike, for the weights of the reader."""
    themes = benchmarks.themes(picked.choice.care_type)
    theme = pickers.settled_theme(themes)
    profile = peers.profile_of(theme)
    if profile is None:
        return partial(_no_nearest, picked, themes)
    features = peers.features(profile)
    weights = _weights(features)
    found = peers.nearest(picked.choice, profile, weights)
    compared = peers.compared_features(picked.choice, profile, weights, list(found["peer_nis_code"]))
    rows = peer_tables.feature_rows(compared)
    return partial(_draw_nearest, picked, themes, features, found, rows)


def _no_nearest(picked: Picked, themes: pd.DataFrame) -> None:
    pickers.pick_theme(themes)
    st.info(_(texts.NO_NEAREST).format(name=plain(picked.name)))


@afterwards
def _above(
    picked: Picked, themes: pd.DataFrame, features: pd.DataFrame, found: pd.DataFrame, rows: pd.DataFrame
) -> None:
    """The choices, and in words who the nearest peers are."""
    quality = peers.match_quality(picked.choice, pickers.settled_theme(themes))
    pickers.pick_theme(themes)
    _weigh(features)
    st.markdown(plain(peer_words.nearest(picked.name, found, list(rows["label"].unique()), quality)))


def _weigh(features: pd.DataFrame) -> None:
    labels, defaults = dict(zip(features["feature"], features["label"], strict=True)), _defaults(features)
    with st.expander(_(texts.WEIGHTS_HEADING)):
        small(_(texts.WEIGHTS_HELP))
        linked_weights(WEIGHTS, labels, defaults)
        st.button(_(texts.WEIGHTS_RESET), on_click=_reset, args=(defaults,))


def _defaults(features: pd.DataFrame) -> dict[str, float]:
    return dict(zip(features["feature"], features["weight"].astype(float), strict=True))


def _weights(features: pd.DataFrame) -> list[float]:
    """The weight of each slot, as the reader moved it."""
    chosen = settled_weights(WEIGHTS, _defaults(features))
    by_slot = dict(zip(features["slot"], features["feature"], strict=True))
    return [chosen.get(by_slot.get(slot, ""), 0.0) for slot in range(1, peers.N_SLOTS + 1)]


def _reset(defaults: dict[str, float]) -> None:
    for feature, weight in defaults.items():
        st.session_state[f"{WEIGHTS}_{feature}"] = weight


def _draw_nearest(
    picked: Picked, themes: pd.DataFrame, features: pd.DataFrame, found: pd.DataFrame, rows: pd.DataFrame
) -> None:
    _above(picked, themes, features, found, rows)
    if rows.empty:
        return
    description = _(texts.FEATURES_ALT).format(name=picked.name, n=rows["label"].nunique())
    figures.draw(features_chart(rows, picked.name), description)
    _features_note()
    _map(picked, list(found["peer_nis_code"]))
    _all_nearest(found, rows, description)


@afterwards
def _features_note() -> None:
    small(_(texts.FEATURES_NOTE))


@afterwards
def _all_nearest(found: pd.DataFrame, rows: pd.DataFrame, description: str) -> None:
    named = tuple(found.loc[found["name"].notna(), "peer_nis_code"])
    st.button(_(texts.TAKE_OVER), on_click=_take_over, args=(named,), disabled=not named)
    small(peer_words.unnamed(found))
    with st.expander(_(common.SHOW_TABLE), expanded=True):
        table, formats = peer_tables.nearest_table(found, rows)
        figures.show_table(table, description, formats)


def _take_over(codes: tuple[str, ...]) -> None:
    st.session_state[OWN_PEERS] = list(codes)
    st.session_state["peer_group"] = OWN_SELECTION


def _map(picked: Picked, codes: list[str]) -> None:
    places = peer_tables.map_rows(peers.places_of(picked.choice.nis_code, codes))
    chart = map_chart(places, figures.ground(), with_quarters=False)
    figures.draw(chart, _(texts.MAP_ALT).format(name=picked.name, n=len(codes)))


def own_selection(picked: Picked) -> Callable[[], None]:
    """The choice of peers by name; the selection stands in the link and serves every page."""
    return partial(_draw_own_selection, picked)


def _draw_own_selection(picked: Picked) -> None:
    names = {code: name for code, name in lists.named_authorities().items() if code != picked.choice.nis_code}
    chosen = linked_names(OWN_PEERS, _(texts.CHOOSE), names, _(texts.CHOOSE_HELP))
    if not chosen:
        st.info(_(texts.NONE_CHOSEN))
        return
    st.markdown(_(texts.CHOSEN).format(n=len(chosen)))
    st.button(_(texts.TAKE_OVER), on_click=_take_over, args=(chosen,))
    _map(picked, list(chosen))


def group(picked: Picked) -> Callable[[], None]:
    """The group that the authority belongs to as a whole, among its kind and inside."""
    return partial(_draw_group, picked)


def _draw_group(picked: Picked) -> None:
    kinds = peers.group_kinds()
    options = dict(zip(kinds["peer_group"], kinds["label"], strict=True))
    kind = linked_select("kind", _(texts.GROUP_KIND), options, "reference_region")
    indicator = pickers.pick_indicator(picked.choice.care_type)
    found = peers.groups(picked.choice, kind, indicator.code) if indicator else pd.DataFrame({"is_own": []})
    own = found[found["is_own"].astype(bool)]
    if indicator is None or own.empty:
        st.info(_(texts.NO_GROUP))
        return
    label = str(own["label"].iloc[0])
    st.markdown(plain(peer_words.group(indicator, own.iloc[0].to_dict())))
    st.header(_(texts.AMONG).format(label=label), anchor=False, help=help_on("weighted_mean", "rank"))
    _among(found, indicator, label)
    st.header(_(texts.INSIDE).format(label=label), anchor=False, help=help_on("median", "middle_half"))
    _inside(picked, kind, indicator)


def _among(found: pd.DataFrame, indicator: Indicator, label: str) -> None:
    bars = peer_tables.group_rows(found, indicator)
    description = _(texts.GROUPS_ALT).format(n=len(bars), indicator=indicator.label, label=label)
    table, formats = peer_tables.groups_table(found, indicator)
    if not bars.empty:
        figures.draw(ranking_chart(bars, indicator, None), description)
    with st.expander(_(common.SHOW_TABLE)):
        figures.show_table(table, description, formats)


def _inside(picked: Picked, kind: str, indicator: Indicator) -> None:
    choice = Choice(picked.choice.nis_code, picked.choice.year, picked.choice.care_type, kind)
    drawn = tables.drawn(tables.comparison_rows(comparison.everybody(choice, indicator.code), indicator))
    if drawn.empty:
        st.info(_(common.NOTHING_TO_DRAW))
        return
    words = {"name": picked.name, "indicator": indicator.label, "n": len(drawn)}
    figures.draw(ranking_chart(drawn, indicator, None), _(common.RANKING_ALT).format(**words))
