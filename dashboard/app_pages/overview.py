"""Where one authority stands: what sums it up, a theme beside the peers in one picture, and what changed."""

import streamlit as st

from dashboard import texts
from dashboard.components import notes, overview_views, pickers
from dashboard.components.welcome import welcome
from dashboard.language import translated as _
from dashboard.queries import benchmarks, lists

picked = pickers.picked()
indicators = {indicator.code: indicator for indicator in lists.indicators(picked.choice.care_type)}

st.title(f"{picked.name}, {picked.choice.year}", anchor=False)
notes.profile_line(picked)
welcome()
notes.submission_note(picked)

quarters = benchmarks.outer_quarters(picked.choice)
themes = quarters[quarters["theme"].notna()]
if themes.empty:
    st.info(_(texts.NO_BENCHMARK))
else:
    overview_views.summary(picked, quarters.iloc[-1], indicators)
    chosen = pickers.pick_theme(themes)
    overview_views.theme(picked, themes.set_index("theme", drop=False).loc[chosen], indicators)
    overview_views.changes(picked, indicators)
