"""The choices that hold on every page: municipality, year, type of care and peers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard import texts, texts_peers
from dashboard.components.help import help_on
from dashboard.components.link import kept_names, linked_buttons, linked_select, settled
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import lists
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


@dataclass(frozen=True)
class Offered:
    """One choice of the sidebar; ``parameter`` is its name in the link, ``term`` what explains it."""

    parameter: str
    label: str
    options: Mapping[str, str]
    default: str
    term: str


def settle_choices() -> None:
    """Take the choices over from the state or the link; ``picked`` gives them back."""
    _follow_merged_authority()
    for one in _offered():
        settled(one.parameter, one.label, one.options, one.default)


def draw_choices() -> None:
    """Draw the choices in the sidebar."""
    st.sidebar.header(_(texts.CHOICES_HEADING), anchor=False)
    for one in _offered():
        linked_select(one.parameter, one.label, one.options, one.default, st.sidebar, help_on(one.term))
    st.sidebar.markdown(f":small[{_groups()[1][st.session_state['peer_group']]}]")
    st.sidebar.markdown(f":small[{_(texts.CHOICES_HELP)}]")


def _offered() -> Iterator[Offered]:
    """The choices in their order; which groups there are depends on the authority that was settled before."""
    authorities = lists.authorities()
    yield Offered("nis", _(texts.AUTHORITY), authorities, next(iter(authorities)), "authority")
    years = {str(year): str(year) for year in lists.years()}
    yield Offered("year", _(texts.YEAR), years, next(iter(years)), "year")
    care_types = lists.care_types()
    yield Offered("care_type", _(texts.CARE_TYPE), care_types, DEFAULT_CARE_TYPE, "care_type")
    yield Offered("peer_group", _(texts.PEER_GROUP), _groups()[0], DEFAULT_PEER_GROUP, "peer_group")


def picked() -> Picked:
    """What is chosen now."""
    state = st.session_state
    choice = Choice(state["nis"], int(state["year"]), state["care_type"], state["peer_group"], own_peers())
    return Picked(
        choice=choice,
        name=lists.authorities()[choice.nis_code],
        care_type=lists.care_types()[choice.care_type],
        peer_group=_groups()[0][choice.peer_group],
    )


def own_peers() -> tuple[str, ...]:
    """The codes of the authorities that the reader chose as peers, without the authority itself."""
    named = kept_names(OWN_PEERS, lists.named_authorities())
    return tuple(code for code in named if code != st.session_state["nis"])


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
    now = settled_indicator(care_type)
    if now is not None:
        explained = (help_on("indicator"), f"**{plain(now.label)}.** {plain(now.definition)}")
        linked_select(*_indicators_offered(care_type), help_text="\n\n".join(filter(None, explained)))
    return now


def settled_indicator(care_type: str) -> Indicator | None:
    """The indicator that ``pick_indicator`` is going to give, before anything is drawn."""
    by_code = lists.indicators(care_type)
    return by_code[settled(*_indicators_offered(care_type))] if by_code else None


def _indicators_offered(care_type: str) -> tuple[str, str, dict[str, str], str]:
    """The choice of an indicator as ``linked_select`` wants it."""
    options = {code: f"{one.theme_label}: {one.label}" for code, one in lists.indicators(care_type).items()}
    return "indicator", _(texts.INDICATOR), options, next(iter(options))


def pick_theme(themes: pd.DataFrame) -> str:
    """Let the reader choose a theme out of a frame with theme and theme_label."""
    return linked_buttons(*_themes_offered(themes), help_on("theme"))


def settled_theme(themes: pd.DataFrame) -> str:
    """The theme that ``pick_theme`` is going to give, before anything is drawn."""
    return settled(*_themes_offered(themes))


def _themes_offered(themes: pd.DataFrame) -> tuple[str, str, dict[str, str], str]:
    """The choice of a theme as ``linked_buttons`` wants it."""
    options = _options(themes, "theme", "theme_label")
    return "theme", _(texts.THEME), options, next(iter(options))


def _options(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code], frame[label], strict=True))


def _follow_merged_authority() -> None:
    """A link with the code of a municipality that was merged away leads to its successor."""
    asked = st.query_params.get("nis")
    if asked is None or "nis" in st.session_state or not asked.isdigit():
        return
    names = lists.authorities()
    successor = None if asked in names else lists.todays_nis_code(asked)
    if successor is not None:
        st.session_state["nis"] = successor
        st.info(_(texts.MERGED_AUTHORITY).format(asked=asked, used=names[successor]))
