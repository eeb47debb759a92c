"""What the demo wrote: the files, in which order they came in, and what is wrong with them on purpose."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ingest.demo.mistakes import MISTAKE_BY_NAME
from ingest.problems import Severity


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One submission: whose, when it came in, how it was written, and what is special about it.

    `dialect` is the place of a CSV dialect, or None for a workbook. At most one of `mistake`, `months`,
    `is_incomplete` and `is_before_correction` is set.
    """

    nis_code: str
    name: str
    year: int
    version: int
    received_on: date
    is_late: bool = False
    dialect: int | None = None
    mistake: str | None = None
    months: tuple[int, int] | None = None
    is_incomplete: bool = False
    is_before_correction: bool = False

    @property
    def relative_path(self) -> Path:
        """Where the file or folder lies in the demo folder."""
        version = "" if self.version == 1 else f"_versie{self.version}"
        suffix = ".xlsx" if self.dialect is None else ""
        return Path(str(self.year)) / f"{self.nis_code}_{self.year}{version}{suffix}"


@dataclass(frozen=True, slots=True)
class ExpectedProblem:
    """A mistake made on purpose: in which file, and what the check should say about it."""

    path: Path
    mistake: str
    rule_code: str
    severity: Severity
    sheet: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that came in on the same day."""

    received_on: date
    paths: list[Path]


@dataclass(frozen=True, slots=True)
class DemoManifest:
    """Everything that was written. `batches` are in the order in which they must be loaded."""

    folder: Path
    batches: list[Batch]
    submissions: list[HandedIn]
    not_handed_in: list[tuple[str, int]] = field(default_factory=list)

    def path_of(self, handed_in: HandedIn) -> Path:
        """Where a submission was written."""
        return self.folder / handed_in.relative_path

    @property
    def expected_problems(self) -> list[ExpectedProblem]:
        """The mistakes made on purpose."""
        mistaken = [(self.path_of(one), MISTAKE_BY_NAME[one.mistake]) for one in self.submissions if one.mistake]
        return [ExpectedProblem(path, m.name, m.rule_code, m.severity, m.sheet) for path, m in mistaken]

    @property
    def expected_refusals(self) -> list[Path]:
        """The files that must be refused as a whole."""
        return [problem.path for problem in self.expected_problems if problem.severity is Severity.FATAL]
