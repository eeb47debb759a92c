"""What comes out of reading and checking one file, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

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
class ViaListFacts:
    """Which payment list or list of bookings a file is, as it says itself, and what its lines come to.

    `total_eur` is the sum of the lines that could be read; `payer` is who paid, or who made a list of bookings.
    """

    source_kind: str
    payer: str
    list_number: str
    list_version: int
    period_from: date
    period_to: date
    n_lines: int
    total_eur: Decimal

    @property
    def identity(self) -> tuple[str, str, str]:
        """What two versions of one list share."""
        return self.source_kind, self.payer, self.list_number


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was read and checked.

    `tables` maps a raw dataset to its typed rows, without load_id and file_hash; it is empty when the file is refused.
    `summary_nl` says what was read, where that is more than rows.
    """

    file_name: str
    kind: str
    tables: dict[str, pa.Table] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    identity: SubmissionIdentity | None = None
    n_required_cells: int = 0
    n_filled_cells: int = 0
    via_list: ViaListFacts | None = None
    summary_nl: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether nothing of the file may be loaded."""
        return any(problem.severity is Severity.FATAL for problem in self.problems)

    @property
    def has_questions(self) -> bool:
        """Whether something is refused or asked: what keeps a list waiting as a whole."""
        return any(problem.severity is not Severity.WARNING for problem in self.problems)

    @property
    def has_rejections(self) -> bool:
        """Whether a cell, a row or the whole file is refused: what makes `check` end with exit code 1."""
        return any(problem.severity in (Severity.FATAL, Severity.REJECTED) for problem in self.problems)


def with_findings(checked: CheckedFile, found: tuple[Problem, ...]) -> CheckedFile:
    """A list with what it shares with lists received before it among its problems."""
    return replace(checked, problems=(*checked.problems, *found)) if found else checked
