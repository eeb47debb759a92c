"""From checked files to Parquet files: one per dataset, year and load, each written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ingest import raw_schemas
from ingest.checked import CheckedFile
from ingest.home import Home
from ingest.register_reading import NO_YEAR

Part = tuple[str, int]
UNFINISHED = ".part-"


def parts_of_load(load_id: str, files: Iterable[tuple[str, CheckedFile]]) -> dict[Part, pa.Table]:
    """Lay the rows of all files of a load together, per (dataset, year); `files` are (file_hash, checked file)."""
    collected: dict[str, list[tuple[str, pa.Table]]] = {}
    for file_hash, checked in files:
        tables = dict(checked.tables)
        if checked.problems:
            tables[raw_schemas.PROBLEMS] = problem_rows(checked)
        for dataset, table in tables.items():
            if table.num_rows:
                collected.setdefault(dataset, []).append((file_hash, table))
    parts: dict[Part, pa.Table] = {}
    for dataset, tables in sorted(collected.items()):
        for year, rows in _by_year(_together(dataset, load_id, tables)).items():
            parts[dataset, year] = rows
    return parts


def problem_rows(checked: CheckedFile) -> pa.Table:
    """The problems of a file as rows of submission_problems."""
    schema = raw_schemas.columns(raw_schemas.PROBLEMS)
    identity = checked.identity
    own = {
        "nis_code": identity.nis_code if identity else None,
        "year": identity.year if identity else None,
    }
    rows = []
    for problem in checked.problems:
        found = {name: getattr(problem, name) for name in schema.names if name not in own and name != "file"}
        rows.append(own | found | {"file": problem.file or checked.file_name, "severity": str(problem.severity)})
    return pa.Table.from_pylist(rows, schema=schema)


def write_parts(home: Home, load_id: str, parts: Mapping[Part, pa.Table]) -> None:
    """Write each part under its name; nothing is visible before the register knows the load.

    Raises:
        OSError: raw cannot be written.
    """
    for (dataset, year), table in parts.items():
        write_parquet(table, part_path(home, dataset, year, load_id))


def part_path(home: Home, dataset: str, year: int, name: str) -> Path:
    """Where a Parquet file of a dataset and year lies."""
    return home.raw / dataset / f"year={year}" / f"{name}.parquet"


def write_parquet(table: pa.Table, target: Path) -> None:
    """Write a table as Parquet; a reader sees the old file or the new one, never half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _together(dataset: str, load_id: str, tables: list[tuple[str, pa.Table]]) -> pa.Table:
    """The rows of one dataset of all files, each with the load and the file it came with."""
    schema = raw_schemas.schema(dataset)
    names = raw_schemas.columns(dataset).names
    theirs = pa.concat_tables([table.select(names) for _, table in tables])
    hashes = [file_hash for file_hash, table in tables for _ in range(table.num_rows)]
    own = [pa.repeat(pa.scalar(load_id, pa.string()), len(hashes)), pa.array(hashes, pa.string())]
    return pa.Table.from_arrays([*own, *theirs.columns], names=schema.names).cast(schema)


def _by_year(rows: pa.Table) -> dict[int, pa.Table]:
    """Split rows by their year; rows that do not know it, or datasets without years, stand under NO_YEAR."""
    if "year" not in rows.column_names:
        return {NO_YEAR: rows}
    years = pc.fill_null(rows["year"], NO_YEAR)
    found = sorted(pc.unique(years).to_pylist())
    return {found[0]: rows} if len(found) == 1 else {year: rows.filter(pc.equal(years, year)) for year in found}
