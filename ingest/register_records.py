"""What the register remembers, as records: one class per kind of row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ProblemCounts:
    """How many problems a file had, by severity."""

    n_fatal: int = 0
    n_rejected: int = 0
    n_blocking: int = 0
    n_warning: int = 0

    @property
    def total(self) -> int:
        """All problems together."""
        return self.n_fatal + self.n_rejected + self.n_blocking + self.n_warning


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that was received or refused. `registered_at` (UTC) is given by the register."""

    file_hash: str
    load_id: str
    archived_name: str
    file_name: str
    kind: str
    is_folder: bool
    data_kind: str
    n_bytes: int
    outcome: str
    received_on: date
    counts: ProblemCounts
    registered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """A received version of an authority's submission, with the file it came in."""

    nis_code: str
    year: int
    version: int
    authority_name: str
    contract_version: str
    n_required_cells: int
    n_filled_cells: int
    file: FileRecord


@dataclass(frozen=True, slots=True)
class RefusalRecord:
    """A refused file; `nis_code` and `year` are None when it does not say readably whose it is."""

    nis_code: str | None
    year: int | None
    file: FileRecord


@dataclass(frozen=True, slots=True)
class DatasetRecord:
    """A public file and the raw dataset it fills; `years` is empty when the dataset has no years."""

    dataset: str
    years: tuple[int, ...]
    file: FileRecord


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision of the Steunpunt on a received version; `decided_at` is UTC."""

    decision_id: int
    nis_code: str
    year: int
    version: int
    decision: str
    decided_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class PublicationRecord:
    """A publication that was made current; `published_at` is UTC."""

    number: int
    published_at: datetime
    file_name: str
    inputs_digest: str
    note: str


@dataclass(frozen=True, slots=True)
class CurrentInputs:
    """What a build would use now: the submissions that count, and the latest public file per dataset and year."""

    submissions: tuple[SubmissionRecord, ...] = field(default=())
    datasets: tuple[DatasetRecord, ...] = field(default=())
