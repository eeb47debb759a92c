"""Which published figures changed afterwards and why, and two publications side by side."""

import streamlit as st

from dashboard import texts_corrections as texts
from dashboard.components import correction_views, notes, pickers, publication_choice
from dashboard.language import translated as _

picked = pickers.picked()
notes.open_page(_(texts.TITLE))
st.markdown(_(texts.INTRO))
correction_views.changed(picked)
publication_choice.look_back()
correction_views.compare()
