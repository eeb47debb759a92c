"""Which publication the pages show: the current one, or an earlier one of which the file is kept."""

import streamlit as st

from dashboard import texts_corrections as texts
from dashboard.components.link import linked_select
from dashboard.data import earlier_publications
from dashboard.language import translated as _

PARAMETER = "publication"
CURRENT = "current"


def chosen_publication() -> int | None:
    """The earlier publication that the reader or the link asks for, as long as it is kept; None for the current one."""
    asked = st.session_state.get(PARAMETER, st.query_params.get(PARAMETER))
    if asked in (None, CURRENT):
        return None
    return next((number for number in earlier_publications() if str(number) == asked), None)


def say_which() -> None:
    """Say on every page that an earlier publication is shown, offer the way back, and keep the choice in the link."""
    number = chosen_publication()
    if number is None:
        return
    st.query_params[PARAMETER] = str(number)
    st.session_state.setdefault(PARAMETER, str(number))
    st.warning(_(texts.LOOKING_BACK).format(number=number), icon=":material/history:")
    st.button(_(texts.BACK), on_click=_go_back)


def _go_back() -> None:
    st.session_state[PARAMETER] = CURRENT
    st.query_params[PARAMETER] = CURRENT


def look_back() -> None:
    """Let the reader choose the publication that all pages show."""
    earlier = earlier_publications()
    if not earlier:
        return
    st.header(_(texts.LOOK_BACK), anchor=False)
    st.markdown(_(texts.LOOK_BACK_INTRO))
    options = {CURRENT: _(texts.THE_CURRENT_ONE)} | {str(number): str(number) for number in earlier}
    linked_select(PARAMETER, _(texts.PUBLICATION), options, CURRENT)
