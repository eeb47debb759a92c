"""The registry, readable: what every figure means and how it is made."""

import streamlit as st

from dashboard import tables, texts
from dashboard.components import figures
from dashboard.components.definitions import show_definition
from dashboard.format import plain
from dashboard.queries import lists

st.title(texts.METHOD)
st.markdown(texts.METHOD_INTRO)

st.header(texts.INDICATORS)
for theme, rows in tables.by_theme(lists.registry()):
    st.subheader(theme)
    for row in rows:
        show_definition(row)

st.header(texts.GROUPS)
for group in lists.peer_groups().to_dict("records"):
    st.markdown(f"**{plain(group['label_nl'])}.** {plain(group['definition_nl'])}.")

st.header(texts.STATUSES_HEADING)
st.markdown(texts.STATUSES_INTRO)
figures.show_table(tables.explained(lists.codes("status"), texts.STATUS_MEANINGS), texts.STATUSES_HEADING)

st.header(texts.GLOSSARY_HEADING)
for term, meaning in texts.GLOSSARY.items():
    st.markdown(f"**{term}.** {meaning}")
