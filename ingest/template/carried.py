"""What comes from last year: the rows that are filled in already, and the figures that are only shown beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ingest.contract import Column, Sheet

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last accepted answers before a year. `names` are the authorities they are of: several after a merger.

    `rows` holds, per sheet (our name), the typed rows as they stand in the raw datasets.
    """

    year: int
    names: tuple[str, ...]
    rows: dict[str, list[Row]]


def is_carried_over(sheet: Sheet, column: Column) -> bool:
    """Whether last year's value is filled in: what a row is about and what has no unit; never a figure."""
    return sheet.carried_over and (column.name in sheet.key or column.unit is None)
