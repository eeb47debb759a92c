"""A problem found in a file: where, what was found, what was expected, and the Dutch sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How far a problem reaches; the codelist `severity` in seeds/codes.csv gives the Dutch words."""

    FATAL = "fatal"
    REJECTED = "rejected"
    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `sheet` and `column_name` are our English names, `sheet_nl` and `header_nl` what the sender sees."""

    rule_code: str
    severity: Severity
    message_nl: str
    file: str = ""
    sheet: str | None = None
    sheet_nl: str | None = None
    row_number: int | None = None
    column_name: str | None = None
    header_nl: str | None = None
    care_type: str | None = None
    item: str | None = None
    found: str | None = None
    expected: str | None = None
