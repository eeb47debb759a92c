"""An empty workbook to fill in: the sheets and headers of the contract, with units and lists to choose from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.authority_history import authority_history
from ingest.codelists import codelist
from ingest.contract import Column, Contract, Sheet, submission_contract

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

LAST_ROW = 1000
MAX_LIST_LENGTH = 255  # Excel refuses a longer list in a cell's own choices
_NUMBER_FORMATS = {
    "nis": "@", "text": "@", "kbo": "@", "kbo_list": "@", "email": "@",
    "integer": "#,##0", "decimal": "#,##0.00", "money": "#,##0.00", "date": "dd/mm/yyyy", "time": "hh:mm",
}  # fmt: skip
_EXPECTED_NL = {
    "text": "tekst", "nis": "vijf cijfers", "email": "e-mailadres", "kbo": "KBO-nummer",
    "kbo_list": "KBO-nummers, met een puntkomma ertussen", "boolean": "ja of nee", "integer": "geheel getal",
    "decimal": "getal", "money": "bedrag", "date": "datum (dd/mm/jjjj)", "time": "uur (uu:mm)",
}  # fmt: skip


class TemplateError(Exception):
    """The template cannot be made; the message is a Dutch sentence."""


def write_template(nis_code: str, year: int, target: Path) -> Path:
    """Write the empty workbook of an authority and year, and give its path.

    Raises:
        TemplateError: no authority had this code in that year.
        OSError: the file cannot be written.
    """
    authority = authority_history().in_year(nis_code, year)
    if authority is None:
        raise TemplateError(_unknown_authority(nis_code, year))
    known = {"nis_code": nis_code, "year": year, "authority_name": authority.name, "data_kind": "echte cijfers"}
    _write_workbook(target, submission_contract(year), known)
    return target


def _unknown_authority(nis_code: str, year: int) -> str:
    became = authority_history().became(nis_code, year)
    proposal = f" Het hoort dan bij {became.name} ({became.nis_code})." if became else ""
    return f"In {year} bestond er geen bestuur met NIS-code '{nis_code}'.{proposal}"


def _write_workbook(target: Path, contract: Contract, known: dict[str, Any]) -> None:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    workbook = xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False})
    for sheet in contract.sheets:
        write = _write_form if sheet.layout == "form" else _write_table
        write(workbook, sheet, known)
    try:
        workbook.close()
    except FileCreateError as error:
        raise next((cause for cause in error.args if isinstance(cause, OSError)), OSError(str(error))) from None


def _write_form(workbook: xlsxwriter.Workbook, sheet: Sheet, known: dict[str, Any]) -> None:
    """One field per line: the label, the answer, and as a note what is expected."""
    page = workbook.add_worksheet(sheet.sheet_nl)
    page.set_column(0, 0, 48)
    page.set_column(1, 1, 36)
    bold = workbook.add_format({"bold": True})
    for row, column in enumerate(sheet.asked_columns):
        page.write_string(row, 0, column.header_nl, bold)
        page.write_comment(row, 0, _explanation(column))
        page.write(row, 1, known.get(column.name, ""), _cell_format(workbook, column))
        _offer_choices(page, column, row, row, 1)


def _write_table(workbook: xlsxwriter.Workbook, sheet: Sheet, _: dict[str, Any]) -> None:
    """A row of headers; the unit and what is expected stand in a note beside each."""
    page = workbook.add_worksheet(sheet.sheet_nl)
    header = workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    page.freeze_panes(1, 0)
    for position, column in enumerate(sheet.asked_columns):
        page.set_column(position, position, max(14, len(column.header_nl) + 2), _cell_format(workbook, column))
        page.write_string(0, position, column.header_nl, header)
        page.write_comment(0, position, _explanation(column))
        _offer_choices(page, column, 1, LAST_ROW, position)


def _cell_format(workbook: xlsxwriter.Workbook, column: Column) -> Any:
    return workbook.add_format({"num_format": _NUMBER_FORMATS.get(column.type, "General")})


def _choices(column: Column) -> list[str]:
    if column.type == "boolean":
        return ["ja", "nee"]
    return list(codelist(column.codelist).labels.values()) if column.codelist else []


def _offer_choices(page: Worksheet, column: Column, first_row: int, last_row: int, position: int) -> None:
    choices = _choices(column)
    if choices and len(",".join(choices)) <= MAX_LIST_LENGTH and not any("," in choice for choice in choices):
        page.data_validation(first_row, position, last_row, position, {"validate": "list", "source": choices})


def _explanation(column: Column) -> str:
    """What the column expects: its unit, its kind, its choices, its bounds, and whether it must be filled in."""
    choices = _choices(column)
    expected = " / ".join(choices) if choices else _EXPECTED_NL.get(column.type, column.type)
    parts = [f"Eenheid: {column.unit}" if column.unit else "", f"Verwacht: {expected}", _bounds(column)]
    parts.append("Verplicht" if column.required else "Mag leeg blijven")
    return "\n".join(part for part in parts if part)


def _bounds(column: Column) -> str:
    if column.minimum is None or column.maximum is None or column.unit is None:
        return ""
    return f"Van {column.minimum} tot {column.maximum}"
