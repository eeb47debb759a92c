"""Write grids as an Excel workbook, the same bytes every time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ingest.cells.moments import EXCEL_DAY_ZERO
from ingest.demo.grids import DEMO_SENTENCE_NL, Grid

CREATED = datetime(2026, 1, 1, tzinfo=UTC)
NUMBER_FORMATS = {"money": "#,##0.00", "decimal": "0.00", "date": "dd/mm/yyyy", "time": "hh:mm"}
FORM_WIDTHS = (44, 40)
COLUMN_WIDTH = 22


class FormulaError:
    """A cell with a formula that fails, as Excel shows it."""

    formula = "=1/0"
    shown = "#DIV/0!"


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    formats = {kind: book.add_format({"num_format": pattern}) for kind, pattern in NUMBER_FORMATS.items()}
    formats["header"] = book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1})
    return formats


def _write_cell(sheet: Worksheet, line: int, place: int, cell: object, style: Format | None) -> None:
    if cell is None:
        return
    if isinstance(cell, FormulaError):
        sheet.write_formula(line, place, cell.formula, style, cell.shown)
    elif isinstance(cell, str):
        sheet.write_string(line, place, cell)
    elif isinstance(cell, time):
        sheet.write_number(line, place, (cell.hour * 60 + cell.minute) / 1440, style)
    elif isinstance(cell, date):
        sheet.write_number(line, place, (cell - EXCEL_DAY_ZERO).days, style)
    else:
        sheet.write_number(line, place, cell, style)


def _write_form(sheet: Worksheet, grid: Grid, formats: dict[str, Format]) -> None:
    for place, width in enumerate(FORM_WIDTHS):
        sheet.set_column(place, place, width)
    for line, (label, answer) in enumerate(grid.lines):
        sheet.write_string(line, 0, label, formats["header"])
        _write_cell(sheet, line, 1, answer, None)
    sheet.write_string(0, len(FORM_WIDTHS) + 1, DEMO_SENTENCE_NL, formats["header"])


def _write_table(sheet: Worksheet, grid: Grid, formats: dict[str, Format]) -> None:
    sheet.set_column(0, len(grid.columns) - 1, COLUMN_WIDTH)
    sheet.freeze_panes(1, 0)
    for place, header in enumerate(grid.lines[0]):
        sheet.write_string(0, place, header, formats["header"])
    styles = [formats.get(column.type) for column in grid.columns]
    styles.append(None)
    for line, cells in enumerate(grid.lines[1:], start=1):
        for place, cell in enumerate(cells):
            _write_cell(sheet, line, place, cell, styles[place])


def write_workbook(path: Path, grids: list[Grid]) -> None:
    """Write grids to `path`.

    In memory: these workbooks are small, and streaming rows through a temporary file per sheet takes twice as long.
    """
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED, "comments": DEMO_SENTENCE_NL})
        formats = _formats(book)
        for grid in grids:
            write = _write_form if grid.is_form else _write_table
            write(book.add_worksheet(grid.sheet_nl), grid, formats)
