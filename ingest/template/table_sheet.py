"""A table of the template: units and headers, last year's rows, and last year's figures beside the cells to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range_abs

from ingest.contract import Column, Sheet
from ingest.template.carried import Earlier, is_carried_over
from ingest.template.expected import choices, unit_line
from ingest.template.guards import DOSSIERS, Region, guard
from ingest.template.look import PROTECTION, Look
from ingest.template.values import write_value
from ingest.template_marks import earlier_header

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

TITLE_ROW, LEGEND_ROW, UNIT_ROW, HEADER_ROW = range(4)
FIRST_ROW, LAST_ROW = 4, 5003
_NARROWEST, _WIDEST = 14, 44
_LEGEND = "Geel: nog in te vullen. Rood: kan niet kloppen. Oranje: kijk het na. Een rij te veel? Verwijder de hele rij."
_LEGEND_EARLIER = (
    " Blauw schuin: overgenomen uit boekjaar {year}, kijk het na. Grijs: uw cijfers van toen, om te vergelijken."
)


def write_table(workbook: xlsxwriter.Workbook, look: Look, sheet: Sheet, earlier: Earlier | None) -> None:
    """Write a table sheet."""
    page = workbook.add_worksheet(sheet.sheet_nl)
    beside = _beside(sheet) if earlier else []
    _set_columns(page, look, sheet, beside)
    _write_top(page, look, sheet, beside, earlier)
    places = {column.name: place for place, column in enumerate(sheet.asked_columns)}
    for column in sheet.asked_columns:
        guard(page, look, sheet, column, Region(FIRST_ROW, LAST_ROW, places[column.name], places))
    if earlier and sheet.carried_over:
        _write_rows(page, look, sheet, beside, earlier)
    if sheet.name == "locations":
        cells = xl_range_abs(FIRST_ROW, places["dossier_number"], LAST_ROW, places["dossier_number"])
        workbook.define_name(DOSSIERS, f"={sheet.sheet_nl}!{cells}")
    page.freeze_panes(FIRST_ROW, 0)
    page.protect("", PROTECTION)


def _beside(sheet: Sheet) -> list[Column]:
    """The columns of which last year's figure is shown: where there are rows of last year, the ones not filled in."""
    return (
        [column for column in sheet.asked_columns if not is_carried_over(sheet, column)] if sheet.carried_over else []
    )


def _set_columns(page: Worksheet, look: Look, sheet: Sheet, beside: list[Column]) -> None:
    for place, column in enumerate(sheet.asked_columns):
        words = (column.header_nl, *choices(column))
        page.set_column(
            place, place, min(max(_NARROWEST, *(len(word) + 2 for word in words)), _WIDEST), look.input(column.type)
        )
    for place, column in enumerate(beside, start=len(sheet.asked_columns)):
        page.set_column(place, place, _NARROWEST, look.input(column.type))


def _write_top(page: Worksheet, look: Look, sheet: Sheet, beside: list[Column], earlier: Earlier | None) -> None:
    for row, style in (
        (TITLE_ROW, look.title),
        (LEGEND_ROW, look.small),
        (UNIT_ROW, look.small),
        (HEADER_ROW, look.header),
    ):
        page.set_row(row, None, style)
    page.write_string(TITLE_ROW, 0, f"{sheet.sheet_nl}: {sheet.description_nl}", look.title)
    legend = _LEGEND + (_LEGEND_EARLIER.format(year=earlier.year) if earlier and beside else "")
    page.write_string(LEGEND_ROW, 0, legend, look.small)
    for place, column in enumerate(sheet.asked_columns):
        page.write_string(UNIT_ROW, place, unit_line(column), look.small)
        page.write_string(HEADER_ROW, place, column.header_nl, look.header)
    for place, column in enumerate(beside, start=len(sheet.asked_columns)):
        page.write_string(UNIT_ROW, place, unit_line(column), look.small)
        page.write_string(
            HEADER_ROW, place, earlier_header(earlier.year, column.header_nl) if earlier else "", look.header
        )


def _write_rows(page: Worksheet, look: Look, sheet: Sheet, beside: list[Column], earlier: Earlier) -> None:
    carried = [(place, one) for place, one in enumerate(sheet.asked_columns) if is_carried_over(sheet, one)]
    shown = list(enumerate(beside, start=len(sheet.asked_columns)))
    for row, answers in enumerate(earlier.rows[sheet.name][: LAST_ROW - FIRST_ROW], start=FIRST_ROW):
        for place, column in carried:
            write_value(page, row, place, answers[column.name], column, look.carried(column.type))
        for place, column in shown:
            write_value(page, row, place, answers[column.name], column, look.beside(column.type))
