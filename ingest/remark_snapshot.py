"""What people said, as rows of raw: reasons, questions with their answers, corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from ingest import raw_schemas
from ingest.register_records import SubmissionRecord
from ingest.register_remark_records import CorrectionRecord, QueryRecord, ReasonRecord
from ingest.register_remarks import RemarkKeeper

Rows = list[dict[str, Any]]


def remark_snapshot(register: RemarkKeeper, submissions: Iterable[SubmissionRecord]) -> dict[str, Rows]:
    """The rows of the raw datasets of remarks; moments and the day on which corrections are weighed in UTC."""
    by_hash = {row.file.file_hash: row for row in submissions}
    by_version = {(row.nis_code, row.year, row.version): row for row in by_hash.values()}
    today = datetime.now(UTC).date()
    return {
        raw_schemas.REGISTER_REASONS: [_reason(row, by_hash[row.file_hash]) for row in register.reasons()],
        raw_schemas.REGISTER_QUERIES: [
            _query(row, by_version[row.nis_code, row.year, row.version]) for row in register.queries()
        ],
        raw_schemas.REGISTER_CORRECTIONS: [_correction(row, today) for row in register.corrections()],
    }


def _reason(row: ReasonRecord, about: SubmissionRecord) -> dict[str, Any]:
    version = {"nis_code": about.nis_code, "year": about.year, "version": about.version}
    return asdict(row) | version | {"load_id": about.file.load_id, "given_at": _without_zone(row.given_at)}


def _query(row: QueryRecord, about: SubmissionRecord) -> dict[str, Any]:
    moments = {"asked_at": _without_zone(row.asked_at), "answered_at": _without_zone(row.answered_at)}
    file = {"load_id": about.file.load_id, "file_hash": about.file.file_hash}
    return asdict(row) | asdict(row.place) | moments | file


def _correction(row: CorrectionRecord, today: date) -> dict[str, Any]:
    moments = {"made_at": _without_zone(row.made_at), "withdrawn_at": _without_zone(row.withdrawn_at)}
    until = row.correction.valid_until
    is_expired = until is not None and until < today
    return asdict(row) | asdict(row.correction) | moments | {"is_expired": is_expired}


def _without_zone(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=None) if moment else None
