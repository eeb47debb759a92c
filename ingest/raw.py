"""The raw layer as a whole: complete for what the register knows, and free of what it does not know."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest import raw_schemas
from ingest.archive import archived_file
from ingest.check_files import CheckTask, check_files
from ingest.checked import with_findings
from ingest.home import Home
from ingest.problems import Problem
from ingest.raw_parts import UNFINISHED, part_path, parts_of_load, write_parquet, write_parts
from ingest.register import Register
from ingest.register_reading import NO_YEAR
from ingest.register_records import DatasetRecord, DecisionRecord, FileRecord, SubmissionRecord
from ingest.register_via_readings import via_reading_rows
from ingest.remark_snapshot import remark_snapshot
from ingest.via_list_snapshot import via_list_rows

SCHEMA_PART = "schema"
SNAPSHOT_PART = "snapshot"


def ensure_schemas(home: Home) -> None:
    """Write the Parquet file without rows of every raw dataset, so that each of them exists with all its columns."""
    for dataset in raw_schemas.dataset_names():
        write_parquet(raw_schemas.schema(dataset).empty_table(), part_path(home, dataset, NO_YEAR, SCHEMA_PART))


def write_register_snapshot(home: Home) -> None:
    """Write what the register knows for dbt as Parquet, all as of one moment."""
    with Register(home.register_path) as register, register.transaction():
        submissions, decisions, datasets = register.submissions(), register.decisions(), register.datasets()
        lists, readings = register.via_lists(), register.via_readings()
        remarks = remark_snapshot(register, submissions)
    files_of_versions = {(row.nis_code, row.year, row.version): row.file for row in submissions}
    _write_snapshot(home, raw_schemas.REGISTER_SUBMISSIONS, [_submission_row(row) for row in submissions])
    _write_snapshot(home, raw_schemas.REGISTER_DECISIONS, [_decision_row(row, files_of_versions) for row in decisions])
    _write_snapshot(home, raw_schemas.REGISTER_VIA_LISTS, via_list_rows(lists))
    _write_snapshot(home, raw_schemas.REGISTER_VIA_READINGS, via_reading_rows(readings))
    for dataset, rows in remarks.items():
        _write_snapshot(home, dataset, rows)
    _write_snapshot(home, raw_schemas.REGISTER_FILES, [_dataset_row(row) for row in datasets])


def rebuild_missing(home: Home, on_progress: Callable[[int, int, str], None] | None = None) -> int:
    """Read again, from the archive, every load of which a raw file is missing; give the number of files read.

    Rows of loads that were killed before the register knew them are removed first.

    Raises:
        ArchiveError: the archive misses a file that is needed.
    """
    with Register(home.register_path) as register:
        with register.transaction():
            known = set(register.parts())
            _remove_unknown(home, known)
        files, shared = register.files(), register.via_list_findings()
    missing = {load_id for load_id, dataset, year in known if not part_path(home, dataset, year, load_id).is_file()}
    n_read = 0
    for load_id in sorted(missing):
        of_load = [file for file in files if file.load_id == load_id]
        parts = {(dataset, year) for load, dataset, year in known if load == load_id}
        _rebuild(home, load_id, of_load, parts, shared, on_progress)
        n_read += len(of_load)
    return n_read


def _rebuild(
    home: Home,
    load_id: str,
    files: list[FileRecord],
    known_parts: set[tuple[str, int]],
    shared: dict[str, tuple[Problem, ...]],
    on_progress: Callable[[int, int, str], None] | None,
) -> None:
    """Write the parts that the register names; one that no longer comes out of the files is written without rows."""
    tasks = [
        CheckTask(archived_file(home, file.archived_name), file.file_name, file.data_kind, file.kind, file.received_on)
        for file in files
    ]
    read = check_files(tasks, on_progress)
    checked = [with_findings(one, shared.get(file.file_hash, ())) for file, one in zip(files, read, strict=True)]
    parts = parts_of_load(load_id, zip((file.file_hash for file in files), checked, strict=True))
    complete = {
        (dataset, year): parts.get((dataset, year), raw_schemas.schema(dataset).empty_table())
        for dataset, year in sorted(known_parts)
    }
    write_parts(home, load_id, complete)


def _remove_unknown(home: Home, known: set[tuple[str, str, int]]) -> None:
    """Remove what killed loads left; only safe while no other process can be between raw and register."""
    known_paths = {part_path(home, dataset, year, load_id) for load_id, dataset, year in known}
    for path in home.raw.glob("*/year=*/*"):
        is_ours = path.stem in (SCHEMA_PART, SNAPSHOT_PART) or path in known_paths
        if not is_ours and (path.suffix == ".parquet" or path.name.startswith(UNFINISHED)):
            _remove(path)


def _remove(path: Path) -> None:
    # A file that is open elsewhere cannot be removed on Windows: it stays until the next time.
    with suppress(PermissionError):
        path.unlink(missing_ok=True)


def _write_snapshot(home: Home, dataset: str, rows: list[dict[str, Any]]) -> None:
    table = pa.Table.from_pylist(rows, schema=raw_schemas.schema(dataset))
    write_parquet(table, part_path(home, dataset, NO_YEAR, SNAPSHOT_PART))


def _submission_row(row: SubmissionRecord) -> dict[str, Any]:
    return _file_columns(row.file) | {
        "nis_code": row.nis_code,
        "year": row.year,
        "version": row.version,
        "contract_version": row.contract_version,
        "n_required_cells": row.n_required_cells,
        "n_filled_cells": row.n_filled_cells,
    }


def _decision_row(row: DecisionRecord, files: dict[tuple[str, int, int], FileRecord]) -> dict[str, Any]:
    file = files[row.nis_code, row.year, row.version]
    return {
        "load_id": file.load_id,
        "file_hash": file.file_hash,
        "decision_id": row.decision_id,
        "nis_code": row.nis_code,
        "year": row.year,
        "version": row.version,
        "decision": row.decision,
        "decided_at": _without_zone(row.decided_at),
        "note": row.note,
    }


def _dataset_row(row: DatasetRecord) -> dict[str, Any]:
    return _file_columns(row.file) | {"dataset": row.dataset, "kind": row.file.kind}


def _file_columns(file: FileRecord) -> dict[str, Any]:
    return {
        "load_id": file.load_id,
        "file_hash": file.file_hash,
        "file_name": file.file_name,
        "received_on": file.received_on,
        "registered_at": _without_zone(file.registered_at),
        "data_kind": file.data_kind,
    }


def _without_zone(moment: datetime) -> datetime:
    """Raw holds moments in UTC, without saying so in the type."""
    return moment.replace(tzinfo=None)
