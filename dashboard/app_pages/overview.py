"""Where one authority stands: every indicator of a theme beside the peers, in one picture."""

import streamlit as st

from dashboard import sentences, tables, texts
from dashboard.charts.position import position_chart
from dashboard.components import figures, notes, pickers
from dashboard.components.trace_views import trace_address
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import benchmarks, lists

picked = pickers.picked()
indicators = {indicator.code: indicator for indicator in lists.indicators(picked.choice.care_type)}

st.title(f"{picked.name}, {picked.choice.year}", anchor=False)
notes.profile_line(picked)
notes.submission_note(picked)

quarters = benchmarks.outer_quarters(picked.choice)
themes = quarters[quarters["theme"].notna()]
if themes.empty:
    st.info(_(texts.NO_BENCHMARK))
    st.stop()
st.markdown(plain(sentences.summary(picked.name, quarters.iloc[-1])))
theme = pickers.pick_theme(themes)

rows = benchmarks.benchmarks(picked.choice, theme)
peers = benchmarks.peer_values(picked.choice, theme)
notes.not_offered_note(rows, picked)
st.subheader(f"{indicators[rows['indicator_code'].iloc[0]].theme_label}: {picked.care_type.lower()}", anchor=False)
chart = position_chart(rows, peers, indicators, picked.name)
table = tables.benchmark_table(rows, indicators, picked.name)
description = _(texts.POSITION_ALT).format(name=picked.name, n=len(rows), group=picked.peer_group.lower())
figures.show_figure(chart, table, description=description, note=_(texts.LEGEND_POSITION))
notes.figure_notes(rows)

for row in rows.to_dict("records"):
    indicator = indicators[row["indicator_code"]]
    finding = sentences.finding(picked.name, indicator, row, picked.choice.peer_group)
    st.markdown(f"- **{plain(indicator.label)}.** {plain(finding)} {trace_address(picked, indicator)}")
