"""A small warehouse in memory: the publication's own formulas over one more submission.

What the submission cannot change is read from the publication. The rest is computed again, for one year: first the
measures of the authority itself, then, beside the published measures of everybody else, what is compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from ingest.formulas import Formula, read_formulas

PUBLISHED = "published"
_TARGET = "marts.fct_benchmarks"
_MEASURES = "intermediate.int_measures_today"
_UNITS = "seeds.authority_history"
_UNITS_OF_YEAR = f"""
select unit_nis_code, nis_code from {PUBLISHED}.{_UNITS}
where $year between valid_from_year and coalesce(valid_to_year, 9999)
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Scope:
    """The submission's unit and year, the authority on today's map, and the units that make it up."""

    unit_nis_code: str
    nis_code: str
    year: int
    units: tuple[str, ...]
    is_published_year: bool


class PreviewWarehouse(AbstractContextManager["PreviewWarehouse"]):
    """A publication with one more submission beside it. Nothing is ever written to the publication."""

    def __init__(self, publication: Path) -> None:
        self._connection = duckdb.connect(":memory:")
        path = str(publication).replace("'", "''")
        self._connection.execute(f"attach '{path}' as {PUBLISHED} (read_only)")
        self.formulas = _needed(read_formulas(self._connection, PUBLISHED))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def rows(self, statement: str, **parameters: object) -> list[dict[str, Any]]:
        """Answer one statement with its named parameters; the publication is the database `published`."""
        cursor = self._connection.execute(statement, parameters)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def scope(self, unit_nis_code: str, year: int) -> Scope | None:
        """Where a submission belongs, or None when there was no such authority in that year."""
        authority_of = {row["unit_nis_code"]: row["nis_code"] for row in self.rows(_UNITS_OF_YEAR, year=year)}
        nis_code = authority_of.get(unit_nis_code)
        if nis_code is None:
            return None
        units = tuple(sorted(unit for unit, authority in authority_of.items() if authority == nis_code))
        published = self.rows(f"select 1 from {PUBLISHED}.{_MEASURES} where year = $year limit 1", year=year)  # noqa: S608
        return Scope(unit_nis_code, nis_code, year, units, bool(published))

    def build(self, scope: Scope, raw: Mapping[str, pa.Table]) -> None:
        """Compute everything that follows from these raw rows of the submission.

        Args:
            scope: where the submission belongs.
            raw: a table per raw dataset that a submission fills, with load_id and file_hash.
        """
        for schema in ("raw", *sorted({one.name.partition(".")[0] for one in self.formulas})):
            self._connection.execute(f"create schema if not exists {schema}")
        for dataset, table in raw.items():
            self._connection.register("handed_in", table)
            self._connection.execute(f"create table raw.{dataset} as select * from handed_in")  # noqa: S608
            self._connection.unregister("handed_in")
        changed = {f"raw.{dataset}" for dataset in raw}
        for formula in self.formulas:
            if not changed.intersection(formula.parents):
                self._take_over(formula.name, scope)
                continue
            self._compute(formula, scope, is_staging=any(parent.startswith("raw.") for parent in formula.parents))
            changed.add(formula.name)

    def _take_over(self, name: str, scope: Scope) -> None:
        """Read a relation from the publication; where that is enough, only the units at hand are computed."""
        is_narrowed = name == _UNITS and scope.is_published_year
        own = f" where nis_code = '{scope.nis_code}'" if is_narrowed else ""
        self._connection.execute(f"create view {name} as select * from {PUBLISHED}.{name}{own}")  # noqa: S608

    def _compute(self, formula: Formula, scope: Scope, *, is_staging: bool) -> None:
        kind = "view" if formula.kind == "view" or formula.name == _TARGET else "table"
        self._connection.execute(f"create {kind} {formula.name} as {formula.statement}")
        if is_staging:
            places = ", ".join("?" for _ in scope.units)
            self._add_published(formula.name, f"year = ? and nis_code in ({places})", scope.year, *scope.units)
        elif formula.name == _MEASURES:
            self._connection.execute(f"delete from {_MEASURES} where year <> ?", [scope.year])  # noqa: S608
            if scope.is_published_year:
                self._add_published(_MEASURES, "year = ? and nis_code <> ?", scope.year, scope.nis_code)

    def _add_published(self, name: str, condition: str, *parameters: object) -> None:
        statement = f"insert into {name} by name select * from {PUBLISHED}.{name} where {condition}"  # noqa: S608
        self._connection.execute(statement, list(parameters))


def _needed(formulas: list[Formula]) -> list[Formula]:
    """The formulas that the comparison rests on, in their order."""
    wanted, needed = {_TARGET}, []
    for formula in reversed(formulas):
        if formula.name in wanted:
            wanted.update(formula.parents)
            needed.append(formula)
    return needed[::-1]
