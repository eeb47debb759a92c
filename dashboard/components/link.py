"""Choices that live in the link: opening the link elsewhere restores them."""

from collections.abc import Iterator, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import format as belgian
from dashboard import texts
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
    _restore(parameter, label, options, default)
    code = (place or st).selectbox(
        label, placeholder=_(texts.CHOOSE), help=help_text, **_settings(parameter, options), persist_state="session"
    )
    return _write(parameter, code)


def linked_buttons(
    parameter: str, label: str, options: Mapping[str, str], default: str, help_text: str | None = None
) -> str:
    """The same as ``linked_select`` for a few options, all in view as a row of buttons."""
    _restore(parameter, label, options, default)
    code = st.segmented_control(
        label, required=True, help=help_text, **_settings(parameter, options), persist_state="session"
    )
    return _write(parameter, code or default)


def linked_names(parameter: str, label: str, options: Mapping[str, str], help_text: str) -> tuple[str, ...]:
    """Let the reader choose any number of options; their codes stand in the link, with commas between them."""
    st.session_state[parameter] = list(kept_names(parameter, options))
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=parameter,
        help=help_text,
        placeholder=_(texts.CHOOSE),
        persist_state="session",
    )
    return _write_names(parameter, tuple(chosen))


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


def linked_weights(parameter: str, options: Mapping[str, str], defaults: Mapping[str, float]) -> dict[str, float]:
    """Let the reader weigh each option with a slider; weights that differ from the default stand in the link."""
    asked = dict(_weights_in(st.query_params.get(parameter, "")))
    chosen = {}
    for code, label in options.items():
        key = f"{parameter}_{code}"
        st.session_state.setdefault(key, asked.get(code, defaults[code]))
        chosen[code] = st.select_slider(label, WEIGHTS, key=key, format_func=_weight, persist_state="session")
    moved = {code: weight for code, weight in chosen.items() if weight != defaults[code]}
    _write_names(parameter, tuple(f"{code}:{weight:g}" for code, weight in moved.items()))
    return chosen


def _weights_in(text: str) -> Iterator[tuple[str, float]]:
    """The weights that a link asks for, as far as the slider has them."""
    for part in text.split(","):
        code, _colon, weight = part.partition(":")
        if weight in {f"{known:g}" for known in WEIGHTS}:
            yield code, float(weight)


def _weight(weight: float) -> str:
    return belgian.number(weight, 1)


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
