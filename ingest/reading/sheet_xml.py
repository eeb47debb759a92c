"""A look at the raw XML of the sheets before the reader gets it.

Two things the reader of workbooks does not tell: a single cell far away makes it reserve memory for all cells before
it, and a formula's error comes back as an empty cell.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import unescape

from ingest.cells.faults import ErrorValue, formula_error
from ingest.reading.container import damaged, unpack
from ingest.reading.grids import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, FileRefused, too_large

# References worth a closer look, with every letter written as A and every digit as 9: row 10.000 or beyond, or a column
# of three letters. What lies nearer is small enough to read, and is counted afterwards.
_FAR = (b'99999"', b'"AAA9')
# A part below this size is read within a second whatever is in it; a larger one is counted before it is read.
_LARGE_PART = 4_000_000
_MOST_MARKS = 4 * MAX_CELLS + MAX_ROWS
_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_SHAPES = bytes.maketrans(_LETTERS + b"0123456789", b"A" * 52 + b"9" * 10)
# A cell with two values: which of them was meant, nobody can tell.
_TWO_VALUES = b"</v><v>"
_REFERENCE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,7})([0-9]{1,12})""")
_NOT_COMPUTED_MARKS = (b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")
_ERROR_CELL = re.compile(
    rb"""<c\b(?=[^>]*\br=["']([A-Z]{1,3})([0-9]{1,7})["'])([^>]*)>((?:(?!</c>).)*)</c>""", re.DOTALL
)
_VALUE = re.compile(rb"<v>([^<]{1,20})</v>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
NOT_COMPUTED = "geen uitkomst (de formule werd nooit berekend)"


def checked_parts(content: bytes, members: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """Unpack every part of a workbook, after looking at the extent of its sheets. Any part may be named as a sheet.

    Raises:
        FileRefused: when a sheet is too large or cannot be unpacked.
    """
    parts = {}
    for member in members:
        part = unpack(content, member)
        if len(part) > _LARGE_PART:
            _check_marks(part)
        if b"sheetData" in part:
            _check_extent(part)
            if _TWO_VALUES in part:
                raise damaged()
        parts[member.filename] = part
    return parts


def _check_marks(part: bytes) -> None:
    """Cells may leave out where they stand: then only their number tells how large a sheet is."""
    n_rows, n_tags, n_attributes = (part.count(mark) for mark in (b"<row", b"<", b"="))
    if n_rows > MAX_ROWS:
        raise _too_large_sheet("Aantal rijen op een blad", n_rows, MAX_ROWS)
    if n_tags > _MOST_MARKS or n_attributes > _MOST_MARKS:
        raise _too_large_sheet("Aantal onderdelen op een blad", max(n_tags, n_attributes), _MOST_MARKS)


def error_cells(parts: dict[str, bytes]) -> dict[str, dict[tuple[int, int], ErrorValue]]:
    """Give, per name of a sheet, the errors of formulas by (row, column), both from 0; formulas never computed too."""
    marked = {path: part for path, part in parts.items() if b"sheetData" in part and _may_hold_errors(part)}
    if not marked:
        return {}
    paths = paths_by_sheet_name(parts)
    return {name: dict(_errors_in(marked[path])) for name, path in paths.items() if path in marked}


def _may_hold_errors(part: bytes) -> bool:
    """Looking for one letter is ten times faster than for a word, and most sheets have no f or e among their cells."""
    cells = _cells(part)
    if b"e" in cells and (b't="e"' in cells or b"t='e'" in cells):
        return True
    return b"f" in cells and any(mark in cells for mark in _NOT_COMPUTED_MARKS)


def _cells(part: bytes) -> bytes:
    start, end = part.index(b"sheetData"), part.rindex(b"sheetData")
    return part[start + len(b"sheetData") : end if end > start else None]


def _check_extent(content: bytes) -> None:
    cells = _cells(content)
    shapes = cells.translate(_SHAPES)
    if b"'" not in cells and not any(far in shapes for far in _FAR):
        return
    rows, columns = 0, 0
    for found in _REFERENCE.finditer(content):
        rows, columns = max(rows, int(found[2])), max(columns, column_number(found[1]))
    refuse_beyond(rows, columns)


def refuse_beyond(rows: int, columns: int) -> None:
    """Refuse a sheet that is larger than any submission can be.

    Raises:
        FileRefused: when it is.
    """
    refusals = [
        (rows, MAX_ROWS, "Aantal rijen op een blad"),
        (columns, MAX_COLUMNS, "Aantal kolommen op een blad"),
        (rows * columns, MAX_CELLS, "Aantal cellen op een blad"),
    ]
    for found, most, what in refusals:
        if found > most:
            raise _too_large_sheet(what, found, most)


def _too_large_sheet(what: str, found: int, most: int) -> FileRefused:
    refusal = too_large(what, found, most)
    hint = f"{refusal.sentence} Kijk of er ergens ver weg nog een cel is ingevuld, en verwijder die rijen of kolommen."
    return FileRefused(refusal.rule_code, hint, refusal.expected, refusal.found)


def column_number(letters: bytes) -> int:
    """Give the number of a column by its letters: A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _errors_in(content: bytes) -> Iterator[tuple[tuple[int, int], ErrorValue]]:
    for letters, digits, attributes, inside in _ERROR_CELL.findall(content):
        place = (int(digits) - 1, column_number(letters) - 1)
        value = _VALUE.search(inside)
        if b't="e"' in attributes or b"t='e'" in attributes:
            yield place, _error(value.group(1).decode("utf-8", "replace") if value else "#N/A")
        elif b"<f" in inside and not value:
            yield place, ErrorValue(NOT_COMPUTED)


def _error(text: str) -> ErrorValue:
    error = formula_error(text)
    return error if isinstance(error, ErrorValue) else ErrorValue(text)


def paths_by_sheet_name(parts: dict[str, bytes]) -> dict[str, str]:
    """Give the part of a workbook that holds each sheet, by the name of the sheet."""
    workbook = parts["xl/workbook.xml"].decode("utf-8", "replace")
    relations = parts.get("xl/_rels/workbook.xml.rels", b"").decode("utf-8", "replace")
    targets = {found["Id"]: found["Target"] for found in tags(_RELATION, relations) if {"Id", "Target"} <= set(found)}
    paths = {}
    for found in tags(_SHEET, workbook):
        relation = next((value for name, value in found.items() if name.endswith(":id")), "")
        target = targets.get(relation, "").lstrip("/")
        paths[found.get("name", "")] = target if target.startswith("xl/") else f"xl/{target}"
    return paths


def tags(pattern: re.Pattern[str], text: str) -> Iterator[dict[str, str]]:
    """Give the attributes of each tag that the pattern finds."""
    for tag in pattern.findall(text):
        pairs = _ATTRIBUTE.findall(tag)
        yield {name: unescape(double or single, {"&quot;": '"', "&apos;": "'"}) for name, double, single in pairs}
