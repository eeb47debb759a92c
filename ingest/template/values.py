"""Typed values of the raw datasets written as cells that read back to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.cells.moments import EXCEL_DAY_ZERO
from ingest.contract import Column

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


def write_value(page: Worksheet, row: int, place: int, value: Any, column: Column, style: Format) -> None:
    """Write a typed value of a column; a gap is an empty cell, and text is text whatever it begins with."""
    if value is None:
        page.write_blank(row, place, None, style)
    elif column.type in ("code", "boolean"):
        code = str(value).lower() if column.type == "boolean" else str(value)
        page.write_string(row, place, column.codes.labels.get(code, code), style)
    elif column.type == "time":
        page.write_number(row, place, value / 1440, style)
    elif column.type == "date":
        page.write_number(row, place, (value - EXCEL_DAY_ZERO).days, style)
    elif column.type in ("integer", "decimal", "money"):
        page.write_number(row, place, float(value), style)
    else:
        page.write_string(row, place, str(value), style)
