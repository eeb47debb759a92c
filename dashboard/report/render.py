"""A report as a file: PDF by typst, tagged for screen readers (PDF/UA-1). Data reaches the template as data only."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import typst

from dashboard.report.sections import Report

TEMPLATES = Path(__file__).parent
STANDARD = "ua-1"


def report_pdf(report: Report) -> bytes:
    """The report on A4."""
    return _compiled("report.typ", report)


def slides_pdf(report: Report) -> bytes:
    """The report as slides of 16:9."""
    return _compiled("slides.typ", report.as_slides())


def inputs_of(report: Report) -> dict[str, str]:
    """What the template reads: the whole report as one JSON text, so that no text can become markup."""
    return {"data": json.dumps(report.as_data(), ensure_ascii=False)}


def _compiled(template: str, report: Report) -> bytes:
    """The same report gives the same bytes: its date is that of the publication."""
    return typst.compile(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        format="pdf",
        sys_inputs=inputs_of(report),
        pdf_standards=[STANDARD],
        timestamp=int(datetime(*report.published_on, tzinfo=UTC).timestamp()),
    )
