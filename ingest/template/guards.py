"""What Excel itself watches over: lists to choose from, hints, and cells that turn red, orange or yellow.

The formulas are made from the contract. They say less than the check does, and are only stricter about the spelling of
the words of a list and about numbers typed as text, which do not count in the sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_rowcol_to_cell

from ingest.checking.amount_rules import TOLERANCE_EUR, TOTALS
from ingest.codelists import codelist
from ingest.contract import Column, Sheet
from ingest.template.expected import choices, hint
from ingest.template.lists import list_name, posts_name, words_name
from ingest.template.look import Look

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

DOSSIERS = "dossiernummers"
_LONGEST_TITLE, _LONGEST_HINT = 32, 255


@dataclass(frozen=True, slots=True)
class Region:
    """The cells of one column: its first and last row and its place, from 0, and the places of all columns."""

    first_row: int
    last_row: int
    place: int
    places: dict[str, int]

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """The region as xlsxwriter wants it."""
        return self.first_row, self.place, self.last_row, self.place

    def cell(self, name: str) -> str:
        """Give the cell of a column on the first row, of which the row may move: '$C5'."""
        return xl_rowcol_to_cell(self.first_row, self.places[name], col_abs=True)

    def column(self, name: str) -> str:
        """Give all cells of a column: '$C$5:$C$5004'."""
        ends = (xl_rowcol_to_cell(row, self.places[name], True, True) for row in (self.first_row, self.last_row))
        return ":".join(ends)


def guard(page: Worksheet, look: Look, sheet: Sheet, column: Column, region: Region) -> None:
    """Give the cells of a column their choices, their hint and their colours."""
    page.data_validation(*region.corners, _validation(sheet, column))
    for formula in _wrong(sheet, column, region):
        _colour(page, region, formula, look.wrong)
    if column.type == "money":
        _colour(
            page,
            region,
            _nested(f"ISNUMBER({region.cell(column.name)})", f"{region.cell(column.name)}<0"),
            look.unusual,
        )
    if column.required:
        _colour(page, region, _unanswered(sheet, column, region), look.missing)


def _colour(page: Worksheet, region: Region, formula: str, style: Any) -> None:
    page.conditional_format(
        *region.corners, {"type": "formula", "criteria": f"={formula}", "format": style, "stop_if_true": True}
    )


def _validation(sheet: Sheet, column: Column) -> dict[str, Any]:
    text = hint(sheet, column)
    shown = {"input_title": column.header_nl[:_LONGEST_TITLE], "input_message": text[:_LONGEST_HINT]}
    refusal = {"error_title": "Dit kan niet", "error_message": text[:_LONGEST_HINT]}
    if choices(column):
        return {"validate": "list", "source": f"={list_name(column.codes.name)}", **shown, **refusal}
    if column.reference:
        return {"validate": "list", "source": f"={DOSSIERS}", "error_type": "warning", **shown, **refusal}
    if column.minimum is not None:
        kind = "integer" if column.type == "integer" else "decimal"
        bounds = {"criteria": "between", "minimum": column.minimum, "maximum": column.maximum}
        return {"validate": kind, **bounds, "error_type": "warning", **shown, **refusal}
    return {"validate": "any", **shown}


def _wrong(sheet: Sheet, column: Column, region: Region) -> list[str]:
    """The formulas that are true of a cell that cannot be right. Nested, for Excel computes every part of an AND."""
    cell = region.cell(column.name)
    formulas = []
    if choices(column) or column.reference:
        words = words_name(column.codes.name) if choices(column) else DOSSIERS
        formulas.append(_nested(f'{cell}<>""', f"COUNTIF({words},{cell})=0"))
    if column.minimum is not None:
        whole = f",{cell}<>INT({cell})" if column.type == "integer" else ""
        outside = f"OR({cell}<{column.minimum},{cell}>{column.maximum}{whole})"
        formulas.append(_nested(f'{cell}<>""', f"IF(ISNUMBER({cell}),{outside},TRUE)"))
    if column.type == "date":
        formulas.append(_nested(f'{cell}<>""', f"NOT(ISNUMBER({cell}))"))
    if column.type == "time":
        formulas.append(_nested(f"ISNUMBER({cell})", f"OR({cell}<0,{cell}>=1)"))
    for bound, sign in (("not_above", ">"), ("not_before", "<"), ("after", "<=")):
        if other := getattr(column, bound):
            both = f"AND(ISNUMBER({cell}),ISNUMBER({region.cell(other)}))"
            formulas.append(_nested(both, f"{cell}{sign}{region.cell(other)}"))
    if column.empty_when:
        formulas.append(_nested(_exempt(sheet, column, region), f'{cell}<>""'))
    return formulas + (
        _control_totals(column, region) if column.name == "amount_eur" and "post" in region.places else []
    )


def _control_totals(column: Column, region: Region) -> list[str]:
    """A control total that differs from the sum of its posts."""
    post, care, amount = (region.cell(name) for name in ("post", "care_type", column.name))
    cells = (region.column(column.name), region.column("care_type"), care, region.column("post"))
    labels = codelist("posts").labels
    return [
        _nested(
            f'{post}="{labels[total]}"',
            f"IF(ISNUMBER({amount}),"
            f"ABS({amount}-SUMPRODUCT(SUMIFS({','.join(cells)},{posts_name(direction)})))>{TOLERANCE_EUR},FALSE)",
        )
        for total, direction in TOTALS.items()
    ]


def _unanswered(sheet: Sheet, column: Column, region: Region) -> str:
    """A required cell that is empty on a row where something stands; on a form every line is such a row."""
    empty = f'{region.cell(column.name)}=""'
    if column.empty_when:
        empty = f"AND({empty},NOT({_exempt(sheet, column, region)}))"
    if sheet.layout == "form":
        return empty
    first, last = (region.cell(name) for name in (sheet.asked_columns[0].name, sheet.asked_columns[-1].name))
    return _nested(f"COUNTA({first}:{last})>0", empty)


def _exempt(sheet: Sheet, column: Column, region: Region) -> str:
    other, code = column.empty_when[0]
    return f'{region.cell(other)}="{sheet.column(other).codes.label(code)}"'


def _nested(condition: str, then: str) -> str:
    return f"IF({condition},{then},FALSE)"
