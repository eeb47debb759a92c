"""The register: an append-only SQLite file that several processes may use at once and that survives a kill.

It keeps a rollback journal rather than a write-ahead log: between two transactions the register is one single file, so
that a copy of it is a backup, also on a network drive.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from ingest import register_reading as reading
from ingest.register_reading import to_text
from ingest.register_records import (
    CurrentInputs,
    DatasetRecord,
    DecisionRecord,
    FileRecord,
    PublicationRecord,
    RefusalRecord,
    SubmissionRecord,
)
from ingest.register_remarks import REMARK_TABLES, RemarkKeeper
from ingest.register_via_lists import VIA_LIST_TABLES, ViaListKeeper
from ingest.register_via_readings import VIA_READING_TABLES, ViaReadingKeeper
from ingest.system_errors import reason_of, sqlite_reason_of

SCHEMA_VERSION = 5
WAIT_SECONDS = 120
TABLES = (
    "loads", "files", "submissions", "refusals", "datasets", "parts", "decisions", "publications", *REMARK_TABLES,
    *VIA_LIST_TABLES, *VIA_READING_TABLES,
)  # fmt: skip
_SCHEMA_FILE = Path(__file__).with_name("register_schema.sql")


class RegisterError(Exception):
    """The register cannot be used; the message is a Dutch sentence for the reader."""


class Register(RemarkKeeper, ViaListKeeper, ViaReadingKeeper):
    """A connection to the register; use it in a `with` block. Writing happens inside `transaction()`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Register:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, timeout=WAIT_SECONDS, isolation_level=None)
            self._connection.execute("pragma foreign_keys = on")
            self._connection.execute("pragma recursive_triggers = on")
            self._connection.execute("pragma synchronous = full")
            self._ensure_schema()
        except OSError as error:
            raise RegisterError(
                f"Het register '{self._path.name}' kan niet geopend worden: {reason_of(error)}."
            ) from error
        except sqlite3.Error as error:
            raise RegisterError(
                f"Het register '{self._path.name}' kan niet geopend worden: {sqlite_reason_of(error)}."
            ) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the only right to write until the block ends; an error, or a kill, undoes all of it.

        Raises:
            RegisterError: another process kept the register busy for too long.
        """
        try:
            self._connection.execute("begin immediate")
        except sqlite3.OperationalError as error:
            raise RegisterError("Het register is bezet door een andere taak. Probeer het straks opnieuw.") from error
        try:
            self._last_moment = reading.last_moment(self._connection)
            yield
            self._connection.execute("commit")
        except BaseException as error:
            # When the disk is full, SQLite has undone the transaction itself already.
            if self._connection.in_transaction:
                self._connection.execute("rollback")
            if isinstance(error, sqlite3.OperationalError):
                raise RegisterError(_nothing_kept(error)) from error
            raise

    def add_load(self, load_id: str, started_at: datetime, parts: Iterable[tuple[str, int]]) -> None:
        """Add a load and its raw files, as (dataset, year)."""
        self._insert("loads", load_id, to_text(started_at), self._moment())
        for dataset, year in parts:
            self._insert("parts", load_id, dataset, year)

    def add_file(self, file: FileRecord) -> None:
        """Add a file; the register sets the moment, later than that of every file before it."""
        self._insert(
            "files", file.file_hash, file.load_id, file.archived_name, file.file_name, file.kind, int(file.is_folder),
            file.data_kind, file.n_bytes, file.outcome, file.received_on.isoformat(), self._moment(),
            file.counts.n_fatal, file.counts.n_rejected, file.counts.n_blocking, file.counts.n_warning,
        )  # fmt: skip

    def next_version(self, nis_code: str, year: int) -> int:
        """The version that the next submission of this authority and year gets: one more than the last."""
        question = "select coalesce(max(version), 0) + 1 from submissions where nis_code = ? and year = ?"
        return int(self._connection.execute(question, (nis_code, year)).fetchone()[0])

    def add_submission(self, submission: SubmissionRecord) -> None:
        """Add a received version; its file must be there already."""
        self._insert(
            "submissions", submission.nis_code, submission.year, submission.version, submission.file.file_hash,
            submission.authority_name, submission.contract_version,
            submission.n_required_cells, submission.n_filled_cells,
        )  # fmt: skip

    def add_refusal(self, file_hash: str, nis_code: str | None, year: int | None) -> None:
        """Add that a file was refused; its file must be there already."""
        self._insert("refusals", file_hash, nis_code, year)

    def add_dataset(self, file_hash: str, dataset: str, years: Iterable[int]) -> None:
        """Add that a public file fills a raw dataset, for these years (none for a dataset without years)."""
        for year in tuple(years) or (reading.NO_YEAR,):
            self._insert("datasets", file_hash, dataset, year)

    def add_decision(self, nis_code: str, year: int, version: int, decision: str, note: str) -> None:
        """Add a decision ('accepted', 'queried' or 'withdrawn') on a received version."""
        self._insert("decisions", None, nis_code, year, version, decision, self._moment(), note)

    def add_publication(
        self, number: int, file_name: str, published_at: datetime, inputs_digest: str, note: str = ""
    ) -> None:
        """Add a publication; adding the same one again changes nothing. Opens its own transaction."""
        with self.transaction():
            self._connection.execute(
                "insert or ignore into publications (number, published_at, file_name, inputs_digest, note)"
                " values (?, ?, ?, ?, ?)",
                (number, to_text(published_at), file_name, inputs_digest, note),
            )

    def files(self) -> list[FileRecord]:
        """Every file received or refused, in the order in which they were registered."""
        return reading.files(self._connection)

    def submissions(self) -> list[SubmissionRecord]:
        """Every received version, by authority, year and version."""
        return reading.submissions(self._connection)

    def refusals(self) -> list[RefusalRecord]:
        """Every refused file, in the order in which they were registered."""
        return reading.refusals(self._connection)

    def datasets(self) -> list[DatasetRecord]:
        """Every public file per raw dataset, in the order in which they were registered."""
        return reading.datasets(self._connection)

    def decisions(self) -> list[DecisionRecord]:
        """Every decision, in the order in which they were taken."""
        return reading.decisions(self._connection)

    def publications(self) -> list[PublicationRecord]:
        """Every publication, in the order in which they were published."""
        return reading.publications(self._connection)

    def undecided(self) -> list[SubmissionRecord]:
        """The latest version of each authority and year, where nothing was decided on it yet."""
        return reading.undecided(self._connection)

    def parts(self) -> list[tuple[str, str, int]]:
        """The raw files that must exist, as (load_id, dataset, year)."""
        return reading.parts(self._connection)

    def current_inputs(self) -> CurrentInputs:
        """What a build would use now."""
        inputs = reading.current_inputs(self._connection)
        return replace(inputs, datasets=(*inputs.datasets, *self.counted_lists()))

    def _ensure_schema(self) -> None:
        version = self._connection.execute("pragma user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise RegisterError("Het register is van een nieuwere versie van Opvangspiegel. Werk deze eerst bij.")
        if version < SCHEMA_VERSION:
            script = _SCHEMA_FILE.read_text(encoding="utf-8") + _append_only_triggers()
            self._connection.executescript(f"{script} pragma user_version = {SCHEMA_VERSION}; commit;")

    def _moment(self) -> str:
        """Now, but always later than everything registered before: the clock may be set back, the order may not."""
        now = datetime.now(UTC)
        self._last_moment = max(now, self._last_moment + timedelta(microseconds=1))
        return to_text(self._last_moment)

    def _insert(self, table: str, *values: object) -> int:
        marks = ", ".join("?" * len(values))
        return self._connection.execute(f"insert into {table} values ({marks})", values).lastrowid  # noqa: S608


def _nothing_kept(error: sqlite3.OperationalError) -> str:
    return f"Het register kan niet aangevuld worden: {sqlite_reason_of(error)}. Er is niets veranderd; probeer opnieuw."


def _append_only_triggers() -> str:
    return "".join(
        f"create trigger if not exists {table}_no_{action} before {action} on {table} "
        "begin select raise(abort, 'het register kan alleen aangevuld worden'); end;\n"
        for table in TABLES
        for action in ("update", "delete")
    )
