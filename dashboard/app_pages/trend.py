"""One indicator through the years, in the band of the peers; the reader chooses in which prices and on which map."""

import streamlit as st

from dashboard import texts
from dashboard.components import notes, pickers, trend_views
from dashboard.language import translated as _

picked = pickers.picked()
shown = trend_views.ask(picked)

notes.open_page(_(texts.TREND_TITLE).format(name=picked.name))
trend_views.choices(picked)
if shown is None:
    st.info(_(texts.NO_BENCHMARK))
else:
    trend_views.heading(shown)
    trend_views.picture(shown)
    trend_views.below(shown)
