"""From a grid to typed lines: what cannot be read without guessing is refused, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ingest.cells.columns import is_empty, read_cell
from ingest.cells.faults import CellFault
from ingest.cells.shown import shown
from ingest.checking.layout import header_key
from ingest.contract import Column
from ingest.matching import folded
from ingest.via_lists.contract import ListContract
from ingest.via_lists.findings import Findings
from ingest.via_lists.reading import FoundList

_EURO = ("", "eur", "euro", "€")
_SIGN = re.compile(r"[$£¥₣₤₺₽₹]")
_WORD = re.compile(r"\b(usd|gbp|chf|jpy|cad|aud|nok|sek|dkk|pln|czk|huf|bef|nlg|frf|dem|dollar|pond|frank)s?\b", re.I)
_SMALLEST_SHOWN = 1e-6


@dataclass(slots=True)
class Line:
    """A line: its row, the values that could be read by our names (None is an empty cell), and the cells as found."""

    row_number: int
    values: dict[str, Any] = field(default_factory=dict)
    found: dict[str, Any] = field(default_factory=dict)

    def has(self, *names: str) -> bool:
        """Whether all of these could be read and are filled in."""
        return all(self.values.get(name) is not None for name in names)


@dataclass(slots=True)
class Lines:
    """The lines above the total, and the total: its row, and its amount when that could be read."""

    lines: list[Line] = field(default_factory=list)
    total_row: int | None = None
    total_eur: Decimal | None = None


def places_of(found: FoundList, contract: ListContract, findings: Findings) -> dict[str, int]:
    """Give the place of each column; report what is missing or there twice."""
    headers = found.headers
    row_number = found.grid.row_numbers[found.header_row]
    places = {}
    for column in contract.columns:
        n_found = headers.count(header_key(column.header_nl))
        if n_found:
            places[column.name] = headers.index(header_key(column.header_nl))
        if n_found > 1:
            findings.add("via_double_header", f"De kolom staat er {n_found} keer.", row_number, column.name)
        elif not n_found and column.required:
            findings.add(
                "via_missing_column", "De kolom ontbreekt.", row_number, column.name, expected=column.header_nl
            )
    return places


def read_lines(found: FoundList, contract: ListContract, places: dict[str, int], findings: Findings) -> Lines:
    """Read every line; cells that cannot be read are reported and missing from the values."""
    read = Lines()
    for row_number, cells in _filled_rows(found):
        if read.total_row is not None:
            findings.add("via_line_after_total", "Onder het totaal staat nog een rij.", row_number)
        elif _is_total(cells, contract):
            read.total_row = row_number
            only_total = {contract.amount: places[contract.amount]}
            line = _read(row_number, _as_shown(found, row_number, cells), only_total, contract, findings)
            read.total_eur = line.values.get(contract.amount)
        else:
            read.lines.append(_read(row_number, _as_shown(found, row_number, cells), places, contract, findings))
            _report_width(row_number, cells, found, findings)
    return read


def _filled_rows(found: FoundList) -> Iterator[tuple[int, list[Any]]]:
    rows = zip(found.grid.row_numbers, found.grid.rows, strict=True)
    return ((number, row) for number, row in list(rows)[found.header_row + 1 :] if not all(map(is_empty, row)))


def _as_shown(found: FoundList, row_number: int, cells: list[Any]) -> list[Any]:
    """The cells, those that Excel shows in another currency with its sign."""
    if not found.currencies:
        return cells
    signs = [found.currencies.get((row_number, column)) for column in range(1, len(cells) + 1)]
    return [
        f"{sign} {shown(cell)}" if sign and not is_empty(cell) else cell
        for sign, cell in zip(signs, cells, strict=True)
    ]


def _is_total(cells: list[Any], contract: ListContract) -> bool:
    first = next(cell for cell in cells if not is_empty(cell))
    return header_key(first) == folded(contract.total_nl)


def _report_width(row_number: int, cells: list[Any], found: FoundList, findings: Findings) -> None:
    """A separator too many in a CSV line moves its cells: nothing of it can be trusted."""
    width = max(place for place, header in enumerate(found.headers, start=1) if header)
    if found.grid.is_text and any(not is_empty(cell) for cell in cells[width:]):
        sentence = f"De lijn heeft meer cellen dan de {width} kolommen."
        findings.add("via_too_many_cells", sentence, row_number, expected=f"{width} cellen")


def _read(
    row_number: int, cells: list[Any], places: dict[str, int], contract: ListContract, findings: Findings
) -> Line:
    line = Line(row_number)
    for column in contract.columns:
        if column.name in places:
            cell = cells[places[column.name]]
            line.found[column.name] = cell
            _read_into(line, column, cell, findings)
    return line


def _read_into(line: Line, column: Column, cell: Any, findings: Findings) -> None:
    if is_empty(cell):
        line.values[column.name] = None
        if column.required:
            findings.add("via_cell_missing", "De cel is leeg.", line.row_number, column.name, found="leeg")
        return
    if column.type == "money" and _is_other_currency(cell):
        _report_currency(line, column, cell, findings)
        return
    try:
        value = read_cell(cell, column)
    except CellFault as fault:
        sentence = f"{fault.sentence[:1].upper()}{fault.sentence[1:]} Verwacht wordt {fault.expected}."
        findings.add(
            "via_cell_unreadable", sentence, line.row_number, column.name, found=shown(cell), expected=fault.expected
        )
        return
    if isinstance(cell, float) and column.type == "money" and abs(cell - float(value)) > _SMALLEST_SHOWN:
        sentence = f"‘{shown(cell)}’ heeft meer dan twee decimalen."
        findings.add("via_more_decimals", sentence, line.row_number, column.name, found=shown(cell))
    elif column.name == "currency" and folded(value) not in _EURO:
        _report_currency(line, column, cell, findings)
    else:
        line.values[column.name] = value


def _is_other_currency(cell: Any) -> bool:
    return isinstance(cell, str) and bool(_SIGN.search(cell) or _WORD.search(cell))


def _report_currency(line: Line, column: Column, cell: Any, findings: Findings) -> None:
    sentence = f"‘{shown(cell)}’ is een andere munt dan de euro."
    findings.add(
        "via_other_currency", sentence, line.row_number, column.name, found=shown(cell), expected="een bedrag in euro"
    )
