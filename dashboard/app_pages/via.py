"""The VIA money: of one authority for its manager, and of all together for the Steunpunt."""

import streamlit as st

from dashboard import texts_via as texts
from dashboard.components import notes, pickers, via_own_views, via_views
from dashboard.components.link import linked_buttons
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.queries import via

VIEWS = {"own": via_own_views.own, "all": via_views.steunpunt}

picked = pickers.picked()
notes.open_page(_(texts.TITLE))
if via.is_published():
    view = linked_buttons("via_view", _(texts.MODE), translated_values(texts.MODES), "own")
    VIEWS[view](picked)
else:
    st.info(_(texts.NOT_PUBLISHED))
