"""How good the figures are: problems per rule, figures per status, completeness, corrections and reasons."""

import streamlit as st

from dashboard import quality_tables
from dashboard import texts_quality as texts
from dashboard.components import notes, pickers, quality_views
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import quality

picked = pickers.picked()
year = picked.choice.year

notes.open_page(_(texts.TITLE).format(year=year))
st.markdown(plain(quality_tables.summary(year, quality.summary(year))))
quality_views.problems(year)
quality_views.statuses(picked)
quality_views.completeness()
quality_views.corrections()
quality_views.answered(year)
