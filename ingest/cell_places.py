"""Where in an archived submission each of our columns stands, and what is really written in a cell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.cells.columns import is_empty
from ingest.cells.shown import shown
from ingest.checking.layout import Layout, match_columns, match_sheets
from ingest.checking.log import ProblemLog
from ingest.contract import submission_contract, submission_forms
from ingest.matching import folded
from ingest.reading.grids import FileRefused, Grid
from ingest.reading.open import read_file


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a file: the sheet and the header as the sender wrote them, the reference as in `D12`, and its text.

    `found` is None when the cell is empty.
    """

    sheet_nl: str
    reference: str
    header_nl: str
    found: str | None


class CellPlaces:
    """The cells of one submission; nothing is found in a file that cannot be read as a submission of that year."""

    def __init__(self, path: Path, year: int) -> None:
        contract = submission_contract(year)
        log = ProblemLog(path.name)
        self._sheets: dict[str, tuple[Grid, Layout]] = {}
        try:
            handed_in = read_file(path, frozenset(folded(sheet.sheet_nl) for sheet in contract.sheets))
        except FileRefused:
            return
        grids = match_sheets(handed_in, contract, log)
        for sheet in contract.sheets:
            if sheet.name in grids and sheet.layout == "table":
                grid = grids[sheet.name]
                layout = match_columns(sheet, contract.version, submission_forms(sheet.name), grid, log)
                self._sheets[sheet.name] = (grid, layout)

    def place(self, sheet: str, row_number: int, column_name: str) -> Place | None:
        """Where a cell stands, by our names of its sheet and column; None when the file has no such cell."""
        if sheet not in self._sheets:
            return None
        grid, layout = self._sheets[sheet]
        number = layout.places.get(column_name)
        if number is None or row_number not in grid.row_numbers:
            return None
        row = grid.rows[grid.row_numbers.index(row_number)]
        cell = row[number] if number < len(row) else ""
        found = None if is_empty(cell) else shown(cell)
        return Place(grid.name, f"{column_letters(number)}{row_number}", layout.headers[number], found)


def column_letters(place: int) -> str:
    """The letters of a column by its place from 0: A, B, …, Z, AA."""
    letters = ""
    while place >= 0:
        letters = chr(ord("A") + place % 26) + letters
        place = place // 26 - 1
    return letters
