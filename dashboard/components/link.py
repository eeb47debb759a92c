"""Choices that live in the link: opening the link elsewhere restores them.

What is chosen is known from the state before a choice is drawn, so that pictures need not wait for it.
"""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import format as belgian
from dashboard import texts
from dashboard.components.afterwards import afterwards
from dashboard.language import translated as _

WEIGHTS = [half / 2 for half in range(11)]


def linked_select(
    parameter: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    place: DeltaGenerator | None = None,
    help_text: str | None = None,
) -> str:
    """Let the reader choose one option and keep its code in the link, always, also when it is the default.

    An unknown code in the link gives the default and a message. The choice is kept while other pages are shown.

    Args:
        parameter: the name in the link and of the widget's state.
        label: the heading above the choice.
        options: codes with their Dutch labels, in order.
        default: the code that holds until something else is chosen.
        place: where the widget stands; the page itself when not given.
        help_text: the explanation behind a question mark; none when not given.
    """
    code = settled(parameter, label, options, default)
    with place or nullcontext():
        _draw_select(parameter, label, options, help_text)
    return code


@afterwards
def _draw_select(parameter: str, label: str, options: Mapping[str, str], help_text: str | None) -> None:
    settings = _settings(parameter, options)
    _write(parameter, st.selectbox(label, placeholder=_(texts.CHOOSE), help=help_text, **settings))


def linked_buttons(
    parameter: str, label: str, options: Mapping[str, str], default: str, help_text: str | None = None
) -> str:
    """The same as ``linked_select`` for a few options, all in view as a row of buttons."""
    code = settled(parameter, label, options, default)
    _draw_buttons(parameter, label, options, help_text)
    return code


@afterwards
def _draw_buttons(parameter: str, label: str, options: Mapping[str, str], help_text: str | None) -> None:
    settings = _settings(parameter, options)
    _write(parameter, st.segmented_control(label, required=True, help=help_text, **settings))


def linked_names(parameter: str, label: str, options: Mapping[str, str], help_text: str) -> tuple[str, ...]:
    """Let the reader choose any number of options; their codes stand in the link, with commas between them."""
    codes = kept_names(parameter, options)
    st.session_state[parameter] = list(codes)
    _draw_names(parameter, label, options, help_text)
    return codes


@afterwards
def _draw_names(parameter: str, label: str, options: Mapping[str, str], help_text: str) -> None:
    st.multiselect(label, help=help_text, placeholder=_(texts.CHOOSE), **_settings(parameter, options))


def kept_names(parameter: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """What was chosen with ``linked_names``, kept in the link on pages that do not ask; unknown codes drop out."""
    asked = st.session_state.get(parameter)
    if asked is None:
        asked = st.query_params.get(parameter, "").split(",")
    return _write_names(parameter, tuple(code for code in dict.fromkeys(asked) if code in options))


def _write_names(parameter: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    if codes:
        _write(parameter, ",".join(codes))
    elif parameter in st.query_params:
        del st.query_params[parameter]
    return codes


def settled_weights(parameter: str, defaults: Mapping[str, float]) -> dict[str, float]:
    """The weight of each option as the reader moved it."""
    asked = dict(_weights_in(st.query_params.get(parameter, "")))
    return {
        code: st.session_state.setdefault(f"{parameter}_{code}", asked.get(code, default))
        for code, default in defaults.items()
    }


def linked_weights(parameter: str, options: Mapping[str, str], defaults: Mapping[str, float]) -> None:
    """Let the reader weigh each option with a slider; weights that differ from the default stand in the link."""
    chosen = settled_weights(parameter, defaults)
    for code, label in options.items():
        key = f"{parameter}_{code}"
        st.select_slider(label, WEIGHTS, key=key, format_func=_weight, persist_state="session")
    moved = {code: weight for code, weight in chosen.items() if weight != defaults[code]}
    _write_names(parameter, tuple(f"{code}:{weight:g}" for code, weight in moved.items()))


def _weights_in(text: str) -> Iterator[tuple[str, float]]:
    """The weights that a link asks for, as far as the slider has them."""
    for part in text.split(","):
        code, _colon, weight = part.partition(":")
        if weight in {f"{known:g}" for known in WEIGHTS}:
            yield code, float(weight)


def _weight(weight: float) -> str:
    return belgian.number(weight, 1)


def _settings(parameter: str, options: Mapping[str, str]) -> dict[str, object]:
    return {
        "options": list(options),
        "format_func": lambda option: options.get(option, option),
        "key": parameter,
        "persist_state": "session",
    }


def _write(parameter: str, code: str) -> None:
    if st.query_params.get(parameter) != code:
        st.query_params[parameter] = code


def settled(parameter: str, label: str, options: Mapping[str, str], default: str) -> str:
    """What is chosen: taken over from the link on the first run, put right with a message where it no longer exists."""
    asked = st.session_state.get(parameter, st.query_params.get(parameter))
    if asked not in options:
        if asked is not None:
            st.warning(_(texts.UNKNOWN_CHOICE).format(label=label, asked=_short(asked), used=options[default]))
        asked = default
    st.session_state[parameter] = asked
    return asked


def _short(asked: object) -> str:
    """Keep what a link asks for harmless to show: letters, digits and a few signs, not too long."""
    kept = "".join(sign for sign in str(asked) if sign.isalnum() or sign in " -_.")
    return kept[:40] or "…"
