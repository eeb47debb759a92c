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
from ingest.reading.container import unpack
from ingest.reading.grids import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, FileRefused, too_large

# A reference worth a closer look: a row of five digits or more, or a column of three letters or beyond GR (200).
_FAR = re.compile(rb'r="(?:[A-Za-z]{0,3}[0-9]{5}|[A-Za-z]{3}|[Gg][S-Zs-z]|[H-Zh-z][A-Za-z])')
_REFERENCE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,7})([0-9]{1,12})""")
_ERROR_MARKS = (b't="e"', b"t='e'", b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")
_ERROR_CELL = re.compile(
    rb"""<c\b(?=[^>]*\br=["']([A-Z]{1,3})([0-9]{1,7})["'])([^>]*)>((?:(?!</c>).)*)</c>""", re.DOTALL
)
_VALUE = re.compile(rb"<v>([^<]{1,20})</v>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
NOT_COMPUTED = "geen uitkomst (de formule werd nooit berekend)"


def checked_sheets(packed: zipfile.ZipFile) -> dict[str, bytes]:
    """Give the XML of every worksheet by its path, after looking at its extent. Any part may be named as a sheet.

    Raises:
        FileRefused: when a sheet is too large or cannot be unpacked.
    """
    sheets = {}
    for name in packed.namelist():
        content = unpack(packed, name)
        if b"sheetData" in content:
            _check_extent(content)
            sheets[name] = content
    return sheets


def error_cells(packed: zipfile.ZipFile, sheets: dict[str, bytes]) -> dict[str, dict[tuple[int, int], ErrorValue]]:
    """Give, per name of a sheet, the errors of formulas by (row, column), both from 0; formulas never computed too."""
    marked = {path: content for path, content in sheets.items() if any(mark in content for mark in _ERROR_MARKS)}
    if not marked:
        return {}
    paths = _paths_by_sheet_name(packed)
    return {name: dict(_errors_in(marked[path])) for name, path in paths.items() if path in marked}


def _check_extent(content: bytes) -> None:
    usual = content.count(b'r="') == content.count(b"r=") and b"r =" not in content and b"r\n" not in content
    if usual and not _FAR.search(content):
        return
    rows, columns = 0, 0
    for letters, digits in _REFERENCE.findall(content):
        rows, columns = max(rows, int(digits)), max(columns, _column_number(letters))
    _refuse_beyond(rows, columns)


def _refuse_beyond(rows: int, columns: int) -> None:
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


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _errors_in(content: bytes) -> Iterator[tuple[tuple[int, int], ErrorValue]]:
    for letters, digits, attributes, inside in _ERROR_CELL.findall(content):
        place = (int(digits) - 1, _column_number(letters) - 1)
        value = _VALUE.search(inside)
        if b't="e"' in attributes or b"t='e'" in attributes:
            yield place, _error(value.group(1).decode("utf-8", "replace") if value else "#N/A")
        elif b"<f" in inside and not value:
            yield place, ErrorValue(NOT_COMPUTED)


def _error(text: str) -> ErrorValue:
    error = formula_error(text)
    return error if isinstance(error, ErrorValue) else ErrorValue(text)


def _paths_by_sheet_name(packed: zipfile.ZipFile) -> dict[str, str]:
    workbook = unpack(packed, "xl/workbook.xml").decode("utf-8", "replace")
    relations = unpack(packed, "xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {found["Id"]: found["Target"] for found in _tags(_RELATION, relations) if {"Id", "Target"} <= set(found)}
    paths = {}
    for found in _tags(_SHEET, workbook):
        relation = next((value for name, value in found.items() if name.endswith(":id")), "")
        target = targets.get(relation, "").lstrip("/")
        paths[found.get("name", "")] = target if target.startswith("xl/") else f"xl/{target}"
    return paths


def _tags(pattern: re.Pattern[str], text: str) -> Iterator[dict[str, str]]:
    for tag in pattern.findall(text):
        pairs = _ATTRIBUTE.findall(tag)
        yield {name: unescape(double or single, {"&quot;": '"', "&apos;": "'"}) for name, double, single in pairs}
