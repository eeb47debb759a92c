"""The registry, readable: what every figure means and how it is made."""

import streamlit as st

from dashboard import sentences, tables, texts, texts_help
from dashboard.components import figures, notes
from dashboard.components.definitions import show_definition
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import lists

notes.open_page(_(texts.METHOD))
st.markdown(_(texts.METHOD_INTRO))

st.header(_(texts.INDICATORS), anchor=False)
targets = sentences.targets(lists.target_bands().to_dict("records"))
for theme, rows in tables.by_theme(lists.registry()):
    st.subheader(theme, anchor=False)
    for row in rows:
        show_definition(row, targets.get(row["indicator_code"], ""))

st.header(_(texts.GROUPS), anchor=False)
for group in lists.peer_groups().to_dict("records"):
    st.markdown(f"**{plain(group['label'])}.** {plain(group['definition'])}.")

terms = lists.terms()
st.header(_(texts.STATUSES_HEADING), anchor=False)
st.markdown(_(texts.STATUSES_INTRO))
figures.show_table(tables.explained(terms, "status", _(texts.STATUS)), _(texts.STATUSES_HEADING))

st.header(_(texts_help.JUDGEMENTS), anchor=False)
figures.show_table(tables.explained(terms, "judgement", _(texts_help.JUDGEMENT)), _(texts_help.JUDGEMENTS))

st.header(_(texts.GLOSSARY_HEADING), anchor=False)
for term in terms[terms["codelist"].isna()].to_dict("records"):
    st.markdown(f"**{plain(term['label'])}.** {plain(term['definition'])}")
