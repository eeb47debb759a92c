"""What a first visitor reads: what this is and how to read it; once closed it stays closed, in the link too."""

import streamlit as st

from dashboard import texts_help as texts
from dashboard.language import translated as _

PARAMETER, CLOSED = "intro", "closed"


def welcome() -> None:
    """Explain the dashboard in four points, or offer the explanation to a reader who closed it."""
    is_closed = st.session_state.get(PARAMETER, st.query_params.get(PARAMETER)) == CLOSED
    if is_closed:
        st.query_params[PARAMETER] = CLOSED
        st.button(_(texts.SHOW), type="tertiary", icon=":material/help:", on_click=_show)
        return
    with st.container(border=True):
        st.markdown(f"**{_(texts.WELCOME)}**")
        st.markdown("\n".join(f"- {_(point)}" for point in texts.POINTS))
        st.button(_(texts.CLOSE), on_click=_close)


def _close() -> None:
    st.session_state[PARAMETER] = CLOSED


def _show() -> None:
    st.session_state[PARAMETER] = None
    st.query_params.pop(PARAMETER, None)
