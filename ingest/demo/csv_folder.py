"""Write grids as a folder of CSV files, as the programs of authorities write them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from ingest.demo.grids import Grid
from ingest.demo.workbook import FormulaError

FILE_NAMES = {
    "authority": "bestuur.csv",
    "locations": "locaties.csv",
    "staff": "personeel.csv",
    "staff_year": "personeel_jaar.csv",
    "finance": "financien.csv",
    "hours": "openingsuren.csv",
    "performance": "prestaties.csv",
    "via": "via.csv",
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a program writes CSV."""

    delimiter: str
    encoding: str
    groups_thousands: bool


DIALECTS = (
    Dialect(";", "utf-8-sig", False),
    Dialect(";", "cp1252", True),
    Dialect(",", "utf-8", True),
)


def _belgian_number(value: float, decimals: int, groups_thousands: bool) -> str:
    text = f"{value:,.{decimals}f}" if groups_thousands else f"{value:.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def _text(cell: object, kind: str, dialect: Dialect) -> str:
    if cell is None:
        return ""
    if isinstance(cell, FormulaError):
        return "#DEEL/0!"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float):
        return _belgian_number(cell, 2, dialect.groups_thousands and kind == "money")
    return str(cell)


def _lines(grid: Grid, dialect: Dialect) -> list[list[str]]:
    if grid.is_form:
        return [[str(label), _text(answer, "text", dialect)] for label, answer in grid.lines]
    kinds = [*(column.type for column in grid.columns), "text"]
    return [[_text(cell, kind, dialect) for cell, kind in zip(line, kinds, strict=False)] for line in grid.lines]


def write_csv_folder(folder: Path, grids: list[Grid], dialect: Dialect) -> None:
    """Write grids to `folder`, one CSV file per sheet."""
    folder.mkdir(parents=True, exist_ok=True)
    for grid in grids:
        write_csv(folder / FILE_NAMES[grid.name], grid, dialect)


def write_csv(path: Path, grid: Grid, dialect: Dialect) -> None:
    """Write one grid as a CSV file."""
    with path.open("w", encoding=dialect.encoding, newline="") as file:
        csv.writer(file, delimiter=dialect.delimiter, lineterminator="\r\n").writerows(_lines(grid, dialect))
