"""The sheet Bestuur: one field per line, the label in the first cell, the answer in the second."""

from __future__ import annotations

from typing import Any

from ingest.cells.columns import is_empty, read_cell, read_column
from ingest.cells.faults import CellFault
from ingest.cells.shown import shown
from ingest.checking.layout import report_missing_fields
from ingest.checking.log import ProblemLog
from ingest.checking.reading_rules import READING_RULE_BY_CODE
from ingest.checking.rule import FormData
from ingest.checking.versions import OtherForm, header_key, other_form, report_other_form
from ingest.contract import Column, Sheet
from ingest.problems import Severity
from ingest.reading.grids import Grid

_EMPTY_IDENTITY = {
    "year": "Het boekjaar is niet ingevuld.",
    "nis_code": "De NIS-code is niet ingevuld.",
    "authority_name": "De naam van het bestuur is niet ingevuld.",
    "data_kind": "Er staat niet of het echte cijfers of demogegevens zijn.",
}


def year_on_form(sheet: Sheet, grid: Grid | None) -> int | None:
    """Give the year that a form is about, before anything else of it is read; None when it cannot be read."""
    year = {header_key(sheet.column("year").header_nl): sheet.column("year")}
    for label, answer in (_label_and_answer(cells) for cells in (grid.rows if grid else ())):
        if header_key(label) in year and not is_empty(answer):
            try:
                return read_cell(answer, sheet.column("year"))
            except CellFault:
                return None
    return None


def read_form(sheet: Sheet, version: str, forms: dict[str, Sheet], grid: Grid | None, log: ProblemLog) -> FormData:
    """Read the form; without a grid every answer is a gap, and the missing sheet was reported already.

    Args:
        sheet: what is asked in the year of the file.
        version: the version of the contract in that year.
        forms: version to what it asks on the form: its labels are recognised too, and that is told.
        grid: the sheet as found.
        log: takes the problems.
    """
    form = FormData(sheet, {column.name: None for column in sheet.columns}, {}, {})
    if grid is None:
        return form
    lines = [(_label_and_answer(cells), number) for cells, number in zip(grid.rows, grid.row_numbers, strict=True)]
    other = other_form(sheet, forms, [label for (label, _), _ in lines])
    if other:
        report_other_form(sheet, version, other, log)
    asked, exact = {column.name for column in sheet.asked_columns}, _by_label(sheet, other)
    unknown = []
    for (label, answer), row_number in lines:
        column = exact.get(label) or _column_like(label, exact)
        if column is None:
            unknown += [] if is_empty(label) or is_empty(answer) else [shown(label)]
        elif column.name in form.row_numbers:
            log.add("double_header", "De regel komt twee keer voor.", sheet, row_number, column.name)
        elif column.name in asked:
            form.row_numbers[column.name], form.found[column.name] = row_number, answer
    _read_answers(form, log)
    report_missing_fields(sheet, other, set(form.row_numbers), unknown, log)
    return form


def _by_label(sheet: Sheet, other: OtherForm | None) -> dict[str, Column]:
    """The fields by their label, in the words of the year and in those of the other version."""
    elsewhere = {column.header_nl: column for column in (other.sheet.asked_columns if other else ())}
    return elsewhere | dict(zip(sheet.headers, sheet.asked_columns, strict=True))


def _label_and_answer(cells: list[Any]) -> tuple[Any, Any]:
    return tuple((*cells[:2], "", "")[:2])


def _column_like(label: object, columns: dict[str, Column]) -> Column | None:
    """The field that a label means, whatever its case, accents or spacing."""
    key = header_key(label)
    return next((column for header, column in columns.items() if key and header_key(header) == key), None)


def count_form_cells(form: FormData) -> tuple[int, int]:
    """Give how many required fields there are, and how many of them are filled in and readable."""
    required = [column.name for column in form.sheet.asked_columns if column.required]
    return len(required), sum(form.values[name] is not None for name in required)


def _read_answers(form: FormData, log: ProblemLog) -> None:
    """Read the answers; most are yes or no, and those are read as if they were one column."""
    asked = [column for column in form.sheet.asked_columns if column.name in form.found]
    yes_or_no = [column for column in asked if column.type == "boolean"]
    together = [yes_or_no, *([column] for column in asked if column.type != "boolean")]
    for columns in (columns for columns in together if columns):
        reading = read_column([form.found[column.name] for column in columns], columns[0])
        for place, column in enumerate(columns):
            form.values[column.name] = reading.values[place]
            if place in reading.faults:
                _report_fault(column, reading.faults[place], form, log)
            elif reading.values[place] is None and column.required:
                _report_empty(column, form.sheet, form.row_numbers[column.name], log)


def _report_fault(column: Column, fault: CellFault, form: FormData, log: ProblemLog) -> None:
    form.unreadable.add(column.name)
    is_fatal = READING_RULE_BY_CODE[fault.rule_code].severity is Severity.FATAL
    rule = fault.rule_code if is_fatal else _identity_rule(column) or fault.rule_code
    details = {"found": shown(form.found[column.name]), "expected": fault.expected}
    log.add(rule, fault.sentence + _expected(fault), form.sheet, form.row_numbers[column.name], column.name, **details)


def _report_empty(column: Column, sheet: Sheet, row_number: int, log: ProblemLog) -> None:
    if column.identity:
        rule = _identity_rule(column) or ""
        sentence = _EMPTY_IDENTITY.get(column.name, "Dit veld is niet ingevuld.")
        log.add(rule, sentence, sheet, row_number, column.name, found="leeg", expected=column.header_nl)
    else:
        log.add("empty_answer", "Niet ingevuld.", sheet, row_number, column.name, found="leeg", expected="een antwoord")


def _identity_rule(column: Column) -> str | None:
    if not column.identity:
        return None
    return "year_missing" if column.name == "year" else "identity_missing"


def _expected(fault: CellFault) -> str:
    return f" Verwacht: {fault.expected}."
