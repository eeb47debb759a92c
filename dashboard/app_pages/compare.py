"""One indicator, or two: the authority and its peers in order, in their distribution, on the map and across."""

import streamlit as st

from dashboard import compare_tables, sentences, texts
from dashboard.components import compare_views, marking, notes, pickers
from dashboard.components.trace_views import link_to_trace
from dashboard.format import plain
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
everybody = comparison.everybody(picked.choice, indicator.code, other.code if other else "")

st.subheader(f"{indicator.label}, {picked.care_type.lower()}, {picked.choice.year}", anchor=False)
found, amount = st.columns([3, 2], gap="large")
with found:
    st.markdown(plain(sentences.comparison(picked.name, indicator, row, picked.choice.peer_group)))
    notes.small(plain(indicator.definition))
    link_to_trace()
with amount:
    own = everybody[everybody["is_own"]].iloc[0]
    compare_views.difference_over_year(picked, indicator, row, own["denominator"])

marked = marking.pick_marked(picked.choice.nis_code)
compared = compare_views.Compared(picked, indicator, row, other, everybody, marked)
marking.say_who(marked, compared.drawn, compare_tables.MOST_NAMED)
narrow, wide = st.columns([2, 3], gap="large")
with narrow:
    compare_views.distribution(compared)
with wide:
    compare_views.on_map(compared)
compare_views.ranking(compared)
compare_views.scatter(compared)
