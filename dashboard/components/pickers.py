"""The choices that hold on every page: municipality, year, type of care and peers."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard import texts, texts_peers
from dashboard.components.help import help_on
from dashboard.components.link import kept_names, linked_buttons, linked_select
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import lists, peers
from dashboard.queries.benchmarks import OWN_SELECTION, Choice

DEFAULT_CARE_TYPE = "group"
DEFAULT_PEER_GROUP = "nearest"
OWN_PEERS = "peers"


@dataclass(frozen=True)
class Picked:
    """The choice with the words that go with it."""

    choice: Choice
    name: str
    care_type: str
    peer_group: str


def draw_choices() -> None:
    """Draw the choices in the sidebar; ``picked`` gives them back."""
    st.sidebar.header(_(texts.CHOICES_HEADING), anchor=False)
    _follow_merged_authority()
    authorities = _options(lists.authorities(), "nis_code", "name")
    _select("nis", _(texts.AUTHORITY), authorities, next(iter(authorities)), "authority")
    years = {str(year): str(year) for year in lists.years()}
    _select("year", _(texts.YEAR), years, next(iter(years)), "year")
    care_types = _options(lists.care_types(), "care_type", "label")
    _select("care_type", _(texts.CARE_TYPE), care_types, DEFAULT_CARE_TYPE, "care_type")
    labels, definitions = _groups()
    _select("peer_group", _(texts.PEER_GROUP), labels, DEFAULT_PEER_GROUP, "peer_group")
    st.sidebar.markdown(f":small[{definitions[st.session_state['peer_group']]}]")
    st.sidebar.markdown(f":small[{_(texts.CHOICES_HELP)}]")


def picked() -> Picked:
    """What is chosen now."""
    state = st.session_state
    choice = Choice(state["nis"], int(state["year"]), state["care_type"], state["peer_group"], own_peers())
    return Picked(
        choice=choice,
        name=_options(lists.authorities(), "nis_code", "name")[choice.nis_code],
        care_type=_options(lists.care_types(), "care_type", "label")[choice.care_type],
        peer_group=_groups()[0][choice.peer_group],
    )


def own_peers() -> tuple[str, ...]:
    """The codes of the authorities that the reader chose as peers, without the authority itself."""
    named = _options(peers.named_authorities(), "nis_code", "name")
    return tuple(code for code in kept_names(OWN_PEERS, named) if code != st.session_state["nis"])


def _groups() -> tuple[dict[str, str], dict[str, str]]:
    """The groups to compare with, with their labels and definitions; a selection of one's own once there is one."""
    found = lists.peer_groups()
    labels, definitions = _options(found, "peer_group", "label"), _options(found, "peer_group", "definition")
    chosen = own_peers()
    if chosen:
        labels[OWN_SELECTION] = _(texts_peers.OWN_SELECTION).format(n=len(chosen))
        definitions[OWN_SELECTION] = _(texts_peers.OWN_SELECTION_DEFINITION)
    return labels, definitions


def pick_indicator(care_type: str) -> Indicator | None:
    """Let the reader choose an indicator that means something for a type of care, grouped by theme."""
    by_code = {indicator.code: indicator for indicator in lists.indicators(care_type)}
    if not by_code:
        return None
    options = {code: f"{indicator.theme_label}: {indicator.label}" for code, indicator in by_code.items()}
    first = next(iter(options))
    now = by_code.get(st.session_state.get("indicator", st.query_params.get("indicator")), by_code[first])
    explained = "\n\n".join(filter(None, (help_on("indicator"), f"**{plain(now.label)}.** {plain(now.definition)}")))
    return by_code[linked_select("indicator", _(texts.INDICATOR), options, first, help_text=explained)]


def pick_theme(themes: pd.DataFrame) -> str:
    """Let the reader choose a theme out of a frame with theme and theme_label."""
    options = _options(themes, "theme", "theme_label")
    return linked_buttons("theme", _(texts.THEME), options, next(iter(options)), help_on("theme"))


def _select(parameter: str, label: str, options: dict[str, str], default: str, term: str) -> str:
    return linked_select(parameter, label, options, default, st.sidebar, help_on(term))


def _options(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code], frame[label], strict=True))


def _follow_merged_authority() -> None:
    """A link with the code of a municipality that was merged away leads to its successor."""
    asked = st.query_params.get("nis")
    if asked is None or "nis" in st.session_state or not asked.isdigit():
        return
    names = _options(lists.authorities(), "nis_code", "name")
    successor = None if asked in names else lists.todays_nis_code(asked)
    if successor is not None:
        st.session_state["nis"] = successor
        st.info(_(texts.MERGED_AUTHORITY).format(asked=asked, used=names[successor]))
