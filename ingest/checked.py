"""What comes out of reading and checking one file, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow as pa

from ingest.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class SubmissionIdentity:
    """Whose submission a file is, as it says itself."""

    nis_code: str
    year: int
    authority_name: str
    data_kind: str
    contract_version: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was read and checked.

    `tables` maps a raw dataset to its typed rows, without load_id and file_hash; it is empty when the file is refused.
    """

    file_name: str
    kind: str
    tables: dict[str, pa.Table] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    identity: SubmissionIdentity | None = None
    n_required_cells: int = 0
    n_filled_cells: int = 0

    @property
    def is_refused(self) -> bool:
        """Whether nothing of the file may be loaded."""
        return any(problem.severity is Severity.FATAL for problem in self.problems)

    @property
    def has_rejections(self) -> bool:
        """Whether a cell, a row or the whole file is refused: what makes `check` end with exit code 1."""
        return any(problem.severity in (Severity.FATAL, Severity.REJECTED) for problem in self.problems)
