"""What an authority handed in for the last year before, found in the register and the archive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ingest.archive import archived_file
from ingest.authority_history import authority_history
from ingest.contract import Sheet, submission_contract
from ingest.home import Home
from ingest.register import Register
from ingest.register_records import SubmissionRecord
from ingest.submission import check_submission
from ingest.template.carried import Earlier, Row


def earlier_answers(home: Home, nis_code: str, year: int) -> Earlier | None:
    """Give the answers of the last year before `year` of which a version was accepted; None when there are none.

    An authority that came out of a merger gets the rows of all its parts; figures of rows about the same are added up.

    Raises:
        RegisterError: the register cannot be read.
        ArchiveError: the archive misses a file that is needed.
    """
    if not home.register_path.is_file():
        return None
    with Register(home.register_path) as register:
        counting = register.current_inputs().submissions
    own = [one for one in counting if one.year < year and _became(one, nis_code, year)]
    last_year = max((one.year for one in own), default=None)
    if last_year is None:
        return None
    parts = [one for one in own if one.year == last_year]
    tables = [check_submission(archived_file(home, one.file.archived_name)).tables for one in parts]
    rows = {
        sheet.name: _united(sheet, (row for one in tables if one for row in one[sheet.dataset].to_pylist()))
        for sheet in submission_contract(year).sheets
    }
    return Earlier(last_year, tuple(one.authority_name for one in parts), _still_there(rows, last_year))


def _became(submission: SubmissionRecord, nis_code: str, year: int) -> bool:
    if submission.nis_code == nis_code:
        return True
    became = authority_history().became(submission.nis_code, year)
    return became is not None and became.nis_code == nis_code


def _united(sheet: Sheet, rows: Iterable[Row]) -> list[Row]:
    """One row per key; a figure that one of several rows lacks is lacking."""
    if not sheet.key:
        return list(rows)
    united: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        key = tuple(row[name] for name in sheet.key)
        known = united.get(key)
        united[key] = row if known is None else {**known, **_added(sheet, known, row)}
    return list(united.values())


def _added(sheet: Sheet, left: Row, right: Row) -> Row:
    figures = [column.name for column in sheet.columns if column.unit and column.name not in sheet.key]
    return {name: None if None in (left[name], right[name]) else left[name] + right[name] for name in figures}


def _still_there(rows: dict[str, list[Row]], last_year: int) -> dict[str, list[Row]]:
    """Without the locations that had stopped by the end of the year, and what is about them."""
    stopped = {row["dossier_number"]: row["stopped_on"] for row in rows["locations"]}
    gone = {dossier for dossier, day in stopped.items() if day and day.year <= last_year}
    return {name: [row for row in found if row.get("dossier_number") not in gone] for name, found in rows.items()}
