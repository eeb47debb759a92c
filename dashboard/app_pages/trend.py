"""One indicator through the years, in the band of the peers; the reader chooses in which prices and on which map."""

import streamlit as st

from dashboard import tables, texts, trend_tables, trend_words
from dashboard.charts.trend import trend_chart
from dashboard.components import figures, notes, pickers, trend_views
from dashboard.components.help import help_on
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import comparison, trend

picked = pickers.picked()
st.title(_(texts.TREND_TITLE).format(name=picked.name), anchor=False)
chosen = pickers.pick_indicator(picked.choice.care_type)
if chosen is None:
    st.info(_(texts.NO_BENCHMARK))
    st.stop()
with st.container(horizontal=True, gap="medium"):
    prices = trend_views.pick_prices(chosen)
    as_reported = trend_views.pick_former(picked, chosen, prices)
series = trend.series(picked.choice, chosen.code, is_real=prices.is_real)
if series.empty:
    st.info(_(texts.NO_BENCHMARK))
    st.stop()

indicator = prices.of(chosen)
breaks = tables.breaks_within(comparison.series_breaks(picked.choice), series)
rows = tables.trend_rows(series, indicator)
former = trend_tables.former_rows(as_reported, indicator)
finding = trend_words.finding(picked.name, indicator, series, breaks, former)

heading = plain(f"{indicator.label}, {picked.care_type.lower()}")
st.header(heading, anchor=False, help=help_on("median", "middle_half"))
st.markdown(plain(finding))
notes.small(plain(indicator.definition))
chart = trend_chart(rows, breaks, indicator, picked.name, former)
figures.draw(chart, _(texts.TREND_ALT).format(name=picked.name, indicator=indicator.label, finding=finding))
notes.figure_notes(series[series["value"].notna()], is_trend=True)
notes.break_notes(breaks)
trend_views.notes(picked, prices, former)
with st.expander(_(texts.SHOW_TABLE)):
    table, formats = trend_tables.table(series, former, indicator, picked.name)
    figures.show_table(table, indicator.label, formats)
