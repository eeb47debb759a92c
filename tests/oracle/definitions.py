"""The definitions, read from the seeds by other code than the models'."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
SEEDS = PROJECT / "dbt_project" / "seeds"
CONTRACT = PROJECT / "ingest" / "contracts" / "submission.toml"
TOTAL = "all"
ANY_ITEM = "*"
WITHOUT_VALUE = frozenset({"not_applicable", "not_submitted", "rejected", "withheld"})
Row = dict[str, str]


class Figure(NamedTuple):
    """A value (None when the status leaves none) and its status."""

    value: Decimal | None
    status: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A municipality as it was, from a year on, and the authority on today's map that it belongs to."""

    code: str
    first_year: int
    last_year: int
    authority: str


@dataclass(frozen=True, slots=True)
class Formula:
    """An indicator: signed measures above and below the line."""

    row: Row
    numerator: tuple[tuple[int, str], ...]
    denominator: tuple[tuple[int, str], ...]


def signed_terms(text: str) -> tuple[tuple[int, str], ...]:
    """Read `a + b - c` as ((1, a), (1, b), (-1, c))."""
    terms, sign = [], 1
    for word in text.split():
        if word in "+-":
            sign = 1 if word == "+" else -1
        else:
            terms.append((sign, word))
    return tuple(terms)


class Definitions:
    """What the seeds in one folder say."""

    def __init__(self, folder: Path = SEEDS) -> None:
        self._folder = folder

    def rows(self, name: str) -> list[Row]:
        """The rows of a seed, every cell as text."""
        with (self._folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def care_types(self) -> tuple[str, ...]:
        """The types of care, without the total."""
        return tuple(row["care_type"] for row in self.rows("care_types") if row["care_type"] != TOTAL)

    @cached_property
    def offer_measures(self) -> dict[str, str]:
        """Type of care, the total included, to the measure of what is offered of it."""
        return {row["care_type"]: row["offer_measure"] for row in self.rows("care_types")}

    @cached_property
    def precedence(self) -> dict[str, int]:
        """Status to its place: the lowest is the worst."""
        return {row["code"]: int(row["position"]) for row in self.rows("codes") if row["codelist"] == "status"}

    def worst(self, statuses: list[str]) -> str:
        """The first of some statuses in the order of precedence; `reported` when there are none."""
        return min(statuses, key=self.precedence.__getitem__, default="reported")

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every municipality and period."""
        return tuple(
            Unit(
                row["unit_nis_code"],
                int(row["valid_from_year"]),
                int(row["valid_to_year"] or 9999),
                row["nis_code"],
            )
            for row in self.rows("authority_history")
        )

    def units_of(self, year: int) -> list[Unit]:
        """The municipalities that existed in a year."""
        return [unit for unit in self.units if unit.first_year <= year <= unit.last_year]

    @cached_property
    def measures(self) -> dict[str, Row]:
        """Measure to its row."""
        return {row["measure"]: row for row in self.rows("measures")}

    @cached_property
    def parts(self) -> dict[str, list[tuple[str, str]]]:
        """Measure to its (item, quantity) pairs."""
        parts: dict[str, list[tuple[str, str]]] = {}
        for row in self.rows("measure_parts"):
            parts.setdefault(row["measure"], []).append((row["item"], row["quantity"]))
        return parts

    @cached_property
    def formulas(self) -> dict[str, Formula]:
        """Indicator to its formula."""
        return {
            row["indicator_code"]: Formula(row, signed_terms(row["numerator"]), signed_terms(row["denominator"]))
            for row in self.rows("indicators")
        }

    @cached_property
    def sheets(self) -> dict[str, Row]:
        """Sheet to its row."""
        return {row["sheet"]: row for row in self.rows("sheets")}

    @cached_property
    def columns_of(self) -> dict[tuple[str, str, str], set[str]]:
        """(sheet, quantity, source sheet) to the columns that the quantity rests on."""
        columns: dict[tuple[str, str, str], set[str]] = {}
        for row in self.rows("quantity_columns"):
            columns.setdefault((row["sheet"], row["quantity"], row["source_sheet"]), set()).add(row["column_name"])
        return columns

    @cached_property
    def optional_columns(self) -> set[tuple[str, str]]:
        """(sheet, column) pairs that may be left empty."""
        with CONTRACT.open("rb") as file:
            sheets = tomllib.load(file)["sheets"]
        columns = [(sheet["name"], column) for sheet in sheets for column in sheet["columns"]]
        return {(sheet, column["name"]) for sheet, column in columns if not column["required"]}

    @cached_property
    def direction_of_total(self) -> dict[str, set[str]]:
        """Control total to the posts that it is the sum of."""
        posts = self.rows("posts")
        return {
            row["code"]: {post["code"] for post in posts if f"total_{post['direction']}" == row["direction"]}
            for row in posts
            if row["direction"].startswith("total_")
        }

    @cached_property
    def deadlines(self) -> dict[int, date]:
        """Year to the day by which it is due."""
        return {int(row["year"]): date.fromisoformat(row["due_on"]) for row in self.rows("deadlines")}

    def parameters(self, year: int) -> dict[tuple[str, str], Decimal]:
        """(parameter, item) to its value in a year: the latest that began in or before it."""
        rows = sorted(self.rows("parameters"), key=lambda row: int(row["valid_from_year"]))
        begun = [row for row in rows if int(row["valid_from_year"]) <= year]
        return {(row["parameter"], row["item"]): Decimal(row["value"]) for row in begun}

    def bands(self, year: int) -> dict[tuple[str, str], tuple[float | None, float | None]]:
        """(indicator, type of care) to the bounds in force in a year."""
        rows = sorted(self.rows("target_bands"), key=lambda row: int(row["valid_from_year"]))
        return {
            (row["indicator_code"], row["care_type"]): (_bound(row["lower_bound"]), _bound(row["upper_bound"]))
            for row in rows
            if int(row["valid_from_year"]) <= year
        }


def _bound(text: str) -> float | None:
    return float(text) if text else None
