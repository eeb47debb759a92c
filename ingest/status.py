"""What is published, from which inputs, what was refused, and what waits for a decision."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ingest.publications import Publication, current_publication
from ingest.via_list_records import ListState, ViaListRecord, states_of

if TYPE_CHECKING:
    from ingest.home import Home
    from ingest.register import Register
    from ingest.register_records import SubmissionRecord


@dataclass(frozen=True, slots=True)
class InputCount:
    """How many files of a dataset and year a publication was built from; `year` is None for files without a year."""

    dataset: str
    year: int | None
    data_kind: str
    n_files: int


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that was refused, or a version that waits; the counts are of its problems."""

    file_name: str
    nis_code: str | None
    year: int | None
    version: int | None
    received_on: date
    n_fatal: int
    n_rejected: int
    n_blocking: int
    n_warning: int


@dataclass(frozen=True, slots=True)
class WaitingList:
    """A payment list or list of bookings of which nothing counts yet; amount in euro."""

    file_name: str
    file_hash: str
    source_kind: str
    payer: str
    list_number: str
    list_version: int
    received_on: date
    total_eur: Decimal
    n_fatal: int
    n_rejected: int
    n_blocking: int
    n_warning: int


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a home. `with_rejections` are the published versions of which a cell or row could not be taken."""

    home: str
    publication: Publication | None
    inputs: tuple[InputCount, ...] = ()
    files: tuple[dict[str, Any], ...] = ()
    refused: tuple[ReceivedFile, ...] = ()
    with_rejections: tuple[ReceivedFile, ...] = ()
    waiting: tuple[ReceivedFile, ...] = ()
    lists_waiting: tuple[WaitingList, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The status as plain values for JSON; dates stay dates."""
        return asdict(self)


def status(home: Home) -> Status:
    """Gather the state of a home; an empty home gives an empty status.

    Raises:
        OSError: the current publication is damaged.
        RegisterError: the register cannot be read.
    """
    publication = current_publication(home)
    inputs, files = _published_inputs(home) if publication else ((), ())
    if not home.register_path.exists():
        return Status(str(home.path), publication, inputs, files)
    from ingest.register import Register

    with Register(home.register_path) as register:
        refused = tuple(_received(row.file, row.nis_code, row.year, None) for row in register.refusals())
        published = {(row["nis_code"], row["year"], row["version"]) for row in files}
        with_rejections = tuple(
            _of_version(row)
            for row in register.submissions()
            if row.file.counts.n_rejected and (row.nis_code, row.year, row.version) in published
        )
        waiting = tuple(_of_version(row) for row in _waiting(register))
        lists = _waiting_lists(register)
    return Status(str(home.path), publication, inputs, files, refused, with_rejections, waiting, lists)


def _waiting(register: Register) -> list[SubmissionRecord]:
    """The latest version per authority and year, where it was neither accepted nor withdrawn."""
    decided = {
        (row.nis_code, row.year, row.version)
        for row in register.decisions()
        if row.decision in ("accepted", "withdrawn")
    }
    latest = {(row.nis_code, row.year): row for row in register.submissions()}
    return [row for row in latest.values() if (row.nis_code, row.year, row.version) not in decided]


def _waiting_lists(register: Register) -> tuple[WaitingList, ...]:
    lists = register.via_lists()
    states = states_of(lists)
    return tuple(_of_list(one) for one in lists if states[one.file.file_hash] is ListState.WAITING)


def _of_list(one: ViaListRecord) -> WaitingList:
    facts, file = one.facts, one.file
    return WaitingList(
        file.file_name, file.file_hash, facts.source_kind, facts.payer, facts.list_number, facts.list_version,
        file.received_on, facts.total_eur, **asdict(file.counts),
    )  # fmt: skip


def _of_version(row: SubmissionRecord) -> ReceivedFile:
    return _received(row.file, row.nis_code, row.year, row.version)


def _received(file: Any, nis_code: str | None, year: int | None, version: int | None) -> ReceivedFile:
    counts = asdict(file.counts)
    return ReceivedFile(file.file_name, nis_code, year, version, file.received_on, **counts)


def _published_inputs(home: Home) -> tuple[tuple[InputCount, ...], tuple[dict[str, Any], ...]]:
    """The inputs of the current publication: counted, and file by file."""
    import duckdb

    counted = """
        select dataset, year, data_kind, count(*) from publication.inputs group by all order by all nulls first
    """
    with duckdb.connect(str(home.current.resolve()), read_only=True) as connection:
        counts = tuple(InputCount(*row) for row in connection.execute(counted).fetchall())
        cursor = connection.execute("select * from publication.inputs order by dataset, nis_code, year, file_name")
        names = [column[0] for column in cursor.description]
        files = tuple(dict(zip(names, row, strict=True)) for row in cursor.fetchall())
    return counts, files
