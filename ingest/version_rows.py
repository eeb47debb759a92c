"""The rows of one received version as they lie in raw, and the key that tells one row of a sheet from another."""

from __future__ import annotations

from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from ingest.contract import Sheet
from ingest.home import Home
from ingest.raw_parts import part_path
from ingest.raw_schemas import PROBLEMS
from ingest.register_records import SubmissionRecord

KEY_SEPARATOR = " | "
ONE_ROW = "*"


def sheet_rows(home: Home, submission: SubmissionRecord, sheet: Sheet) -> list[dict[str, Any]]:
    """The rows of a sheet of a version, in their order; none when the sheet was left empty."""
    return sorted(_rows(home, submission, sheet.dataset), key=lambda row: row["row_number"])


def problem_rows(home: Home, submission: SubmissionRecord) -> list[dict[str, Any]]:
    """The problems that were found in a version."""
    return _rows(home, submission, PROBLEMS)


def row_key(sheet: Sheet, row: dict[str, Any]) -> str:
    """What tells a row from the others of its sheet, as readable text; the macro `row_key` writes the same in SQL."""
    return KEY_SEPARATOR.join((as_text(row[name]) or "").replace("|", "/") for name in sheet.key) or ONE_ROW


def as_text(value: Any) -> str | None:
    """A value of raw as text that leads back to it: '12.5000', '2024-07-01', 'true'; None for an empty cell."""
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def _rows(home: Home, submission: SubmissionRecord, dataset: str) -> list[dict[str, Any]]:
    path = part_path(home, dataset, submission.year, submission.file.load_id)
    if not path.is_file():
        return []
    table = pq.read_table(path, partitioning=None)
    return table.filter(pc.equal(table["file_hash"], submission.file.file_hash)).to_pylist()
