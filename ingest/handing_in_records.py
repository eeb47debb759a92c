"""What goes through the door of the page Inzenden: a dropped file, what was found in it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.checked import SubmissionIdentity
from ingest.load_report import RECEIVED
from ingest.problems import Problem, Severity
from ingest.register_records import SubmissionRecord


class HandingInError(Exception):
    """It could not be done; the message is a Dutch sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file as somebody dropped it: its content, and what its owner calls it."""

    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CheckedDrop:
    """What was recognised in a dropped file, and every problem in it. `sheets` are names with numbers of rows."""

    file_name: str
    kind: str
    identity: SubmissionIdentity | None
    sheets: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    n_required_cells: int
    n_filled_cells: int

    @property
    def is_refused(self) -> bool:
        """Whether nothing of the file would be loaded, or it is no submission at all."""
        return self.identity is None or any(problem.severity is Severity.FATAL for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why what stands out is right; a place of which everything is None is every problem of the rule."""

    rule_code: str
    sheet: str | None
    row_number: int | None
    column_name: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file that was sent in; `version` is None when it was not received now.

    `not_explained` are the sentences that say why a reason could not be put down.
    """

    outcome: str
    note_nl: str
    version: int | None
    file_hash: str
    n_explained: int
    not_explained: tuple[str, ...] = ()

    @property
    def is_received(self) -> bool:
        """Whether there is a new version now."""
        return self.outcome == RECEIVED


@dataclass(frozen=True, slots=True)
class SentVersion:
    """A version that was sent before; `state` is a code of the decision on it, `received` when there is none."""

    submission: SubmissionRecord
    state: str
    note: str
