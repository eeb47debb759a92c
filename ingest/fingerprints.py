"""What the raw layer holds, as one hash per dataset and year: what differs has changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from ingest.raw import SCHEMA_PART, SNAPSHOT_PART
from ingest.raw_parts import part_path
from ingest.raw_schemas import REGISTER_FILES
from ingest.register_reading import NO_YEAR

if TYPE_CHECKING:
    from ingest.home import Home

_SHEETS = "submission_"

Subject = tuple[str, str]
"""A raw dataset and a year; the year is empty for what has none."""


def fingerprints(home: Home) -> dict[Subject, str]:
    """Give a hash per raw dataset and year of what it holds.

    The register must have been written out for dbt: that very snapshot is read. The sheets of submissions need no
    fingerprint: their rows never change, and count only where the register's rows say so.
    """
    lines: dict[Subject, list[str]] = defaultdict(list)
    for folder in home.raw.iterdir():
        if not folder.name.startswith(_SHEETS):
            snapshot = part_path(home, folder.name, NO_YEAR, SNAPSHOT_PART)
            told = _rows(snapshot, folder.name) if snapshot.is_file() else _parts(folder)
            for subject, line in told:
                lines[subject].append(line)
    return {subject: hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest() for subject, found in lines.items()}


def _rows(snapshot: Path, dataset: str) -> Iterator[tuple[Subject, str]]:
    """The rows of a part of the register; those about public files tell of the dataset that the file fills."""
    for row in pq.ParquetFile(snapshot).read().to_pylist():
        subject = row["dataset"] if dataset == REGISTER_FILES else dataset
        yield (subject, str(row.get("year") or "")), f"{dataset} {row}"


def _parts(folder: Path) -> Iterator[tuple[Subject, str]]:
    """The parts of a dataset by their names: a part never changes."""
    for path in folder.glob("year=*/*.parquet"):
        year = path.parent.name.removeprefix("year=")
        if path.stem != SCHEMA_PART:
            yield (folder.name, "" if year == str(NO_YEAR) else year), path.name
