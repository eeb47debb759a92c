"""The SQL of the VIA ledger, as dbt compiled it for the small warehouse, run on a few movements in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from ingest.home import Home

CATALOG = "opvangspiegel"
INPUTS = {
    "intermediate": ("int_submissions_current", "int_via_sheet_states", "int_via_as_of"),
    "staging": ("stg_submission__via", "stg_via__movements"),
    "seeds": ("authority_history", "via_deadlines"),
}
MODELS = (
    ("intermediate", "int_via_movements"),
    ("intermediate", "int_via_steps"),
    ("marts", "fct_via_ledger"),
    ("marts", "fct_via_movements"),
)
SUBMISSIONS = "intermediate.int_submissions_current"
SHEETS = "staging.stg_submission__via"
LISTS = "staging.stg_via__movements"


@dataclass(frozen=True, slots=True)
class Movement:
    """Euros that a sheet VIA (with the year of its submission) or a list (without one) tells of."""

    nis_code: str
    step: str
    moved_on: date
    amount_eur: Decimal | None
    submission_year: int | None = None
    care_type: str = "group"


class CompiledVia:
    """Empty tables that the ledger is made of, and what its SQL makes of the movements that are put in."""

    def __init__(self, home: Home) -> None:
        self._connection = duckdb.connect()
        self._connection.execute(f"attach ':memory:' as {CATALOG}; set threads = 1")
        self._connection.execute(f"attach '{home.current.resolve()}' as published (read_only)")
        for schema in (*INPUTS, "marts"):
            self._connection.execute(f"create schema if not exists {CATALOG}.{schema}")
        for schema, tables in INPUTS.items():
            for table in tables:
                source = f"published.{schema}.{table}"
                self._connection.execute(f"create table {CATALOG}.{schema}.{table} as from {source} limit 0")
        self._connection.execute(f"insert into {CATALOG}.seeds.authority_history by name {_authorities()}")
        self._connection.execute(f"insert into {CATALOG}.intermediate.int_via_as_of select date '2026-01-01'")
        compiled = home.building / "dbt" / "compiled"
        self._models = [(schema, name, _sql_of(compiled, schema, name)) for schema, name in MODELS]

    def build(self, movements: Iterable[Movement]) -> None:
        """Make the ledger of these movements and of nothing else."""
        self._empty()
        for row_number, one in enumerate(movements, start=1):
            self._put_on_sheet(one, row_number) if one.submission_year else self._put_on_list(one, row_number)
        for schema, name, sql in self._models:
            self._connection.execute(f"create or replace table {CATALOG}.{schema}.{name} as {sql}")

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """The answer to a query on the tables, named by schema and table."""
        self._connection.execute(f"use {CATALOG}")
        return self._connection.execute(query).fetchall()

    def _empty(self) -> None:
        self._submissions: set[str] = set()
        for table in (SUBMISSIONS, SHEETS, LISTS):
            self._connection.execute(f"delete from {CATALOG}.{table}")

    def _insert(self, table: str, **values: object) -> None:
        named = ", ".join(f"? as {column}" for column in values)
        self._connection.execute(f"insert into {CATALOG}.{table} by name select {named}", list(values.values()))

    def _put_on_sheet(self, one: Movement, row_number: int) -> None:
        file = {"load_id": "load", "file_hash": f"{one.nis_code} {one.submission_year}", "year": one.submission_year}
        if file["file_hash"] not in self._submissions:
            self._submissions.add(file["file_hash"])
            self._insert(SUBMISSIONS, unit_nis_code=one.nis_code, data_kind="real", **file)
        money = {"agreement": "VIA6", "via_measure": "training", "via_year": 2024, "care_type": one.care_type}
        self._insert(SHEETS, row_number=row_number, **file, **money, **_moved(one))

    def _put_on_list(self, one: Movement, row_number: int) -> None:
        file = {"load_id": "load", "file_hash": "list", "source_kind": "payment_list", "data_kind": "real"}
        money = {"agreement": "VIA6", "measure": "training", "year": 2024, "care_type": one.care_type}
        self._insert(LISTS, row_number=row_number, nis_code=one.nis_code, **file, **money, **_moved(one))


def _moved(one: Movement) -> dict[str, object]:
    return {"step": one.step, "moved_on": one.moved_on, "amount_eur": one.amount_eur}


def _authorities() -> str:
    rows = "('44001', '44900'), ('44002', '44900'), ('44900', '44900'), ('11001', '11001')"
    return f"select * from (values {rows}) as units (unit_nis_code, nis_code)"


def _sql_of(compiled: Path, layer: str, model: str) -> str:
    (found,) = compiled.rglob(f"models/{layer}/{model}.sql")
    return found.read_text(encoding="utf-8")
