"""The part of the register that holds which findings in the figures of an agreement a person accepted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ingest.register_reading import from_text

VIA_READING_TABLES = ("via_readings",)


@dataclass(frozen=True, slots=True)
class ViaReadingRecord:
    """That a person accepted a finding; `accepted_at` is UTC."""

    reading_id: int
    finding_id: str
    note: str
    accepted_at: datetime


class ViaReadingKeeper:
    """Adds and reads acceptances. Adding happens inside `Register.transaction()`, which also gives the moment."""

    _connection: sqlite3.Connection

    def _moment(self) -> str:
        raise NotImplementedError

    def _insert(self, table: str, *values: object) -> int:
        raise NotImplementedError

    def add_via_reading(self, finding_id: str, note: str) -> None:
        """Add that a person accepted a finding, and why."""
        self._insert("via_readings", None, finding_id, note, self._moment())

    def via_readings(self) -> list[ViaReadingRecord]:
        """Every acceptance, in the order in which they were given."""
        rows = self._connection.execute("select reading_id, finding_id, note, accepted_at from via_readings order by 1")
        return [ViaReadingRecord(*row[:3], accepted_at=from_text(row[3])) for row in rows]


def via_reading_rows(readings: list[ViaReadingRecord]) -> list[dict[str, Any]]:
    """One row of register_via_readings per acceptance; moments in UTC, without saying so in the type."""
    return [
        {
            "decision_id": reading.reading_id,
            "finding_id": reading.finding_id,
            "note": reading.note,
            "decided_at": reading.accepted_at.replace(tzinfo=None),
        }
        for reading in readings
    ]
