"""The registry, readable: what every figure means and how it is made."""

import streamlit as st

from dashboard import sentences, tables, texts
from dashboard.components import figures
from dashboard.components.definitions import show_definition
from dashboard.format import plain
from dashboard.queries import lists

st.title(texts.METHOD, anchor=False)
st.markdown(texts.METHOD_INTRO)

st.header(texts.INDICATORS, anchor=False)
targets = sentences.targets(lists.target_bands().to_dict("records"))
for theme, rows in tables.by_theme(lists.registry()):
    st.subheader(theme, anchor=False)
    for row in rows:
        show_definition(row, targets.get(row["indicator_code"], ""))

st.header(texts.GROUPS, anchor=False)
for group in lists.peer_groups().to_dict("records"):
    st.markdown(f"**{plain(group['label_nl'])}.** {plain(group['definition_nl'])}.")

st.header(texts.STATUSES_HEADING, anchor=False)
st.markdown(texts.STATUSES_INTRO)
figures.show_table(tables.explained(lists.codes("status"), texts.STATUS_MEANINGS), texts.STATUSES_HEADING)

st.header(texts.GLOSSARY_HEADING, anchor=False)
for term, meaning in texts.GLOSSARY.items():
    st.markdown(f"**{term}.** {meaning}")
