"""One indicator, or two: the authority and its peers in order, in their distribution, on the map and across."""

import streamlit as st

from dashboard import compare_tables, texts
from dashboard.components import compare_views, marking, notes, pickers
from dashboard.language import translated as _
from dashboard.queries import benchmarks, comparison

picked = pickers.picked()
st.title(_(texts.COMPARE_TITLE).format(name=picked.name), anchor=False)
notes.submission_note(picked)
first, second = st.columns(2)
with first:
    indicator = pickers.pick_indicator(picked.choice.care_type)
with second:
    other = compare_views.pick_other(picked.choice.care_type, indicator)
row = benchmarks.benchmark(picked.choice, indicator.code) if indicator else None
if row is None:
    st.info(_(texts.NO_BENCHMARK))
    st.stop()

heading = st.container()
marked = marking.pick_marked(picked.choice.nis_code)
everybody = comparison.everybody(picked.choice, indicator.code, other.code if other else "")
compared = compare_views.Compared(picked, indicator, row, other, everybody, marked)
with heading:
    st.header(f"{indicator.label}, {picked.care_type.lower()}, {picked.choice.year}", anchor=False)
    compare_views.finding(compared)
marking.say_who(marked, compared.drawn, compare_tables.MOST_NAMED)

narrow, wide = st.columns([2, 3], gap="medium")
with narrow:
    compare_views.distribution(compared)
with wide:
    compare_views.on_map(compared)
compare_views.ranking(compared)
compare_views.scatter(compared)
compare_views.table(compared)
