"""What people say about what was handed in, as records: reasons, questions with their answers, corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ReasonRecord:
    """Why a figure that stands out is right; the place is that of the problem it answers. `given_at` is UTC."""

    reason_id: int
    file_hash: str
    rule_code: str
    sheet: str | None
    row_number: int | None
    column_name: str | None
    reason: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """What a question is about: a cell, a row or a sheet, or an indicator; nothing at all is the version as a whole."""

    sheet: str | None = None
    row_number: int | None = None
    column_name: str | None = None
    indicator_code: str | None = None


@dataclass(frozen=True, slots=True)
class QueryRecord:
    """A question of the Steunpunt about a version, with the answer once there is one. Moments are UTC."""

    query_id: int
    nis_code: str
    year: int
    version: int
    place: Place
    question: str
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class CellCorrection:
    """What to put in the place of which value. Values are written as raw holds them; None is an empty cell."""

    nis_code: str
    year: int
    sheet: str
    row_key: str
    column_name: str
    old_value: str | None
    new_value: str
    is_estimate: bool
    reason: str
    on_word_of: str
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """A correction in the register, and whether and why it was withdrawn. Moments are UTC."""

    correction_id: int
    correction: CellCorrection
    made_at: datetime
    withdrawal_reason: str | None
    withdrawn_at: datetime | None
