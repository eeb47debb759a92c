"""A folder of CSV files, one per sheet, to grids: every cell is text, exactly as written."""

from __future__ import annotations

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from ingest.matching import folded
from ingest.reading.container import unpack_whole
from ingest.reading.grids import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_ROWS,
    FileRefused,
    Grid,
    HandedIn,
    too_large,
    too_many_bytes,
)

_ENCODINGS = ("utf-8-sig", "cp1252")
_SEPARATOR_LINE = re.compile(r"[ \t]*sep=[;,][ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)


def folder_members(path: Path) -> dict[str, Path]:
    """Give the CSV files of a folder by the folded name of their sheet, with the name as written."""
    return {file.stem: file for file in sorted(path.iterdir()) if _is_csv(file.name) and file.is_file()}


def zip_members(packed: zipfile.ZipFile) -> dict[str, str]:
    """Give the CSV members of a zip by the name of their sheet."""
    names = (name for name in sorted(packed.namelist()) if _is_csv(name))
    return {PurePosixPath(name).stem: name for name in names}


def read_csv_folder(path: Path, wanted: Collection[str]) -> HandedIn:
    """Read the CSV files of a folder whose folded name is wanted.

    Raises:
        FileRefused: when one of them is not readable as CSV.
    """
    members = folder_members(path)
    if sum(file.stat().st_size for file in members.values()) > MAX_FILE_BYTES:
        raise too_many_bytes()
    grids = [csv_grid(name, file.read_bytes()) for name, file in members.items() if folded(name) in wanted]
    return HandedIn(tuple(grids), tuple(members))


def read_csv_zip(content: bytes, packed: zipfile.ZipFile, wanted: Collection[str]) -> HandedIn:
    """Read the CSV files of a zipped folder whose folded name is wanted.

    Raises:
        FileRefused: when one of them is not readable as CSV, or is damaged.
    """
    members = zip_members(packed)
    read = {name: packed.getinfo(member) for name, member in members.items() if folded(name) in wanted}
    if sum(member.file_size for member in read.values()) > MAX_FILE_BYTES:
        raise too_many_bytes()
    grids = [csv_grid(name, unpack_whole(content, member)) for name, member in read.items()]
    return HandedIn(tuple(grids), tuple(members))


def csv_grid(name: str, content: bytes) -> Grid:
    """Read one CSV file: `;` or `,` between the cells, UTF-8 (with or without BOM) or Windows-1252.

    Raises:
        FileRefused: when it is no text, or its quotes do not match.
    """
    text = _decoded(name, content)
    separator_line = _SEPARATOR_LINE.match(text)
    skipped = 1 if separator_line else 0
    body = io.StringIO(text[separator_line.end() :] if separator_line else text, newline="")
    reader = csv.reader(body, delimiter=_delimiter(body))
    rows: list[list[str]] = []
    numbers: list[int] = []
    first_line = 1
    try:
        for row in reader:
            rows.append(row)
            numbers.append(first_line + skipped)
            _check_extent(name, len(rows), len(row))
            first_line = reader.line_num + 1
    except csv.Error:
        raise _not_csv(name, f"lijn {first_line + skipped} is niet te lezen; kijk de aanhalingstekens na") from None
    width = max(map(len, rows), default=0)
    _check_extent(name, len(rows), width)
    return Grid(name, [row + [""] * (width - len(row)) for row in rows], numbers, is_text=True)


def _is_csv(name: str) -> bool:
    return name.lower().endswith(".csv") and not PurePosixPath(name).name.startswith(".")


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _not_csv(name, "het is bewaard als ‘Unicode-tekst’ (UTF-16). Bewaar het als ‘CSV UTF-8’")
    if b"\0" in content:
        raise _not_csv(name, "het bevat tekens die in tekst niet voorkomen. Bewaar het als ‘CSV UTF-8’")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _not_csv(name, "de letters zijn niet te lezen. Bewaar het als ‘CSV UTF-8’")


def _delimiter(lines: io.StringIO) -> str:
    first = next((line for line in lines if line.strip(" \t\r\n;,")), "")
    lines.seek(0)
    unquoted = "".join(first.split('"')[::2])
    return "," if unquoted.count(",") > unquoted.count(";") else ";"


def _check_extent(name: str, rows: int, columns: int) -> None:
    if rows > MAX_ROWS:
        raise too_large(f"Aantal rijen in {name}.csv", rows, MAX_ROWS)
    if columns > MAX_COLUMNS:
        raise too_large(f"Aantal kolommen in {name}.csv", columns, MAX_COLUMNS)
    if rows * columns > MAX_CELLS:
        raise too_large(f"Aantal cellen in {name}.csv", rows * columns, MAX_CELLS)


def _not_csv(name: str, why: str) -> FileRefused:
    sentence = f"Het bestand {name}.csv is geen leesbare CSV: {why}."
    return FileRefused("unreadable_file", sentence, "CSV met ; of , tussen de cellen, in UTF-8 of Windows-1252")
