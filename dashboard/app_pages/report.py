"""The report about the picked authority as files to take along: PDF, slides and workbook."""

import streamlit as st

from dashboard import texts_report as texts
from dashboard.components import notes, pickers, report_views
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.report.request import ReportError, subject_of

picked = pickers.picked()
notes.open_page(_(texts.PAGE_TITLE).format(name=picked.name, year=picked.choice.year))
st.markdown(_(texts.PAGE_INTRO))
try:
    subject = subject_of(picked.choice)
except ReportError as error:
    st.info(plain(error))
else:
    report_views.files(subject)
    report_views.preview(subject)
