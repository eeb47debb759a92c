"""A reader of the tests' own, slow and plain: what stands in which cell, without anything of the reader under test.

It reads what it can. Where it cannot, it gives nothing, and nothing is concluded from that alone.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

Rows = dict[int, list[Any]]
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def key(text: object) -> str:
    """A name without case, accents, spacing and stars."""
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def sheets_of(path: Path) -> dict[str, Rows]:
    """The rows of each sheet by their number, under the key of its name; a single text is the sheet ''."""
    if path.is_dir():
        return {key(file.stem): _csv_rows(file.read_bytes()) for file in sorted(path.iterdir())}
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        return {"": _csv_rows(content)}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        if any(name.startswith("xl/") for name in names):
            return dict(_workbook_sheets(packed))
        texts = [name for name in names if name.lower().endswith(".csv")]
        return {key(Path(name).stem): _csv_rows(packed.read(name)) for name in texts}


def _csv_rows(content: bytes) -> Rows:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip(" \t\r\n;,") and not line.lower().startswith("sep=")), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="," if first.count(",") > first.count(";") else ";")
    rows, start = {}, 1
    for row in reader:
        rows[start] = row
        start = reader.line_num + 1
    return rows


def _workbook_sheets(packed: zipfile.ZipFile) -> Iterator[tuple[str, Rows]]:
    relations = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): str(relation.get("Target")).lstrip("/") for relation in relations}
    strings = _strings(packed)
    for sheet in ElementTree.fromstring(packed.read("xl/workbook.xml")).iter(f"{SPACE}sheet"):
        target = targets[sheet.get(RELATION)]
        part = packed.read(target if target.startswith("xl/") else f"xl/{target}")
        yield key(sheet.get("name")), _rows(part, strings)


def _strings(packed: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in packed.namelist():
        return []
    root = ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in item.iter(f"{SPACE}t")) for item in root.findall(f"{SPACE}si")]


def _rows(part: bytes, strings: list[str]) -> Rows:
    """The cells by their reference; the number of a row counts from 1."""
    rows: Rows = {}
    for cell in _tree(part).iter(f"{SPACE}c"):
        place = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", cell.get("r") or "")
        if not place:
            raise ValueError("a cell without a reference")
        column = 0
        for letter in place.group(1):
            column = column * 26 + ord(letter) - 64
        row = rows.setdefault(int(place.group(2)), [])
        row += [""] * (column - len(row))
        row[column - 1] = _value(cell, strings)
    return rows


def _tree(part: bytes) -> ElementTree.Element:
    """The tree of a sheet; of its cells alone where the rest is no XML."""
    try:
        return ElementTree.fromstring(part)
    except ElementTree.ParseError:
        start, end = part.index(b"<sheetData"), part.index(b"</sheetData>")
        return ElementTree.fromstring(
            b'<a xmlns="' + SPACE[1:-1].encode() + b'">' + part[start:end] + b"</sheetData></a>"
        )


def _value(cell: ElementTree.Element, strings: list[str]) -> Any:
    kind, found = cell.get("t", "n"), cell.findtext(f"{SPACE}v")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{SPACE}t"))
    if found is None:
        return ""
    if kind == "s":
        return strings[int(found)]
    return found if kind in ("str", "d", "e") else float(found)
