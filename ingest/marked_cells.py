"""Cells written as they were read, in the colour of what is wrong with them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ingest.cells.faults import ErrorValue
from ingest.cells.moments import EXCEL_DAY_ZERO
from ingest.cells.shown import shown
from ingest.problems import Severity

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLOURS = {
    Severity.FATAL: "#F4A6A0",
    Severity.REJECTED: "#F4A6A0",
    Severity.BLOCKING: "#F9CB9C",
    Severity.WARNING: "#FFF2B3",
}
_PATTERNS = {"date": "dd/mm/yyyy", "moment": "dd/mm/yyyy hh:mm", "time": "hh:mm"}
_LONGEST_TEXT = 32_000
_LONGEST_NAME = 31
_FORBIDDEN = str.maketrans("[]:*?/\\", "-------")


class CellWriter:
    """Writes cells into one workbook; each pair of kind and colour is one format."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._formats: dict[tuple[str, str | None, bool], Format] = {}
        self.bold = workbook.add_format({"bold": True, "bottom": 1})

    def write(
        self, page: Worksheet, row: int, column: int, cell: Any, severity: str | None = None, wrapped: bool = False
    ) -> None:
        """Write a cell as it was read; text stays text, whatever it begins with."""
        kind, value = _written(cell)
        style = self._format(kind, severity, wrapped)
        if kind == "empty":
            if severity:
                page.write_blank(row, column, None, style)
        elif kind == "text":
            page.write_string(row, column, value[:_LONGEST_TEXT], style)
        elif kind == "boolean":
            page.write_boolean(row, column, value, style)
        else:
            page.write_number(row, column, value, style)

    def _format(self, kind: str, severity: str | None, wrapped: bool) -> Format | None:
        key = (kind, severity, wrapped)
        if kind not in _PATTERNS and not severity and not wrapped:
            return None
        if key not in self._formats:
            look: dict[str, Any] = {"num_format": _PATTERNS[kind]} if kind in _PATTERNS else {}
            look |= {"bg_color": COLOURS[Severity(severity)]} if severity else {}
            look |= {"text_wrap": True, "valign": "top"} if wrapped else {}
            self._formats[key] = self._workbook.add_format(look)
        return self._formats[key]


def safe_sheet_names(names: Sequence[str], *taken: str) -> list[str]:
    """Give names that a workbook accepts, each once, also beside those that are taken."""
    used = {name.casefold() for name in taken}
    safe = []
    for name in names:
        printable = "".join(letter if letter.isprintable() else " " for letter in name).translate(_FORBIDDEN)
        plain = printable.strip(" '")[:_LONGEST_NAME] or "Blad"
        candidate, number = plain, 2
        while candidate.casefold() in used or candidate.casefold() == "history":
            candidate, number = f"{plain[: _LONGEST_NAME - 4]} {number}", number + 1
        used.add(candidate.casefold())
        safe.append(candidate)
    return safe


def _written(cell: Any) -> tuple[str, Any]:
    """The kind of a cell and what is written: a moment is days since 1900, as Excel counts."""
    if cell is None or cell == "":
        return "empty", None
    if isinstance(cell, bool):
        return "boolean", cell
    if isinstance(cell, (int, float)):
        return ("number", cell) if math.isfinite(cell) else ("text", shown(cell))
    if isinstance(cell, dt.timedelta):
        return "time", cell.total_seconds() / 86_400
    if isinstance(cell, dt.time):
        return "time", (cell.hour * 3600 + cell.minute * 60 + cell.second) / 86_400
    if isinstance(cell, dt.datetime):
        return "moment", (cell.date() - EXCEL_DAY_ZERO).days + (cell.hour * 60 + cell.minute) / 1440
    if isinstance(cell, dt.date):
        return "date", (cell - EXCEL_DAY_ZERO).days
    return "text", cell.text if isinstance(cell, ErrorValue) else str(cell)
