"""The sums of what is filled in, kept up by Excel, beside those of last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from ingest.contract import Contract
from ingest.template.carried import Earlier
from ingest.template.lists import posts_name
from ingest.template.look import Look
from ingest.template.table_sheet import FIRST_ROW, LAST_ROW
from ingest.template_marks import TOTALS_SHEET
from ingest.template_totals import TITLES, Total, totals

if TYPE_CHECKING:
    import xlsxwriter

_WIDTHS = (18, 26, 24, 16, 12, 18, 18)
_INTRODUCTION = "Sommen van wat u invult. Leg ze naast uw eigen rapporten; wij leggen ze naast wat wij lezen."


def write_totals(workbook: xlsxwriter.Workbook, look: Look, contract: Contract, earlier: Earlier | None) -> None:
    """Write the sheet; each sum is a formula over the whole column of its sheet."""
    page = workbook.add_worksheet(TOTALS_SHEET)
    for place, width in enumerate(_WIDTHS):
        page.set_column(place, place, width)
    page.write_string(0, 0, _INTRODUCTION, look.small)
    titles = (*TITLES, f"Boekjaar {earlier.year}") if earlier else TITLES
    for place, title in enumerate(titles):
        page.write_string(1, place, title, look.header)
    for row, total in enumerate(totals(contract), start=2):
        for place, word in enumerate((*total.words, total.column.unit or "")):
            page.write_string(row, place, word)
        page.write_formula(row, len(TITLES) - 1, _formula(total), look.fixed(total.column.type), 0)
        before = _sum_before(total, earlier)
        if before is not None:
            page.write_number(row, len(TITLES), before, look.fixed(total.column.type))
    page.freeze_panes(2, 0)
    page.protect()


def _formula(total: Total) -> str:
    places = {column.name: place for place, column in enumerate(total.sheet.asked_columns)}
    figures, care = (_range(total, places[name]) for name in (total.column.name, "care_type"))
    label = total.words[2]
    if total.direction is None:
        return f'=SUMIFS({figures},{care},"{label}")'
    posts = _range(total, places["post"])
    return f'=SUMPRODUCT(SUMIFS({figures},{care},"{label}",{posts},{posts_name(total.direction)}))'


def _range(total: Total, place: int) -> str:
    letters = xl_col_to_name(place)
    return f"'{total.sheet.sheet_nl}'!${letters}${FIRST_ROW + 1}:${letters}${LAST_ROW + 1}"


def _sum_before(total: Total, earlier: Earlier | None) -> float | None:
    """The sum of last year; None when a figure was lacking, for then there is no sum."""
    rows = [row for row in earlier.rows[total.sheet.name] if total.counts(row)] if earlier else []
    figures = [row[total.column.name] for row in rows]
    return float(sum(figures)) if figures and None not in figures else None
