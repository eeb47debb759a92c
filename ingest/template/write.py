"""The workbook of one authority and year, to fill in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from ingest.authority_history import Unit, authority_history
from ingest.contract import submission_contract
from ingest.template.carried import Earlier
from ingest.template.explanation_sheet import write_explanation
from ingest.template.form_sheet import write_form
from ingest.template.lists import write_lists
from ingest.template.look import WORKBOOK, Look
from ingest.template.table_sheet import write_table
from ingest.template.totals_sheet import write_totals

_KEPT_ANSWERS = ("mailbox", "organiser_kbo_numbers")


class TemplateError(Exception):
    """The template cannot be made; the message is a Dutch sentence."""


def write_template(nis_code: str, year: int, target: Path, earlier: Earlier | None = None) -> Path:
    """Write the workbook of an authority and year to a file, and give its path; see `template_bytes`.

    Raises:
        TemplateError: no authority had this code in that year.
        OSError: the file cannot be written.
    """
    target.write_bytes(template_bytes(nis_code, year, earlier))
    return target


def template_bytes(nis_code: str, year: int, earlier: Earlier | None = None) -> bytes:
    """Make the workbook (.xlsx) of an authority and year.

    Args:
        nis_code: the authority.
        year: the year that the figures are about.
        earlier: what it handed in before: its locations and rows are filled in, its figures shown beside.

    Raises:
        TemplateError: no authority had this code in that year.
    """
    import xlsxwriter

    authority = authority_history().in_year(nis_code, year)
    if authority is None:
        raise TemplateError(_unknown_authority(nis_code, year))
    contract = submission_contract(year)
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, WORKBOOK) as workbook:
        look = Look(workbook)
        write_explanation(workbook, look, contract, authority.name, year, earlier)
        for sheet in contract.sheets:
            if sheet.layout == "form":
                write_form(workbook, look, sheet, _known(authority, year, earlier), earlier)
            else:
                write_table(workbook, look, sheet, earlier)
        write_totals(workbook, look, contract, earlier)
        write_lists(workbook, contract)
        workbook.get_worksheet_by_name(contract.sheets[0].sheet_nl).activate()
    return output.getvalue()


def _known(authority: Unit, year: int, earlier: Earlier | None) -> dict[str, Any]:
    """The answers that are filled in: whose workbook it is, and what an authority would only repeat."""
    known: dict[str, Any] = {
        "nis_code": authority.nis_code,
        "year": year,
        "authority_name": authority.name,
        "data_kind": "real",
    }
    before = earlier.rows["authority"] if earlier else []
    if before and all(row["data_kind"] == "demo" for row in before):
        known["data_kind"] = "demo"
    if len(before) == 1:
        known |= {name: before[0][name] for name in _KEPT_ANSWERS}
    return known


def _unknown_authority(nis_code: str, year: int) -> str:
    became = authority_history().became(nis_code, year)
    proposal = f" Het hoort dan bij {became.name} ({became.nis_code})." if became else ""
    return f"In {year} bestond er geen bestuur met NIS-code '{nis_code}'.{proposal}"
