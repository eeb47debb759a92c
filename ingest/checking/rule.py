"""A rule, what it finds, and the submission it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ingest.contract import Contract, Sheet
from ingest.problems import Severity

CARE_TYPES = ("group", "family", "out_of_school")


@dataclass(slots=True)
class SheetData:
    """A sheet as read: typed columns (None is a gap), the rows as found, and which rows are set apart.

    Rows are addressed by their place (from 0) in every list; `row_numbers` are the sender's.
    """

    sheet: Sheet
    headers: list[str]
    rows: list[list[Any]]
    row_numbers: list[int]
    values: dict[str, list[Any]]
    found: dict[str, list[Any]]
    apart: set[int] = field(default_factory=set)
    unreadable: set[tuple[str, int]] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.row_numbers)

    @property
    def kept(self) -> Iterable[int]:
        """The places of the rows that count."""
        return (place for place in range(len(self)) if place not in self.apart) if self.apart else range(len(self))

    def kept_rows(self, *columns: str) -> Iterable[tuple[Any, ...]]:
        """Give (place, value, value …) of the rows that count."""
        rows = zip(range(len(self)), *(self.values[column] for column in columns), strict=True)
        return (row for row in rows if row[0] not in self.apart) if self.apart else rows


@dataclass(slots=True)
class FormData:
    """The sheet Bestuur as read: our name of the field to its value, its row and the answer as found."""

    sheet: Sheet
    values: dict[str, Any]
    row_numbers: dict[str, int]
    found: dict[str, Any]
    unreadable: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Submission:
    """Everything the rules look at; sheets that are missing or unreadable are there without rows."""

    contract: Contract
    form: FormData
    tables: dict[str, SheetData]
    _memo: dict[Any, Any] = field(default_factory=dict)

    @property
    def n_months(self) -> int | None:
        """The number of months the figures are about; None when it is not known."""
        first, last = self.form.values.get("first_month"), self.form.values.get("last_month")
        return None if first is None or last is None or first > last else last - first + 1

    def offers(self, care_type: str) -> bool | None:
        """Whether a type of care is offered; None when it is not said."""
        return self.form.values.get(f"offers_{care_type}")

    def is_complete(self, care_type: str, sheet: str) -> bool:
        """Whether a sheet is declared complete for a type of care."""
        return self.form.values.get(f"complete_{care_type}_{sheet}") is True

    def remembered(self, key: Any, answer: Callable[[], Any]) -> Any:
        """Give an answer that is worked out once; only for what no rule changes any more."""
        if key not in self._memo:
            self._memo[key] = answer()
        return self._memo[key]

    @property
    def care_type_by_dossier(self) -> dict[str, str | None]:
        """The type of care of each location; None when two rows disagree or it cannot be read."""
        return self.remembered("care_type_by_dossier", self._care_types)

    def care_types_of(self, sheet: str) -> list[str | None]:
        """Give the type of care each row of a sheet is about, by itself or through its location; None when unknown."""
        values = self.tables[sheet].values
        if "care_type" in values:
            return values["care_type"]
        return [self.care_type_by_dossier.get(dossier) for dossier in values["dossier_number"]]

    def care_type_of(self, sheet: str, place: int) -> str | None:
        """Give the type of care a row is about, by itself or through its location; None when unknown."""
        values = self.tables[sheet].values
        if "care_type" in values:
            return values["care_type"][place]
        return self.care_type_by_dossier.get(values["dossier_number"][place]) if "dossier_number" in values else None

    def item_of(self, sheet: str, place: int) -> str | None:
        """Give what a row is about (post, function, dossier number …); None when unknown."""
        data = self.tables[sheet]
        return data.values[data.sheet.item][place] if data.sheet.item else None

    def _care_types(self) -> dict[str, str | None]:
        locations = self.tables["locations"].values
        care_types: dict[str, str | None] = {}
        for dossier, care_type in zip(locations["dossier_number"], locations["care_type"], strict=True):
            agrees = care_types.get(dossier, care_type) == care_type
            care_types[dossier] = care_type if agrees else None
        return care_types


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. With a place (and a column) it is about a row (a cell); `sentence` leaves the place out."""

    sentence: str
    sheet: str | None = None
    place: int | None = None
    column: str | None = None
    care_type: str | None = None
    item: str | None = None
    found: str | None = None
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: what it says and how the sender mends it, each in one Dutch sentence.

    `check` looks at a submission; rules without one are noticed while reading.
    """

    code: str
    severity: Severity
    explanation_nl: str
    mend_nl: str
    check: Callable[[Submission], Iterable[Finding]] | None = None
