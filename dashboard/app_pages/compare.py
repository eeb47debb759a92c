"""One indicator: the authority and its peers side by side, in their distribution and on the map."""

import streamlit as st

from dashboard import sentences, tables, texts
from dashboard.charts.distribution import distribution_chart
from dashboard.charts.map import map_chart
from dashboard.charts.ranking import ranking_chart
from dashboard.components import figures, notes, pickers
from dashboard.components.trace_views import link_to_trace
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import benchmarks, comparison

picked = pickers.picked()
st.title(_(texts.COMPARE_TITLE).format(name=picked.name), anchor=False)
notes.submission_note(picked)
indicator = pickers.pick_indicator(picked.choice.care_type)
row = benchmarks.benchmark(picked.choice, indicator.code) if indicator else None
if row is None:
    st.info(_(texts.NO_BENCHMARK))
    st.stop()

st.subheader(f"{indicator.label}, {picked.care_type.lower()}, {picked.choice.year}", anchor=False)
st.markdown(plain(sentences.comparison(picked.name, indicator, row, picked.choice.peer_group)))
notes.small(plain(indicator.definition))
link_to_trace()

rows = tables.comparison_rows(comparison.comparison(picked.choice, indicator.code), indicator)
table, formats = tables.comparison_table(rows, indicator)
drawn = tables.drawn(rows)
median = tables.median_of(row)
words = {"name": picked.name, "indicator": indicator.label, "n": len(drawn)}

left, right = st.columns(2, gap="large")
with left:
    st.subheader(_(texts.DISTRIBUTION), anchor=False)
    if drawn.empty:
        st.info(_(texts.NOTHING_TO_DRAW))
    else:
        figures.draw(distribution_chart(drawn, indicator, median), _(texts.DISTRIBUTION_ALT).format(**words))
with right:
    st.subheader(_(texts.MAP), anchor=False)
    places = tables.map_rows(comparison.places(picked.choice, indicator.code), indicator)
    figures.draw(map_chart(places, comparison.province_places()), _(texts.MAP_ALT).format(**words))

st.subheader(_(texts.RANKING), anchor=False)
if not drawn.empty:
    figures.draw(ranking_chart(drawn, indicator, median), _(texts.RANKING_ALT).format(**words))
notes.comparison_notes(rows)
with st.expander(_(texts.SHOW_TABLE)):
    figures.show_table(table, _(texts.RANKING_ALT).format(**words), formats)
