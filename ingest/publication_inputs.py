"""Write into a publication what it is and which files it was built from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from ingest.fingerprints import Subject
    from ingest.register_records import CurrentInputs

_TABLES = """
create schema if not exists publication;
create or replace table publication.publication (
    number bigint, published_at timestamp, note varchar, inputs_digest varchar, data_kind varchar, n_submissions bigint
);
create or replace table publication.inputs (
    file_name varchar, file_hash varchar, dataset varchar, nis_code varchar, year bigint, version bigint,
    received_on date, data_kind varchar
);
create or replace table publication.fingerprints (dataset varchar, year varchar, digest varchar);
"""
_RECIPE = ("recipe", "")


@dataclass(frozen=True, slots=True)
class Input:
    """One row of `publication.inputs`; a public file has a row per year it fills, or one without a year."""

    file_name: str
    file_hash: str
    dataset: str
    nis_code: str | None
    year: int | None
    version: int | None
    received_on: date
    data_kind: str


def input_rows(inputs: CurrentInputs) -> list[Input]:
    """The inputs of a publication, in a fixed order."""
    rows = [*_submission_rows(inputs), *_dataset_rows(inputs)]
    return sorted(rows, key=lambda row: (row.dataset, row.nis_code or "", row.year or 0, row.file_hash))


def inputs_digest(rows: list[Input]) -> str:
    """One hash over everything that went in: equal digests mean the same files in the same roles."""
    lines = (f"{row.dataset}|{row.nis_code}|{row.year}|{row.version}|{row.file_hash}\n" for row in rows)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Sources:
    """What a build is made of: the recipe, and the fingerprint of every part of the raw layer."""

    recipe: str
    fingerprints: dict[Subject, str]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One row of `publication.fingerprints`; the recipe stands under the name `recipe`."""

    dataset: str
    year: str
    digest: str


def read_sources(publication: Path) -> Sources | None:
    """What the publication in this file was made of; None when it does not say so."""
    import duckdb

    try:
        with duckdb.connect(str(publication), read_only=True) as connection:
            rows = connection.execute("select dataset, year, digest from publication.fingerprints").fetchall()
    except duckdb.Error:
        return None
    digests = {(dataset, year): digest for dataset, year, digest in rows}
    return Sources(digests.pop(_RECIPE, ""), digests)


def write_publication(
    database: Path, inputs: CurrentInputs, sources: Sources, number: int, published_at: datetime, note: str
) -> None:
    """Complete a freshly built database with its number, moment (UTC) and inputs, and close it with nothing pending."""
    import duckdb

    rows = input_rows(inputs)
    # One demo file among the inputs makes the whole a demo: no reader may take it for real.
    data_kind = "demo" if any(row.data_kind == "demo" for row in rows) else "real"
    moment = published_at.replace(tzinfo=None, microsecond=0)
    publication = (number, moment, note, inputs_digest(rows), data_kind, len(inputs.submissions))
    with duckdb.connect(str(database)) as connection:
        connection.execute(_TABLES)
        connection.execute("insert into publication.publication values (?, ?, ?, ?, ?, ?)", publication)
        connection.register("given_inputs", _as_table(Input, rows))
        connection.execute("insert into publication.inputs by name from given_inputs")
        connection.register("given_fingerprints", _as_table(Fingerprint, list(_fingerprints(sources))))
        connection.execute("insert into publication.fingerprints by name from given_fingerprints")
        connection.execute("checkpoint")


def _fingerprints(sources: Sources) -> Iterator[Fingerprint]:
    yield Fingerprint(*_RECIPE, sources.recipe)
    for subject, digest in sources.fingerprints.items():
        yield Fingerprint(*subject, digest)


def _as_table(kind: type, rows: Sequence[Input] | Sequence[Fingerprint]) -> pa.Table:
    """Rows of one kind as a table that the database reads at once."""
    import pyarrow as pa

    names = [field.name for field in fields(kind)]
    return pa.table({name: [getattr(row, name) for row in rows] for name in names})


def _submission_rows(inputs: CurrentInputs) -> Iterator[Input]:
    for one in inputs.submissions:
        file = one.file
        yield Input(
            file.file_name, file.file_hash, "submission", one.nis_code, one.year, one.version,
            file.received_on, file.data_kind,
        )  # fmt: skip


def _dataset_rows(inputs: CurrentInputs) -> Iterator[Input]:
    for one in inputs.datasets:
        file = one.file
        for year in one.years or (None,):
            yield Input(file.file_name, file.file_hash, one.dataset, None, year, None, file.received_on, file.data_kind)
