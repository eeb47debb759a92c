"""Which published figures a received version would move, with the formulas of the publication itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.archive import archived_file
from ingest.decide import DecisionError, register_of
from ingest.preview import PreviewFigure, preview
from ingest.submission import check_submission

if TYPE_CHECKING:
    from ingest.home import Home
    from ingest.register_records import SubmissionRecord


def moved_figures(home: Home, nis_code: str, year: int, version: int) -> tuple[PreviewFigure, ...]:
    """Give the figures that would not be what is published now, if this version were accepted and published.

    Raises:
        DecisionError: there is no such version.
        PreviewError: nothing is published yet, or no figures follow from the file.
        ArchiveError: the archive misses the file.
    """
    record = _received(home, nis_code, year, version)
    checked = check_submission(archived_file(home, record.file.archived_name))
    found = preview(home, checked, record.file.received_on)
    return tuple(one for one in found.figures if _is_moved(one))


def _received(home: Home, nis_code: str, year: int, version: int) -> SubmissionRecord:
    with register_of(home) as register:
        for one in register.submissions():
            if (one.nis_code, one.year, one.version) == (nis_code, year, version):
                return one
    raise DecisionError(f"Versie {version} van NIS-code {nis_code} over {year} is niet ontvangen.")


def _is_moved(figure: PreviewFigure) -> bool:
    """Whether value or status differ; values that are equal on twelve digits are the same."""
    if figure.status != figure.published_status or (figure.value is None) != (figure.published_value is None):
        return True
    return figure.value is not None and f"{figure.value:.12g}" != f"{figure.published_value:.12g}"
