"""The language of the pages: a choice like any other, in the link."""

import streamlit as st

from dashboard import texts
from dashboard.components.link import linked_select
from dashboard.language import LANGUAGES, SOURCE_LANGUAGE
from dashboard.language import translated as _

PARAMETER = "lang"


def chosen_language() -> object:
    """What the reader chose, or what the link asks for; nothing when neither says."""
    return st.session_state.get(PARAMETER, st.query_params.get(PARAMETER))


def draw_language_choice() -> None:
    """Let the reader choose the language, under the other choices; each is written in itself."""
    linked_select(PARAMETER, _(texts.LANGUAGE), LANGUAGES, SOURCE_LANGUAGE, st.sidebar)
