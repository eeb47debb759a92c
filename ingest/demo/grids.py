"""Figures laid out as the contract asks: per sheet a grid of cells, with Dutch headers and labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from ingest.contract import Column, Sheet, submission_contract
from ingest.demo.definitions import labels
from ingest.demo.world import Figures

DEMO_SENTENCE_NL = "DEMOGEGEVENS: alle cijfers in dit bestand zijn verzonnen."


@dataclass(slots=True)
class Grid:
    """A sheet as it will be written: lists of cells, the first one the headers when the sheet is a table."""

    name: str
    sheet_nl: str
    is_form: bool
    columns: tuple[Column, ...]
    lines: list[list[object]]

    def column(self, name: str) -> int:
        """The place of a column in a line of a table."""
        return next(index for index, column in enumerate(self.columns) if column.name == name)

    def form_line(self, name: str) -> list[object]:
        """The line of a form with this answer."""
        return self.lines[self.column(name)]


def _cell(column: Column, value: object) -> object:
    if value is None:
        return None
    if column.type == "boolean":
        return labels("boolean")["true" if value else "false"]
    if column.type == "code":
        return labels(column.codelist)[value]
    if column.type == "time":
        return time(*divmod(value, 60))
    return value


def _form_lines(sheet: Sheet, form: dict[str, object]) -> list[list[object]]:
    return [[column.header_nl, _cell(column, form[column.name])] for column in sheet.asked_columns]


def _table_lines(sheet: Sheet, rows: list[dict[str, object]]) -> list[list[object]]:
    headers: list[object] = [column.header_nl for column in sheet.asked_columns]
    return [headers, *([_cell(column, row[column.name]) for column in sheet.asked_columns] for row in rows)]


def grids_of(figures: Figures) -> list[Grid]:
    """Lay out figures as the contract of their year asks, sheet by sheet in its order."""
    grids = []
    for sheet in submission_contract(figures.form["year"]).sheets:
        is_form = sheet.layout == "form"
        lines = _form_lines(sheet, figures.form) if is_form else _table_lines(sheet, figures.tables[sheet.name])
        grids.append(Grid(sheet.name, sheet.sheet_nl, is_form, sheet.asked_columns, lines))
    return grids
