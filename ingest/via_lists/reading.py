"""Which kind of list a file is, and its lines as a grid of cells: a CSV file, or one sheet of a workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.cells.columns import is_empty
from ingest.cells.shown import shown
from ingest.checking.layout import header_key
from ingest.matching import folded
from ingest.public import delimited
from ingest.reading.csv_folder import csv_grid
from ingest.reading.grids import MAX_FILE_BYTES, FileRefused, Grid, too_many_bytes
from ingest.reading.open import read_file
from ingest.via_lists.contract import ListContract, list_contracts
from ingest.via_lists.currency_formats import foreign_currencies

FEWEST_KNOWN_HEADERS = 8
HEADER_SEARCH_DEPTH = 10


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list as found: its grid, the place in it of the row with the headers, and cells shown in another currency."""

    grid: Grid
    header_row: int
    currencies: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def headers(self) -> list[str]:
        """The headers, folded."""
        return [header_key(cell) for cell in self.grid.rows[self.header_row]]

    @property
    def sheet_nl(self) -> str | None:
        """The sheet that the lines stand on; a CSV file has none."""
        return None if self.grid.is_text else shown(self.grid.name)


def kind_of_list(path: Path) -> str | None:
    """Give the kind of list that a file is by its headers, or None when it is none.

    Raises:
        OSError: the file cannot be read.
    """
    if not is_workbook(path):
        return _kind(delimited.header_of(path))
    try:
        found = lists_in(path)
    except FileRefused:
        return None
    return _kind(found[0].headers) if found else None


def lists_in(path: Path) -> list[FoundList]:
    """Give every list in a file: one of a CSV file, and one per sheet of a workbook that has our headers.

    Raises:
        FileRefused: the file cannot be opened.
        OSError: the file cannot be read.
    """
    is_packed = is_workbook(path)
    grids = _sheets(path) if is_packed else (_text(path),)
    currencies = foreign_currencies(path) if is_packed else {}
    placed = [(grid, _header_row(grid)) for grid in grids]
    return [FoundList(grid, row, currencies.get(grid.name, {})) for grid, row in placed if row is not None]


def _kind(headers: Sequence[str]) -> str | None:
    """The kind that knows the most of the headers; the sheet VIA of a submission has too few of them."""
    scores = {contract.kind: _n_known(headers, contract) for contract in list_contracts()}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= FEWEST_KNOWN_HEADERS else None


def _n_known(headers: Sequence[str], contract: ListContract) -> int:
    return len({header_key(column.header_nl) for column in contract.columns} & {header_key(cell) for cell in headers})


def _header_row(grid: Grid) -> int | None:
    """The first row with headers of ours: a title above the table does no harm."""
    for place, row in enumerate(grid.rows[:HEADER_SEARCH_DEPTH]):
        if _kind([cell for cell in row if isinstance(cell, str) and not is_empty(cell)]):
            return place
    return None


def is_workbook(path: Path) -> bool:
    """Whether a file is packed as a workbook, whatever it calls itself."""
    try:
        with zipfile.ZipFile(path) as packed:
            return any(name.startswith("xl/") for name in packed.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def _sheets(path: Path) -> tuple[Grid, ...]:
    names = read_file(path, ()).names
    return read_file(path, {folded(name) for name in names}).grids


def _text(path: Path) -> Grid:
    try:
        with delimited.opened(path) as file:
            content: Any = file.read(MAX_FILE_BYTES + 1)
    except delimited.TextError as error:
        raise FileRefused("unreadable_file", str(error), "een CSV-bestand") from error
    if len(content) > MAX_FILE_BYTES:
        raise too_many_bytes()
    return csv_grid(path.stem, content)
