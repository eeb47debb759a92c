"""Handing in: the template, the check of a dropped file, what would follow from it, sending in, and what was sent."""

import streamlit as st

from dashboard import texts_submit as texts
from dashboard.components import handing_in, notes, pickers, problem_list, sending, what_follows
from dashboard.components.notes import small
from dashboard.language import translated as _
from dashboard.queries import lists

picked = pickers.picked()
words = {"name": picked.name, "year": picked.choice.year}
notes.open_page(_(texts.TITLE).format(**words))
st.markdown(_(texts.INTRO))
sending.deadline(picked)

st.header(_(texts.TEMPLATE_HEADING), anchor=False)
small(_(texts.TEMPLATE_NOTE).format(**words))
handing_in.offer_templates(picked)

st.header(_(texts.DROP_HEADING), anchor=False)
dropped = handing_in.dropped_file()
checked = handing_in.checked(dropped) if dropped else None
if checked:
    is_for_picked = handing_in.is_for(checked, picked)
    problem_list.show_recognised(checked, picked, is_for_picked=is_for_picked)
    problem_list.show_problems(checked, lists.codes("severity"))
    if checked.problems:
        handing_in.offer_marked(dropped, picked)
    follows = st.container()
    st.header(_(texts.SEND_HEADING), anchor=False)
    sending.send_form(dropped, checked, is_for_picked=is_for_picked)
sending.sent_before(picked)
if checked and not checked.is_refused:
    with follows:
        st.header(_(texts.PREVIEW_HEADING), anchor=False)
        what_follows.show_preview(dropped, picked)
