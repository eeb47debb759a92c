"""Which cells changed between two versions of a submission, row by row of the key of each sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from ingest import raw
from ingest.contract import Sheet, submission_contract
from ingest.decide import DecisionError, register_of
from ingest.home import Home
from ingest.register_records import SubmissionRecord
from ingest.version_rows import as_text, row_key, sheet_rows

CHANGED, ADDED, REMOVED = "changed", "added", "removed"
_IDENTITY = {"nis_code", "year", "row_number", "load_id", "file_hash"}
Rows = dict[tuple[str, int], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that is not what it was. Values are text as raw holds them; None is an empty cell or no row.

    `kind` is `changed`, or `added` or `removed` with the whole row; rows are those of the version each stands in.
    """

    kind: str
    sheet: str
    sheet_nl: str
    row_key: str
    old_row: int | None
    new_row: int | None
    column_name: str
    header_nl: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """What changed from one version to another; `from_version` is None for a first version, which changed nothing."""

    nis_code: str
    year: int
    from_version: int | None
    to_version: int
    cells: tuple[CellChange, ...]


def changes_between(
    home: Home, nis_code: str, year: int, from_version: int | None = None, to_version: int | None = None
) -> VersionChanges:
    """Compare two versions of a submission, by default the latest with the one before it.

    Raises:
        DecisionError: nothing was received from this authority for this year, or there is no such version.
    """
    raw.rebuild_missing(home)
    with register_of(home) as register:
        versions = {row.version: row for row in register.submissions() if (row.nis_code, row.year) == (nis_code, year)}
    if not versions:
        raise DecisionError(f"Er is niets van NIS-code {nis_code} over {year} ontvangen, dus er is niets veranderd.")
    to_version = max(versions) if to_version is None else to_version
    if from_version is None and to_version == min(versions):
        return VersionChanges(nis_code, year, None, _known(versions, to_version).version, ())
    from_version = to_version - 1 if from_version is None else from_version
    new, old = _known(versions, to_version), _known(versions, from_version)
    cells = [change for sheet in submission_contract(year).sheets for change in _sheet_changes(home, sheet, old, new)]
    return VersionChanges(nis_code, year, from_version, to_version, tuple(cells))


def _known(versions: dict[int, SubmissionRecord], version: int) -> SubmissionRecord:
    if version not in versions:
        known = ", ".join(map(str, versions))
        raise DecisionError(f"Versie {version} bestaat niet; ontvangen zijn versies {known}.")
    return versions[version]


def _sheet_changes(home: Home, sheet: Sheet, old: SubmissionRecord, new: SubmissionRecord) -> list[CellChange]:
    old_rows, new_rows = (_by_key(sheet, sheet_rows(home, one, sheet)) for one in (old, new))
    keys = sorted(old_rows | new_rows, key=lambda key: _place(new_rows.get(key) or old_rows[key]))
    return [change for key in keys for change in _row_changes(sheet, key[0], old_rows.get(key), new_rows.get(key))]


def _by_key(sheet: Sheet, rows: list[dict[str, Any]]) -> Rows:
    """The rows under their key and its how-manieth occurrence: rows that share a key are compared in their order."""
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        key = row_key(sheet, row)
        found[key, seen[key]] = row
        seen[key] += 1
    return found


def _place(row: dict[str, Any]) -> int:
    return row["row_number"]


def _row_changes(sheet: Sheet, key: str, old: dict[str, Any] | None, new: dict[str, Any] | None) -> list[CellChange]:
    kind = ADDED if old is None else REMOVED if new is None else CHANGED
    rows = (old["row_number"] if old else None, new["row_number"] if new else None)
    changes = []
    for column in sheet.columns:
        was, now = (as_text(row[column.name]) if row else None for row in (old, new))
        if was != now and column.name not in _IDENTITY and (kind == CHANGED or column.name not in sheet.key):
            names = (column.name, column.header_nl)
            changes.append(CellChange(kind, sheet.name, sheet.sheet_nl, key, *rows, *names, was, now))
    return changes
