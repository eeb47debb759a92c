"""A figure walked back: numerator and denominator, their measures, and the file, sheet, row and cell of each."""

import streamlit as st

from dashboard import texts_trace as texts
from dashboard.components import notes, pickers
from dashboard.components.trace_views import show_trace
from dashboard.language import translated as _

picked = pickers.picked()
notes.open_page(_(texts.TITLE))
indicator = pickers.pick_indicator(picked.choice.care_type)
if indicator is None:
    st.info(_(texts.NO_FIGURE))
else:
    show_trace(picked, indicator)
