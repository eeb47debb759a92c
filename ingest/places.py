"""From the words with which people point at a figure to our names: a sheet, a row, a column, an indicator."""

from __future__ import annotations

from ingest.codelists import seed_rows
from ingest.contract import Column, Sheet, submission_contract
from ingest.matching import folded, nearest
from ingest.register_remark_records import Place


class PlaceError(Exception):
    """What was pointed at does not exist; the message is a Dutch sentence that names what does."""


def place_of(
    year: int,
    sheet: str | None = None,
    row_number: int | None = None,
    column: str | None = None,
    indicator: str | None = None,
) -> Place:
    """The place that people mean, with our names.

    Args:
        year: the year of the submission: headers may differ from year to year.
        sheet: name of the sheet, as in the workbook or ours.
        row_number: row in the sheet, from 1.
        column: header as in the workbook, or our name.
        indicator: code of an indicator; it stands alone, without a sheet.

    Raises:
        PlaceError: there is no such sheet, column or indicator, or a row or column stands without its sheet.
    """
    if indicator is not None:
        return _about_indicator(indicator, sheet)
    if sheet is None:
        if row_number is not None or column is not None:
            raise PlaceError("Zeg bij een rij of kolom ook het blad (--sheet).")
        return Place()
    found = sheet_of(year, sheet)
    return Place(found.name, row_number, column_of(found, column).name if column else None)


def sheet_of(year: int, name: str) -> Sheet:
    """The sheet of that name.

    Raises:
        PlaceError: there is none.
    """
    sheets = submission_contract(year).sheets
    by_name = {folded(word): sheet for sheet in sheets for word in (sheet.name, sheet.sheet_nl)}
    if folded(name) not in by_name:
        known = ", ".join(sheet.sheet_nl for sheet in sheets)
        raise PlaceError(f"Er is geen blad '{name}'. De bladen zijn: {known}.")
    return by_name[folded(name)]


def column_of(sheet: Sheet, name: str) -> Column:
    """The column of a sheet with that header.

    Raises:
        PlaceError: there is none.
    """
    by_name = {folded(word): column for column in sheet.asked_columns for word in (column.name, column.header_nl)}
    if folded(name) not in by_name:
        near = nearest(name, sheet.headers)
        hint = f"Bedoelt u '{near}'?" if near else f"De kolommen zijn: {', '.join(sheet.headers)}."
        raise PlaceError(f"Het blad {sheet.sheet_nl} heeft geen kolom '{name}'. {hint}")
    return by_name[folded(name)]


def _about_indicator(code: str, sheet: str | None) -> Place:
    if sheet is not None:
        raise PlaceError("Kies een blad (--sheet) of een indicator (--indicator), niet beide.")
    known = [row["indicator_code"] for row in seed_rows("indicators")]
    if code not in known:
        near = nearest(code, known)
        raise PlaceError(f"Er is geen indicator '{code}'." + (f" Bedoelt u '{near}'?" if near else ""))
    return Place(indicator_code=code)
