"""The form of the template: a question per line, what is known filled in, and last year's answer beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.contract import Column, Sheet
from ingest.template.carried import Earlier
from ingest.template.expected import expected, required
from ingest.template.guards import Region, guard
from ingest.template.look import PROTECTION, Look
from ingest.template.values import write_value

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

_FIRST_ROW = 2
_LABEL, _ANSWER, _EXPECTED, _EARLIER = range(4)
_WIDTHS = (48, 36, 60, 30)


def write_form(
    workbook: xlsxwriter.Workbook, look: Look, sheet: Sheet, known: dict[str, Any], earlier: Earlier | None
) -> None:
    """Write the form; `known` holds the answers that are filled in already, by our name."""
    page = workbook.add_worksheet(sheet.sheet_nl)
    for place, width in enumerate(_WIDTHS):
        page.set_column(place, place, width)
    page.write_string(0, _LABEL, sheet.description_nl, look.title)
    before = f"Boekjaar {earlier.year}" if earlier else ""
    for place, title in enumerate(("Vraag", "Antwoord", "Verwacht", before)):
        page.write_string(1, place, title, look.header)
    for row, column in enumerate(sheet.asked_columns, start=_FIRST_ROW):
        _write_line(page, look, sheet, column, row, known)
        if earlier and len(earlier.rows[sheet.name]) == 1:
            write_value(page, row, _EARLIER, earlier.rows[sheet.name][0][column.name], column, look.fixed(column.type))
    page.freeze_panes(_FIRST_ROW, 0)
    page.protect("", PROTECTION)


def _write_line(page: Worksheet, look: Look, sheet: Sheet, column: Column, row: int, known: dict[str, Any]) -> None:
    page.write_string(row, _LABEL, column.header_nl, look.header)
    page.write_string(row, _EXPECTED, f"{expected(column)} ({required(sheet, column)})", look.small)
    is_known = known.get(column.name) is not None
    style = look.carried(column.type) if is_known else look.input(column.type)
    write_value(page, row, _ANSWER, known.get(column.name), column, style)
    guard(page, look, sheet, column, Region(row, row, _ANSWER, {column.name: _ANSWER}))
