"""The sums that Excel shows on the sheet Totalen, held against those of what we read."""

from __future__ import annotations

from ingest.cells.shown import shown_number
from ingest.checking.log import ProblemLog
from ingest.checking.rule import SheetData, Submission
from ingest.matching import folded
from ingest.reading.grids import Grid
from ingest.template_totals import Total, totals

_TOLERANCE = 0.01


def report_shown_totals(submission: Submission, grid: Grid, log: ProblemLog) -> None:
    """Report each sum that differs from what we read: cells that Excel takes for text, or rows it does not count.

    Sums over cells or rows that were refused are passed over: those have been told.
    """
    shown = {tuple(folded(str(cell)) for cell in row[:4]): row[5] for row in grid.rows if len(row) > 5}
    for total in totals(submission.contract):
        sum_shown = shown.get(tuple(map(folded, total.words)))
        data = submission.tables[total.sheet.name]
        if not isinstance(sum_shown, float) or data.apart or data.unreadable:
            continue
        sum_read = _sum_read(total, data)
        if abs(sum_shown - sum_read) > _TOLERANCE:
            _report(total, sum_shown, sum_read, log)


def _sum_read(total: Total, data: SheetData) -> float:
    names = [name for name in ("care_type", "post", total.column.name) if name in data.values]
    rows = (dict(zip(names, row[1:], strict=True)) for row in data.kept_rows(*names))
    return float(sum(row[total.column.name] or 0 for row in rows if total.counts(row)))


def _report(total: Total, sum_shown: float, sum_read: float, log: ProblemLog) -> None:
    _, _, care, rows = total.words
    found, expected = shown_number(sum_shown), shown_number(sum_read)
    sentence = (
        f"Op het blad Totalen is de som voor {care.lower()} ({rows}) {found}, maar wij lezen samen {expected}. "
        "Staat er een getal als tekst, of een rij buiten de tabel?"
    )
    details = {"care_type": total.care_type, "found": found, "expected": expected}
    log.add("total_differs", sentence, total.sheet, None, total.column.name, **details)
