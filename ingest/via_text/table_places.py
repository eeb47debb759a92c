"""Give the cells of a row of a table their column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.codelists import seed_rows
from ingest.via_text.names import dutch
from ingest.via_text.numbers import figure_of, joined
from ingest.via_text.outcome import Figure, Reading
from ingest.via_text.words import Word

ALL = "all"


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A row of a table of which the label is known. `label_end` is the last word of the label as printed."""

    section: str
    label: str
    code: str
    label_end: Word
    cells: Sequence[Word]

    @property
    def place(self) -> str:
        """Where it stands, in Dutch."""
        return f"deel {self.section}, tabel"


def place_by_sector(row: LabelledRow, kinds: Sequence[str], reading: Reading) -> None:
    """A row per sector: every column has its cell, 'Nvt' among them, or the row cannot be read."""
    if len(row.cells) != len(kinds) or not kinds:
        _refuse(row, len(kinds), reading)
        return
    role = _role_of_sector(row.code)
    for cell, kind in zip(row.cells, kinds, strict=True):
        _place(row, cell, kind + role, None, row.code, f", kolom {dutch(kind)}", reading)


def place_by_measure(row: LabelledRow, sectors: Sequence[str], reading: Reading) -> None:
    """A row per measure, a total in the last column. Where cells were left blank, the text does not keep which ones.

    Then only a cell right behind the label is known to stand in the first column, and the last one to be the total.
    """
    if len(sectors) < 2 or sectors[-1] != ALL or len(row.cells) > len(sectors):
        _refuse(row, len(sectors), reading)
        return
    if len(row.cells) < len(sectors) and any(joined(first, second) for first, second in pairwise(row.cells)):
        reading.cannot_place(row.cells, f"in de rij '{row.label}' kunnen twee stukken één cijfer zijn")
        return
    for cell, sector in zip(row.cells, _sectors_of(row, sectors), strict=True):
        column = f", kolom {dutch(sector)}" if sector else " (de tekst bewaart de kolom niet)"
        _place(row, cell, _kind_of_measure(row.code, sector), row.code, sector, column, reading)


def _refuse(row: LabelledRow, n_columns: int, reading: Reading) -> None:
    reading.cannot_place(row.cells, f"de rij '{row.label}' heeft {len(row.cells)} cellen voor {n_columns} kolommen")


def _sectors_of(row: LabelledRow, sectors: Sequence[str]) -> list[str | None]:
    if len(row.cells) == len(sectors):
        return list(sectors)
    known: list[str | None] = [None] * len(row.cells)
    first, *others = row.cells
    follows_label = first.line == row.label_end.line and first.room == 1
    if follows_label and others and others[0].room > 1:
        known[0] = sectors[0]
    known[-1] = ALL
    return known


def _place(
    row: LabelledRow, cell: Word, kind: str, measure: str | None, sector: str | None, column: str, reading: Reading
) -> None:
    """Keep a cell with its value; a cell that is no figure is reported."""
    value = figure_of(cell.text) if cell.has_digit else None
    if cell.has_digit and value is None:
        reading.cannot_place([cell], f"in de rij '{row.label}' is dit geen leesbaar cijfer")
        return
    place = row.place + column + ("" if cell.has_digit else f" (gedrukt: {cell.text})")
    reading.figures.append(Figure(row.section, row.label, kind, "eur", measure, sector, value, place, cell))


def _role_of_sector(sector: str) -> str:
    """Whether a row sums others: all of them, or those of which it is a group."""
    if sector == ALL:
        return "_total"
    groups = {row["part_of"] for row in seed_rows("via_sectors")}
    return "_subtotal" if sector in groups else ""


def _kind_of_measure(measure: str, sector: str | None) -> str:
    if measure.startswith("all_but_"):
        return "allocation_subtotal"
    return "allocation_total" if ALL in (measure, sector) else "allocation"
