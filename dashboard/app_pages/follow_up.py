"""Who handed in, who did not and must be called, with how many problems, and what waits to be published."""

from functools import partial

import streamlit as st

from dashboard import follow_up_tables, sentences, tables, texts
from dashboard import texts_follow_up as own
from dashboard.charts.submissions import submissions_chart
from dashboard.components import figures, follow_up_views, notes, pickers
from dashboard.components.link import linked_select
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.queries import calling, follow_up, lists

picked = pickers.picked()
year = picked.choice.year
statuses = tables.submission_statuses(lists.codes("submission_status"))

notes.open_page(_(texts.FOLLOW_UP_TITLE).format(year=year))
in_numbers = calling.counts(year)
st.markdown(plain(sentences.follow_up(year, in_numbers)))
st.markdown(follow_up_tables.counts_told(in_numbers))

counts = follow_up.submission_counts()
chart = submissions_chart(tables.submission_bars(counts, statuses), list(statuses.values()))
made = partial(tables.submission_counts_table, counts, statuses)
figures.show_figure(chart, made, description=_(texts.SUBMISSIONS_ALT))

st.header(_(texts.ALL_AUTHORITIES).format(year=year), anchor=False)
left, middle, right = st.columns(3)
wanted = linked_select("status", _(texts.STATUS), {"any": _(texts.ALL_STATUSES)} | statuses, "any", left)
problem = linked_select("with", _(texts.PROBLEMS), translated_values(texts.PROBLEM_CHOICES), "any", middle)
published = linked_select("published", _(own.PUBLISHED), translated_values(own.PUBLISHED_CHOICES), "any", right)
rows = follow_up_tables.published_only(tables.filtered(follow_up.submissions(year), wanted, problem), published)
if rows.empty:
    st.info(_(texts.NO_ROWS))
else:
    table, formats = tables.submissions_table(rows, statuses)
    figures.show_table(table, _(texts.ALL_AUTHORITIES).format(year=year), formats)
    notes.small(sentences.severities(lists.codes("severity"), translated_values(texts.SEVERITY_COLUMNS)))
    notes.small(_(own.DECIDE_NOTE))

refused = follow_up.refused_files(year)
if not refused.empty:
    st.header(_(texts.REFUSED_FILES).format(year=year), anchor=False)
    figures.show_table(tables.refused_table(refused), _(texts.REFUSED_FILES).format(year=year))
    notes.small(_(texts.REFUSED_NOTE))

follow_up_views.to_call(year)
follow_up_views.progress(year)
follow_up_views.waiting()

st.header(_(texts.PROBLEMS_OF).format(name=picked.name, year=year), anchor=False)
problems = follow_up.problems(picked.choice.nis_code, year)
if problems.empty:
    st.info(_(texts.NO_PROBLEMS))
else:
    figures.show_table(tables.problems_table(problems), _(texts.PROBLEMS_OF).format(name=picked.name, year=year))
