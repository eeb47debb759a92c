"""A table sheet: its columns read, its unreadable cells and rows reported, the rest ready for the rules."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ingest.cells.columns import ColumnReading, is_empty, read_cell, read_column
from ingest.cells.faults import CellFault
from ingest.cells.shown import shown
from ingest.checking.layout import Layout
from ingest.checking.rule import SheetData
from ingest.contract import Sheet
from ingest.reading.grids import Grid


def read_table(sheet: Sheet, grid: Grid, layout: Layout) -> tuple[SheetData, dict[str, ColumnReading]]:
    """Read the columns of a table; rows without anything in them are skipped wherever they stand."""
    first = layout.header_row + 1
    found_rows = [_without(row, layout.beside) for row in grid.rows[first:]] if layout.beside else grid.rows[first:]
    rows, row_numbers = _filled_rows(found_rows, grid.row_numbers[first:])
    by_place = list(zip(*rows, strict=True))
    nothing = ("",) * len(rows)
    readings, found = {}, {}
    for column in sheet.columns:
        place = layout.places.get(column.name)
        cells = by_place[place] if place is not None and rows else nothing
        found[column.name] = cells
        readings[column.name] = read_column(cells, column)
    values = {name: reading.values for name, reading in readings.items()}
    data = SheetData(sheet, layout.headers, rows, row_numbers, values, found)
    data.unreadable = {
        (name, place) for name, reading in readings.items() if reading.faults for place in reading.faults
    }
    return data, readings


def empty_table(sheet: Sheet) -> SheetData:
    """Give a sheet without rows, for one that is missing or cannot be read."""
    return SheetData(sheet, [], [], [], {column.name: [] for column in sheet.columns}, {})


def shifted_rows(data: SheetData, layout: Layout) -> dict[int, str]:
    """Give the rows whose cells stand one or more columns off, with a sentence for each.

    A row counts as shifted when at least two of its cells cannot be read where they stand, and either all of them can
    when the row moves one column, or more than half of its cells (three or more) cannot be read.
    """
    times = Counter(place for _, place in data.unreadable)
    suspects = [place for place, n_faults in times.items() if n_faults >= 2]
    sentences = {place: _shift_sentence(data, layout, place, times[place]) for place in sorted(suspects)}
    return {place: sentence for place, sentence in sentences.items() if sentence}


def text_of(data: SheetData, place: int) -> dict[str, str]:
    """Give a row as the sender wrote it: header to text, the cells without a header by their column number."""
    cells = {}
    for number, cell in enumerate(data.rows[place]):
        header = data.headers[number] if number < len(data.headers) else ""
        if not is_empty(cell):
            name = header if header and header not in cells else f"kolom {number + 1}"
            cells[name] = shown(cell)
    return cells


def _without(row: list[Any], places: tuple[int, ...]) -> list[Any]:
    return ["" if place in places else cell for place, cell in enumerate(row)]


def _filled_rows(rows: list[list[Any]], row_numbers: list[int]) -> tuple[list[list[Any]], list[int]]:
    """Drop the rows in which every cell is empty; only one whose first cell is empty can be."""
    blank = {
        place
        for place, row in enumerate(rows)
        if (row[0] == "" or (row[0].__class__ is str and row[0].isspace())) and all(map(is_empty, row))
    }
    if not blank:
        return rows, row_numbers
    filled = [place for place in range(len(rows)) if place not in blank]
    return [rows[place] for place in filled], [row_numbers[place] for place in filled]


def _shift_sentence(data: SheetData, layout: Layout, place: int, n_faults: int) -> str | None:
    for step, side in ((1, "rechts"), (-1, "links")):
        if _reads_when_moved(data, layout, place, step):
            return (
                f"De hele rij staat één kolom te ver naar {side}: {n_faults} cellen zijn niet te lezen waar ze staan, "
                f"maar wel één kolom verder. Schuif de rij één kolom terug. De rij telt niet mee."
            )
    n_filled = sum(not is_empty(data.found[name][place]) for name in layout.places)
    if n_faults >= 3 and n_faults * 2 > n_filled:
        return (
            f"De meeste cellen van deze rij ({n_faults} van {n_filled}) zijn niet te lezen waar ze staan: staan de "
            f"waarden in de verkeerde kolom? De rij telt niet mee."
        )
    return None


def _reads_when_moved(data: SheetData, layout: Layout, place: int, step: int) -> bool:
    """Whether every cell of the row can be read by the column `step` to the left of where it stands."""
    row = data.rows[place]
    for name, number in layout.places.items():
        moved = row[number + step] if 0 <= number + step < len(row) else ""
        column = data.sheet.column(name)
        if is_empty(moved):
            if name in data.sheet.key and column.required:
                return False
            continue
        try:
            read_cell(moved, column)
        except CellFault:
            return False
    return True
