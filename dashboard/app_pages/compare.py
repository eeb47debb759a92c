"""One indicator, or two: the authority and its peers in order, in their distribution, on the map and across."""

import streamlit as st

from dashboard import texts
from dashboard.components import compare_views, notes, pickers
from dashboard.components.compared import ask
from dashboard.language import translated as _

picked = pickers.picked()
compared = ask(picked)

notes.open_page(_(texts.COMPARE_TITLE).format(name=picked.name))
compare_views.above(picked, compared)
if compared is not None:
    narrow, wide = st.columns([2, 3], gap="medium")
    with narrow:
        compare_views.distribution(compared)
    with wide:
        compare_views.on_map(compared)
    compare_views.ranking(compared)
    compare_views.scatter(compared)
    compare_views.table(compared)
