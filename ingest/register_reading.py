"""The questions that the register answers, as SQL over its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import groupby

from ingest.register_records import (
    CurrentInputs,
    DatasetRecord,
    DecisionRecord,
    FileRecord,
    ProblemCounts,
    PublicationRecord,
    RefusalRecord,
    SubmissionRecord,
)

NO_YEAR = 0
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_FILE = """
    files.file_hash, files.load_id, files.archived_name, files.file_name, files.kind, files.is_folder, files.data_kind,
    files.n_bytes, files.outcome, files.received_on, files.n_fatal, files.n_rejected, files.n_blocking, files.n_warning,
    files.registered_at
"""
_N_FILE_COLUMNS = 15


def to_text(moment: datetime) -> str:
    """A moment as the register writes it: UTC with microseconds, so that text sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """A moment as it was written by `to_text`."""
    return datetime.fromisoformat(text)


def last_moment(connection: sqlite3.Connection) -> datetime:
    """The latest moment that the register itself gave to anything."""
    tables = (
        ("loads", "registered_at"),
        ("files", "registered_at"),
        ("decisions", "decided_at"),
        ("reasons", "given_at"),
        ("queries", "asked_at"),
        ("answers", "answered_at"),
        ("corrections", "made_at"),
        ("correction_withdrawals", "withdrawn_at"),
        ("via_releases", "released_at"),
        ("via_readings", "accepted_at"),
    )
    questions = " union all ".join(f"select max({column}) as moment from {table}" for table, column in tables)  # noqa: S608
    found = connection.execute(f"select max(moment) from ({questions})").fetchone()[0]  # noqa: S608
    return from_text(found) if found else _BEGINNING


def files(connection: sqlite3.Connection) -> list[FileRecord]:
    """Every file, in the order in which they were registered."""
    return [_file(row) for row in connection.execute(f"select {_FILE} from files order by registered_at")]  # noqa: S608


def submissions(connection: sqlite3.Connection, condition: str = "true") -> list[SubmissionRecord]:
    """Every received version that meets a condition of ours, by authority, year and version."""
    rows = connection.execute(f"""
        select {_FILE}, nis_code, year, version, authority_name, contract_version, n_required_cells, n_filled_cells
        from submissions inner join files using (file_hash)
        where {condition}
        order by nis_code, year, version
    """)  # noqa: S608
    return [SubmissionRecord(*row[_N_FILE_COLUMNS:], file=_file(row)) for row in rows]


def refusals(connection: sqlite3.Connection) -> list[RefusalRecord]:
    """Every refused file, in the order in which they were registered."""
    rows = connection.execute(f"""
        select {_FILE}, nis_code, year from refusals inner join files using (file_hash) order by registered_at
    """)  # noqa: S608
    return [RefusalRecord(*row[_N_FILE_COLUMNS:], file=_file(row)) for row in rows]


def datasets(connection: sqlite3.Connection) -> list[DatasetRecord]:
    """Every public file per raw dataset, in the order in which they were registered."""
    return list(_by_file(_dataset_years(connection)))


def decisions(connection: sqlite3.Connection) -> list[DecisionRecord]:
    """Every decision, in the order in which they were taken."""
    rows = connection.execute("select * from decisions order by decision_id")
    return [DecisionRecord(*row[:5], decided_at=from_text(row[5]), note=row[6]) for row in rows]


def publications(connection: sqlite3.Connection) -> list[PublicationRecord]:
    """Every publication, in the order in which they were published."""
    rows = connection.execute("select * from publications order by published_at, number")
    return [PublicationRecord(row[0], from_text(row[1]), *row[2:]) for row in rows]


def parts(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """The raw files that must exist, as (load_id, dataset, year)."""
    return connection.execute("select load_id, dataset, year from parts order by load_id, dataset, year").fetchall()


def undecided(connection: sqlite3.Connection) -> list[SubmissionRecord]:
    """The latest version of each authority and year, where nothing was decided on it yet."""
    condition = """
        version = (
            select max(version) from submissions as other
            where (other.nis_code, other.year) = (submissions.nis_code, submissions.year)
        )
        and (nis_code, year, version) not in (select nis_code, year, version from decisions)
    """
    return submissions(connection, condition)


def current_inputs(connection: sqlite3.Connection) -> CurrentInputs:
    """The latest accepted, not withdrawn version per authority and year; the latest file per dataset and year."""
    last = """select decision from decisions as later where later.decision != 'queried'
        and (later.nis_code, later.year, later.version) = (submissions.nis_code, submissions.year, submissions.version)
        order by later.decision_id desc limit 1"""
    latest = {(row.nis_code, row.year): row for row in submissions(connection, f"({last}) = 'accepted'")}
    newest = {(dataset, year): (dataset, year, file) for dataset, year, file in _dataset_years(connection)}
    ordered = sorted(newest.values(), key=lambda row: (row[2].registered_at, row[0], row[1]))
    return CurrentInputs(tuple(latest.values()), tuple(_by_file(ordered)))


def _dataset_years(connection: sqlite3.Connection) -> list[tuple[str, int, FileRecord]]:
    rows = connection.execute(f"""
        select {_FILE}, dataset, year from datasets inner join files using (file_hash)
        order by registered_at, dataset, year
    """)  # noqa: S608
    return [(row[-2], row[-1], _file(row)) for row in rows]


def _by_file(rows: list[tuple[str, int, FileRecord]]) -> Iterator[DatasetRecord]:
    for (dataset, _), group in groupby(rows, key=lambda row: (row[0], row[2].file_hash)):
        found = list(group)
        years = tuple(year for _, year, _ in found if year != NO_YEAR)
        yield DatasetRecord(dataset, years, found[0][2])


def _file(row: tuple) -> FileRecord:
    return FileRecord(
        file_hash=row[0], load_id=row[1], archived_name=row[2], file_name=row[3], kind=row[4], is_folder=bool(row[5]),
        data_kind=row[6], n_bytes=row[7], outcome=row[8], received_on=date.fromisoformat(row[9]),
        counts=ProblemCounts(*row[10:14]), registered_at=from_text(row[14]),
    )  # fmt: skip
