"""Choices that live in the link: opening the link elsewhere restores them."""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import texts
from dashboard.language import translated as _


def linked_select(
    parameter: str, label: str, options: Mapping[str, str], default: str, place: DeltaGenerator | None = None
) -> str:
    """Let the reader choose one option and keep its code in the link, always, also when it is the default.

    An unknown code in the link gives the default and a message. The choice is kept while other pages are shown.

    Args:
        parameter: the name in the link and of the widget's state.
        label: the heading above the choice.
        options: codes with their Dutch labels, in order.
        default: the code that holds until something else is chosen.
        place: where the widget stands; the page itself when not given.
    """
    _restore(parameter, label, options, default)
    code = (place or st).selectbox(
        label, placeholder=_(texts.CHOOSE), **_settings(parameter, options), persist_state="session"
    )
    return _write(parameter, code)


def linked_buttons(parameter: str, label: str, options: Mapping[str, str], default: str) -> str:
    """The same as ``linked_select`` for a few options, all in view as a row of buttons."""
    _restore(parameter, label, options, default)
    code = st.segmented_control(label, required=True, **_settings(parameter, options), persist_state="session")
    return _write(parameter, code or default)


def _settings(parameter: str, options: Mapping[str, str]) -> dict[str, object]:
    return {"options": list(options), "format_func": lambda option: options.get(option, option), "key": parameter}


def _write(parameter: str, code: str) -> str:
    if st.query_params.get(parameter) != code:
        st.query_params[parameter] = code
    return code


def _restore(parameter: str, label: str, options: Mapping[str, str], default: str) -> None:
    """Take the choice over from the link on the first run; put a choice right that no longer exists."""
    asked = st.session_state.get(parameter, st.query_params.get(parameter))
    if asked in options:
        st.session_state[parameter] = asked
        return
    if asked is not None:
        st.warning(_(texts.UNKNOWN_CHOICE).format(label=label, asked=_short(asked), used=options[default]))
    st.session_state[parameter] = default


def _short(asked: object) -> str:
    """Keep what a link asks for harmless to show: letters, digits and a few signs, not too long."""
    kept = "".join(sign for sign in str(asked) if sign.isalnum() or sign in " -_.")
    return kept[:40] or "…"
