"""One indicator through the years, in the band of the peers."""

import streamlit as st

from dashboard import sentences, tables, texts
from dashboard.charts.trend import trend_chart
from dashboard.components import figures, notes, pickers
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import benchmarks, comparison

picked = pickers.picked()
st.title(_(texts.TREND_TITLE).format(name=picked.name), anchor=False)
indicator = pickers.pick_indicator(picked.choice.care_type)
series = benchmarks.series(picked.choice, indicator.code) if indicator else None
if series is None or series.empty:
    st.info(_(texts.NO_BENCHMARK))
    st.stop()

breaks = tables.breaks_within(comparison.series_breaks(picked.choice), series)
rows = tables.trend_rows(series, indicator)
first, last = tables.years_with_value(series)
has_break = tables.has_break_between(breaks, first, last)
finding = sentences.trend(picked.name, indicator, first, last, has_break)

st.subheader(f"{indicator.label}, {picked.care_type.lower()}", anchor=False)
st.markdown(plain(finding))
chart = trend_chart(rows, breaks, indicator, picked.name)
figures.draw(chart, _(texts.TREND_ALT).format(name=picked.name, indicator=indicator.label, finding=finding))
notes.figure_notes(series[series["value"].notna()], is_trend=True)
notes.break_notes(breaks)
with st.expander(_(texts.SHOW_TABLE)):
    table, formats = tables.trend_table(series, indicator, picked.name)
    figures.show_table(table, indicator.label, formats)
