"""Where one authority stands: what sums it up, a theme beside the peers in one picture, and what changed."""

import streamlit as st

from dashboard import texts
from dashboard.components import notes, overview_views, pickers
from dashboard.language import translated as _

picked = pickers.picked()
asked = overview_views.ask(picked)

notes.open_page(f"{picked.name}, {picked.choice.year}")
overview_views.introduction(picked)
if asked is None:
    st.info(_(texts.NO_BENCHMARK))
else:
    overview_views.summary(asked)
    pickers.pick_theme(asked.themes)
    overview_views.theme(asked)
    overview_views.changes(asked)
