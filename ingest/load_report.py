"""What became of the files that were handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.checked import CheckedFile
from ingest.problems import Problem, Severity
from ingest.register_records import ProblemCounts

RECEIVED = "received"
UNCHANGED = "unchanged"
REFUSED = "refused"
UNKNOWN = "unknown"
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    `outcome` is 'received', 'waiting' (a list that was received, of which nothing counts yet), 'unchanged' (this very
    file was handed in before), 'refused' or 'unknown' (of no kind that is accepted). `note_nl` says the same to the
    reader. `version` is None for anything but a received submission; `contract_version` is that of the year of one.
    """

    file_name: str
    kind: str
    outcome: str
    note_nl: str
    nis_code: str | None = None
    year: int | None = None
    version: int | None = None
    counts: ProblemCounts = field(default_factory=ProblemCounts)
    problems: tuple[Problem, ...] = ()
    contract_version: str | None = None


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of all files, in the order in which they were read. `load_id` is None when nothing new came in.

    `is_mixed` says that the home holds both real and demo files now.
    """

    files: tuple[FileReport, ...]
    load_id: str | None
    is_mixed: bool = False

    @property
    def n_by_outcome(self) -> dict[str, int]:
        """How many files there are per outcome, those without files included."""
        found = Counter(file.outcome for file in self.files)
        return {outcome: found[outcome] for outcome in (RECEIVED, WAITING, UNCHANGED, REFUSED, UNKNOWN)}

    @property
    def counts(self) -> ProblemCounts:
        """The problems of all files that were read now."""
        return count_problems(problem for file in self.files for problem in file.problems)

    @property
    def has_rejections(self) -> bool:
        """Whether a cell, a row or a whole file was refused now: what makes `load` end with exit code 1."""
        return bool(self.counts.n_fatal or self.counts.n_rejected)


def count_problems(problems: Iterable[Problem]) -> ProblemCounts:
    """Count problems by severity."""
    found = Counter(problem.severity for problem in problems)
    return ProblemCounts(*(found[severity] for severity in Severity))


def file_report(checked: CheckedFile, outcome: str, note_nl: str, version: int | None = None) -> FileReport:
    """Report a file that was read now."""
    identity = checked.identity
    return FileReport(
        checked.file_name,
        checked.kind,
        outcome,
        note_nl,
        identity.nis_code if identity else None,
        identity.year if identity else None,
        version,
        count_problems(checked.problems),
        checked.problems,
        identity.contract_version if identity else None,
    )
