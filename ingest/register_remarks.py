"""The part of the register that holds what people say: reasons, questions with their answers, corrections."""

from __future__ import annotations

import sqlite3
from datetime import date

from ingest.register_reading import from_text
from ingest.register_remark_records import CellCorrection, CorrectionRecord, Place, QueryRecord, ReasonRecord

REMARK_TABLES = ("reasons", "queries", "answers", "corrections", "correction_withdrawals")
_QUERIES = """
    select query_id, nis_code, year, version, sheet, row_number, column_name, indicator_code, question, asked_at,
        answer, answered_at
    from queries left join answers using (query_id) order by query_id
"""
_CORRECTIONS = """
    select correction_id, nis_code, year, sheet, row_key, column_name, old_value, new_value, is_estimate,
        corrections.reason, on_word_of, valid_until, made_at, correction_withdrawals.reason, withdrawn_at
    from corrections left join correction_withdrawals using (correction_id) order by correction_id
"""


class RemarkKeeper:
    """Adds and reads remarks. Adding happens inside `Register.transaction()`, which also gives the moment."""

    _connection: sqlite3.Connection

    def _moment(self) -> str:
        raise NotImplementedError

    def _insert(self, table: str, *values: object) -> int:
        raise NotImplementedError

    def add_reason(
        self,
        file_hash: str,
        rule_code: str,
        sheet: str | None,
        row_number: int | None,
        column_name: str | None,
        reason: str,
    ) -> int:
        """Add why a problem of a received file is none; the last reason for a place counts."""
        return self._insert(
            "reasons", None, file_hash, rule_code, sheet, row_number, column_name, reason, self._moment()
        )

    def add_query(self, nis_code: str, year: int, version: int, place: Place, question: str) -> int:
        """Add a question about a received version, and give its number."""
        about = (place.sheet, place.row_number, place.column_name, place.indicator_code)
        return self._insert("queries", None, nis_code, year, version, *about, question, self._moment())

    def add_answer(self, query_id: int, answer: str) -> None:
        """Add the answer to a question; a question is answered once."""
        self._insert("answers", query_id, answer, self._moment())

    def add_correction(self, new: CellCorrection) -> int:
        """Add a correction, and give its number."""
        until = new.valid_until.isoformat() if new.valid_until else None
        where = (new.nis_code, new.year, new.sheet, new.row_key, new.column_name)
        what = (new.old_value, new.new_value, int(new.is_estimate), new.reason, new.on_word_of, until)
        return self._insert("corrections", None, *where, *what, self._moment())

    def add_correction_withdrawal(self, correction_id: int, reason: str) -> None:
        """Add that a correction no longer holds."""
        self._insert("correction_withdrawals", correction_id, reason, self._moment())

    def reasons(self) -> list[ReasonRecord]:
        """Every reason, in the order in which they were given."""
        rows = self._connection.execute("select * from reasons order by reason_id")
        return [ReasonRecord(*row[:7], given_at=from_text(row[7])) for row in rows]

    def queries(self) -> list[QueryRecord]:
        """Every question with its answer, in the order in which they were asked."""
        return [_query(row) for row in self._connection.execute(_QUERIES)]

    def corrections(self) -> list[CorrectionRecord]:
        """Every correction, withdrawn ones included, in the order in which they were made."""
        return [_correction(row) for row in self._connection.execute(_CORRECTIONS)]


def _query(row: tuple) -> QueryRecord:
    answered_at = from_text(row[11]) if row[11] else None
    return QueryRecord(*row[:4], Place(*row[4:8]), row[8], from_text(row[9]), row[10], answered_at)


def _correction(row: tuple) -> CorrectionRecord:
    *cell, is_estimate, reason, on_word_of, valid_until = row[1:12]
    until = date.fromisoformat(valid_until) if valid_until else None
    correction = CellCorrection(*cell, bool(is_estimate), reason, on_word_of, until)
    withdrawn_at = from_text(row[14]) if row[14] else None
    return CorrectionRecord(row[0], correction, from_text(row[12]), row[13], withdrawn_at)
