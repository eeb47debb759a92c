"""What the page Rapport offers: the files of the picked choice, and their main findings beforehand."""

from __future__ import annotations

import streamlit as st

from dashboard import exports
from dashboard import texts_report as texts
from dashboard.components import downloads
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.report.content import main_findings, report_of
from dashboard.report.render import report_pdf, slides_pdf
from dashboard.report.request import Subject
from dashboard.report.workbook import report_xlsx

PDF_TYPE = "application/pdf"


def files(subject: Subject) -> None:
    """Offer the report, the slides and the workbook; each is made when it is asked for."""
    title = f"{subject.name} {subject.choice.year}"
    slides_title = f"{title} {_(texts.SLIDES)}"
    with st.container(horizontal=True):
        downloads.offer(_(texts.AS_PDF), lambda: report_pdf(report_of(subject)), _pdf(title), PDF_TYPE)
        downloads.offer(_(texts.AS_SLIDES), lambda: slides_pdf(report_of(subject)), _pdf(slides_title), PDF_TYPE)
        name = exports.file_name(title, "xlsx")
        downloads.offer(_(texts.AS_XLSX), lambda: report_xlsx(subject, report_of(subject)), name, downloads.XLSX_TYPE)


def _pdf(title: str) -> str:
    return exports.file_name(title, "pdf")


def preview(subject: Subject) -> None:
    """Show what the report says first: what is strong, what asks attention, and what only stands out."""
    for section in main_findings(subject):
        st.header(section.title, anchor=False)
        for paragraph in section.text:
            st.markdown(plain(paragraph))
        st.markdown("\n".join(f"- **{plain(term)}.** {plain(told)}" for term, told in section.findings))
