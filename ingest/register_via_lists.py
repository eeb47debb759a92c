"""The part of the register that holds payment lists and lists of bookings: what they are, and who let them count."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ingest.checked import ViaListFacts
from ingest.problems import Problem, Severity
from ingest.register_reading import files, from_text
from ingest.register_records import DatasetRecord
from ingest.via_list_records import ListState, ViaListRecord, states_of

VIA_LIST_TABLES = ("via_lists", "via_list_findings", "via_releases")
_FINDING = (
    "rule_code", "severity", "message_nl", "sheet", "row_number", "column_name", "header_nl", "found", "expected",
)  # fmt: skip


class ViaListKeeper:
    """Adds and reads lists. Adding happens inside `Register.transaction()`, which also gives the moment."""

    _connection: sqlite3.Connection

    def _moment(self) -> str:
        raise NotImplementedError

    def _insert(self, table: str, *values: object) -> int:
        raise NotImplementedError

    def add_via_list(self, file_hash: str, facts: ViaListFacts) -> None:
        """Add a received list; its file must be there already. The total is kept in cents."""
        self._insert(
            "via_lists", file_hash, facts.source_kind, facts.payer, facts.list_number, facts.list_version,
            facts.period_from.isoformat(), facts.period_to.isoformat(), facts.n_lines, int(facts.total_eur * 100),
        )  # fmt: skip

    def add_via_list_findings(self, file_hash: str, found: Iterable[Problem]) -> None:
        """Add what a list shares with lists received before it: the file by itself does not tell."""
        for position, problem in enumerate(found):
            self._insert("via_list_findings", file_hash, position, *(getattr(problem, name) for name in _FINDING))

    def add_via_release(self, file_hash: str, note: str) -> None:
        """Add that a person let a list count, and why."""
        self._insert("via_releases", file_hash, note, self._moment())

    def via_lists(self) -> list[ViaListRecord]:
        """Every received list, in the order in which they were registered."""
        by_hash = {file.file_hash: file for file in files(self._connection)}
        rows = self._connection.execute("""
            select file_hash, released_at, note, source_kind, payer, list_number, list_version, period_from, period_to,
                n_lines, total_cents
            from via_lists inner join files using (file_hash) left join via_releases using (file_hash)
            order by files.registered_at
        """)
        return [
            ViaListRecord(_facts(row[3:]), by_hash[row[0]], from_text(row[1]) if row[1] else None, row[2])
            for row in rows
        ]

    def counted_lists(self) -> list[DatasetRecord]:
        """The lists of which the lines count, as inputs of a build."""
        lists = self.via_lists()
        states = states_of(lists)
        counted = [one.file for one in lists if states[one.file.file_hash] is ListState.COUNTED]
        return [DatasetRecord("via_movements", (), file) for file in counted]

    def via_list_findings(self) -> dict[str, tuple[Problem, ...]]:
        """What lists share with lists received before them, by the hash of their file."""
        columns = ", ".join(_FINDING)
        rows = self._connection.execute(
            f"select file_hash, {columns} from via_list_findings order by file_hash, position"  # noqa: S608
        )
        found: dict[str, tuple[Problem, ...]] = {}
        for file_hash, *values in rows:
            found[file_hash] = (*found.get(file_hash, ()), _problem(values))
        return found


def _facts(row: tuple) -> ViaListFacts:
    source_kind, payer, number, version, start, end, n_lines, cents = row
    return ViaListFacts(
        source_kind, payer, number, version, date.fromisoformat(start), date.fromisoformat(end), n_lines,
        Decimal(cents).scaleb(-2),
    )  # fmt: skip


def _problem(values: Sequence[Any]) -> Problem:
    found = dict(zip(_FINDING, values, strict=True))
    return Problem(**found | {"severity": Severity(found["severity"])})
