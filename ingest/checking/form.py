"""The sheet Bestuur: one field per line, the label in the first cell, the answer in the second."""

from __future__ import annotations

from typing import Any

from ingest.cells.columns import is_empty, read_cell
from ingest.cells.faults import CellFault
from ingest.cells.shown import shown
from ingest.checking.layout import header_key, report_missing_fields
from ingest.checking.log import ProblemLog
from ingest.checking.rule import FormData
from ingest.contract import Column, Sheet
from ingest.reading.grids import Grid

_EMPTY_IDENTITY = {
    "year": "Het boekjaar is niet ingevuld.",
    "nis_code": "De NIS-code is niet ingevuld.",
    "authority_name": "De naam van het bestuur is niet ingevuld.",
    "data_kind": "Er staat niet of het echte cijfers of demogegevens zijn.",
}


def read_form(sheet: Sheet, grid: Grid | None, log: ProblemLog) -> FormData:
    """Read the form; without a grid every answer is a gap, and the missing sheet was reported already."""
    form = FormData(sheet, {column.name: None for column in sheet.columns}, {}, {})
    if grid is None:
        return form
    columns = {header_key(column.header_nl): column for column in sheet.asked_columns}
    unknown = []
    for cells, row_number in zip(grid.rows, grid.row_numbers, strict=True):
        column = columns.get(header_key(cells[0])) if cells else None
        answer = cells[1] if len(cells) > 1 else ""
        if column is None:
            unknown += [shown(cells[0])] if cells and not is_empty(cells[0]) and not is_empty(answer) else []
        elif column.name in form.row_numbers:
            log.add("double_header", "De regel komt twee keer voor.", sheet, row_number, column.name)
        else:
            form.row_numbers[column.name], form.found[column.name] = row_number, answer
            form.values[column.name] = _answer(column, form, log)
    report_missing_fields(sheet, set(form.row_numbers), unknown, log)
    return form


def count_form_cells(form: FormData) -> tuple[int, int]:
    """Give how many required fields there are, and how many of them are filled in and readable."""
    required = [column.name for column in form.sheet.asked_columns if column.required]
    return len(required), sum(form.values[name] is not None for name in required)


def _answer(column: Column, form: FormData, log: ProblemLog) -> Any:
    answer, row_number = form.found[column.name], form.row_numbers[column.name]
    if is_empty(answer):
        _report_empty(column, form.sheet, row_number, log)
        return None
    try:
        return read_cell(answer, column)
    except CellFault as fault:
        form.unreadable.add(column.name)
        rule = _identity_rule(column) or fault.rule_code
        details = {"found": shown(answer), "expected": fault.expected}
        log.add(rule, fault.sentence + _expected(fault), form.sheet, row_number, column.name, **details)
        return None


def _report_empty(column: Column, sheet: Sheet, row_number: int, log: ProblemLog) -> None:
    if column.identity:
        rule = _identity_rule(column) or ""
        sentence = _EMPTY_IDENTITY.get(column.name, "Dit veld is niet ingevuld.")
        log.add(rule, sentence, sheet, row_number, column.name, found="leeg", expected=column.header_nl)
    elif column.required:
        log.add("empty_cell", "Niet ingevuld.", sheet, row_number, column.name, found="leeg", expected="een antwoord")


def _identity_rule(column: Column) -> str | None:
    if not column.identity:
        return None
    return "year_missing" if column.name == "year" else "identity_missing"


def _expected(fault: CellFault) -> str:
    return f" Verwacht: {fault.expected}."
