"""What reading the cells brought up, told: faults, shifted rows, rows without a key, gaps, rounding."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ingest.cells.columns import ColumnReading, is_empty
from ingest.cells.shown import shown
from ingest.checking.layout import Layout
from ingest.checking.log import ProblemLog
from ingest.checking.rule import SheetData, Submission
from ingest.checking.table import shifted_rows
from ingest.codelists import codelist
from ingest.contract import Column

_MOST_GAPS_ONE_BY_ONE = 3
_NOT_COUNTED = " De rij telt niet mee."


def report_cells(
    submission: Submission, data: SheetData, layout: Layout, readings: dict[str, ColumnReading], log: ProblemLog
) -> None:
    """Report everything the cells of one sheet brought up, and set apart the rows that cannot count."""
    reporter = _Reporter(submission, data, log)
    if data.unreadable:
        reporter.rows("shifted_row", shifted_rows(data, layout))
        shifted = set(data.apart)
        for column in data.sheet.asked_columns:
            reporter.faults(column, readings[column.name], shifted)
    reporter.rows("row_without_key", _rows_without_key(data))
    for column in data.sheet.asked_columns:
        if column.empty_when:
            reporter.filled_in_vain(column)
        if column.required and column.name in layout.places and column.name not in data.sheet.key:
            reporter.gaps(column)
        if readings[column.name].rounded:
            reporter.rounded(column, readings[column.name].rounded)
    reporter.nameless_columns()


def report_long_rows(submission: Submission, data: SheetData, log: ProblemLog) -> None:
    """Set apart the rows of a CSV file that have more cells than there are columns: a comma too many moved them."""
    width = len(data.headers)
    while width and is_empty(data.headers[width - 1]):
        width -= 1
    long = [place for place in data.kept if any(not is_empty(cell) for cell in data.rows[place][width:])]
    sentence = (
        f"Deze rij heeft meer cellen dan de {width} kolommen. Staat er een komma of puntkomma in een getal of tekst, "
        f"zet dan aanhalingstekens rond de cel.{_NOT_COUNTED}"
    )
    _Reporter(submission, data, log).rows("too_many_cells", dict.fromkeys(long, sentence))


def count_cells(data: SheetData) -> tuple[int, int]:
    """Give how many required cells the rows of a table have, and how many of them are filled in and readable."""
    required = filled = 0
    for column in data.sheet.asked_columns:
        if column.required:
            exempt = exempt_places(data, column)
            values = data.values[column.name]
            required += len(values) - len(exempt)
            filled += len(values) - values.count(None) - sum(values[place] is not None for place in exempt)
    return required, filled


def exempt_places(data: SheetData, column: Column) -> list[int]:
    """Give the rows in which a column has to be empty."""
    if not column.empty_when:
        return []
    return sorted(
        {place for other, code in column.empty_when for place, value in enumerate(data.values[other]) if value == code}
    )


class _Reporter:
    """Writes the problems of one sheet to the log, with the type of care and the item of their row."""

    def __init__(self, submission: Submission, data: SheetData, log: ProblemLog) -> None:
        self._submission = submission
        self._data = data
        self._log = log

    def rows(self, rule: str, sentences: dict[int, str]) -> None:
        for place, sentence in sentences.items():
            self._data.apart.add(place)
            self._cell(rule, sentence, place, None)

    def faults(self, column: Column, reading: ColumnReading, told: set[int]) -> None:
        is_key = column.name in self._data.sheet.key
        for place, fault in reading.faults.items():
            if place in told:
                continue
            if is_key:
                self._data.apart.add(place)
            sentence = f"{fault.sentence} Verwacht: {fault.expected}.{_NOT_COUNTED if is_key else ''}"
            self._cell(fault.rule_code, sentence, place, column.name, fault.expected)

    def filled_in_vain(self, column: Column) -> None:
        values = self._data.values[column.name]
        for place in exempt_places(self._data, column):
            if values[place] is not None:
                item = self._submission.item_of(self._data.sheet.name, place)
                sentence = f"Deze cel moet leeg blijven: voor ‘{_label(self._data, item)}’ tellen we personen."
                self._cell("must_be_empty", sentence, place, column.name, "leeg")
                values[place] = None

    def gaps(self, column: Column) -> None:
        values = self._data.values[column.name]
        if values.count(None) == 0:
            return
        exempt = set(exempt_places(self._data, column))
        gaps = [
            place
            for place in self._data.kept
            if values[place] is None and place not in exempt and (column.name, place) not in self._data.unreadable
        ]
        for place in gaps[:_MOST_GAPS_ONE_BY_ONE]:
            sentence = "Niet ingevuld: dit cijfer telt als niet ingediend. Typ 0 als het echt nul is."
            self._cell("empty_cell", sentence, place, column.name, column.unit or "een waarde")
        if more := gaps[_MOST_GAPS_ONE_BY_ONE:]:
            last = self._data.row_numbers[more[-1]]
            sentence = f"Nog {len(more)} keer niet ingevuld, tot en met rij {last}. Typ 0 waar het echt nul is."
            self._log.add("empty_cell", sentence, self._data.sheet, None, column.name, found="leeg")

    def rounded(self, column: Column, places: list[int]) -> None:
        first = places[0]
        kept = "2 decimalen (een cent)" if column.type == "money" else "4 decimalen"
        value: Decimal = self._data.values[column.name][first]
        times = f" Zo zijn er {len(places)} in deze kolom." if len(places) > 1 else ""
        sentence = f"{shown(self._data.found[column.name][first])} is afgerond tot {kept}: {shown(value)}.{times}"
        self._cell("rounded_value", sentence, first, column.name, kept)

    def nameless_columns(self) -> None:
        """Cells under no header at all: told once per column."""
        width = len(self._data.rows[0]) if self._data.rows else 0
        if width <= len(self._data.headers) and "" not in self._data.headers:
            return
        headers = self._data.headers + [""] * (width - len(self._data.headers))
        for number in (number for number, header in enumerate(headers) if is_empty(header)):
            filled = [place for place in self._data.kept if not is_empty(self._data.rows[place][number])]
            if filled:
                sentence = f"In kolom {number + 1} staat iets zonder kolomkop; het wordt niet gelezen."
                row_number = self._data.row_numbers[filled[0]]
                found = shown(self._data.rows[filled[0]][number])
                self._log.add("extra_column", sentence, self._data.sheet, row_number, found=found)

    def _cell(self, rule: str, sentence: str, place: int, column: str | None, expected: str | None = None) -> None:
        name = self._data.sheet.name
        self._log.add(
            rule,
            sentence,
            self._data.sheet,
            self._data.row_numbers[place],
            column,
            care_type=self._submission.care_type_of(name, place),
            item=self._submission.item_of(name, place),
            found=shown(self._data.found[column][place]) if column else None,
            expected=expected,
        )


def _rows_without_key(data: SheetData) -> dict[int, str]:
    """Rows of which a key cell is empty; a key cell that cannot be read was told already."""
    empty: dict[int, list[str]] = {}
    for column in (data.sheet.column(name) for name in data.sheet.key):
        if not column.required:
            continue
        values = data.values[column.name]
        places: Iterable[int] = data.kept if None in values else ()
        for place in places:
            if values[place] is None and (column.name, place) not in data.unreadable:
                empty.setdefault(place, []).append(f"‘{column.header_nl}’")
    return {place: f"{' en '.join(headers)} is niet ingevuld.{_NOT_COUNTED}" for place, headers in empty.items()}


def _label(data: SheetData, item: str | None) -> str:
    column = data.sheet.column(data.sheet.item) if data.sheet.item else None
    return codelist(column.codelist).labels.get(item, "") if column and column.codelist and item else ""
