"""Which sums the template shows, for its reader to hold against the own accounts and for us to find back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.codelists import codelist, posts_of
from ingest.contract import Column, Contract, Sheet

TITLES = ("Blad", "Kolom", "Type opvang", "Welke rijen", "Eenheid", "Som")
_EVERY_ROW = "alle rijen"
_DIRECTIONS_NL = {"expenditure": "uitgaven", "revenue": "ontvangsten"}


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a column over the rows of a type of care; with a direction only over its posts."""

    sheet: Sheet
    column: Column
    care_type: str
    direction: str | None = None

    @property
    def words(self) -> tuple[str, str, str, str]:
        """What stands before the sum: the sheet, the column, the type of care and which rows."""
        care = codelist("care_types").label(self.care_type)
        rows = _DIRECTIONS_NL[self.direction] if self.direction else _EVERY_ROW
        return self.sheet.sheet_nl, self.column.header_nl, care, rows

    def counts(self, row: dict[str, object]) -> bool:
        """Whether a row, by our names, is part of the sum."""
        is_part = self.direction is None or row["post"] in posts_of(self.direction)
        return row["care_type"] == self.care_type and is_part


def totals(contract: Contract) -> Iterator[Total]:
    """Give every sum: of each figure of each sheet that comes back every year and names the type of care."""
    for sheet in contract.sheets:
        names = {column.name for column in sheet.asked_columns}
        if not sheet.carried_over or "care_type" not in names:
            continue
        for column in sheet.asked_columns:
            if column.type in ("integer", "decimal", "money") and column.unit:
                for care_type in codelist("care_types").labels:
                    for direction in _DIRECTIONS_NL if "post" in names else (None,):
                        yield Total(sheet, column, care_type, direction)
