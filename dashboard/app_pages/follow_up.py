"""Who handed in, who did not, and with how many problems."""

import streamlit as st

from dashboard import sentences, tables, texts
from dashboard.charts.submissions import submissions_chart
from dashboard.components import figures, notes, pickers
from dashboard.components.link import linked_select
from dashboard.format import plain
from dashboard.queries import follow_up, lists

picked = pickers.picked()
year = picked.choice.year
statuses = tables.submission_statuses(lists.codes("submission_status"))

st.title(f"Opvolging van de inzendingen, {year}", anchor=False)
st.markdown(plain(sentences.follow_up(year, follow_up.year_summary(year))))

counts = follow_up.submission_counts()
chart = submissions_chart(tables.submission_bars(counts, statuses), list(statuses.values()))
figures.show_figure(chart, tables.submission_counts_table(counts, statuses), description=texts.SUBMISSIONS_ALT)

st.subheader(f"Alle besturen, {year}", anchor=False)
left, right = st.columns(2)
wanted = linked_select("status", texts.STATUS, {"any": texts.ALL_STATUSES} | statuses, "any", left)
problem = linked_select("with", texts.PROBLEMS, texts.PROBLEM_CHOICES, "any", right)
rows = tables.filtered(follow_up.submissions(year), wanted, problem)
if rows.empty:
    st.info(texts.NO_ROWS)
else:
    table, formats = tables.submissions_table(rows, statuses)
    figures.show_table(table, f"inzendingen {year}", formats)
    notes.small(sentences.severities(lists.codes("severity").to_dict("records"), texts.SEVERITY_COLUMNS))

refused = follow_up.refused_files(year)
if not refused.empty:
    st.subheader(f"Geweigerde bestanden, {year}", anchor=False)
    figures.show_table(tables.refused_table(refused), f"geweigerde bestanden {year}")
    notes.small(texts.REFUSED_NOTE)

st.subheader(f"Opmerkingen bij de inzending van {picked.name}, {year}", anchor=False)
problems = follow_up.problems(picked.choice.nis_code, year)
if problems.empty:
    st.info(texts.NO_PROBLEMS)
else:
    figures.show_table(tables.problems_table(problems), f"opmerkingen bij {picked.name}")
