"""Open a text with columns, also inside a zip: its header, its rows with their line numbers."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

DELIMITERS = ("|", ";", ",", "\t")
TEXT_SUFFIXES = (".txt", ".csv")
HEAD_BYTES = 8192
MAX_TEXT_BYTES = 1 << 31


class TextError(Exception):
    """A file that is no readable text with columns; the message is a Dutch sentence for the reader."""


@dataclass(frozen=True, slots=True)
class DelimitedText:
    """A whole text: `rows` are (line number, cells), blank lines left out; the header is line 1."""

    delimiter: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, list[str]], ...]


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a text, or the only text inside a zip.

    Raises:
        TextError: a zip without exactly one text, or one that is damaged or protected.
    """
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield file
        return
    try:
        with zipfile.ZipFile(path) as container, container.open(_only_text(container)) as file:
            yield file
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, UnicodeError) as error:
        raise TextError("Het zipbestand is beschadigd of met een wachtwoord beveiligd.") from error


def header_of(path: Path) -> tuple[str, ...]:
    """The column names in the first line, or nothing when the file is no text with columns."""
    return header_cells(first_line(path))


def first_line(path: Path) -> str:
    """The first line, or nothing when the file is no text."""
    try:
        with opened(path) as file:
            head = file.read(HEAD_BYTES)
    except TextError:
        return ""
    return "" if b"\x00" in head else _decoded(head, whole=False).split("\n", 1)[0].rstrip("\r")


def header_cells(line: str) -> tuple[str, ...]:
    """The column names in a first line."""
    return tuple(cell.strip().strip('"') for cell in line.split(delimiter_of(line)))


def stream_rows(stream: IO[bytes], header_line: str) -> Iterator[tuple[int, list[str]]]:
    """Read a text of any size line by line as (line number, cells), the header first, blank lines left out."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    yield from _lines(text, delimiter_of(header_line))


def read(path: Path) -> DelimitedText:
    """Read a text of modest size as a whole.

    Raises:
        TextError: the file is no readable text with columns.
    """
    text = whole_text(path)
    delimiter = delimiter_of(text.split("\n", 1)[0])
    try:
        lines = list(_lines(io.StringIO(text, newline=""), delimiter))
    except csv.Error as error:
        raise TextError("Een cel in het bestand is te lang, of een aanhalingsteken wordt niet gesloten.") from error
    if not lines:
        raise TextError("Het bestand is leeg.")
    header = tuple(cell.strip() for cell in lines[0][1])
    return DelimitedText(delimiter, header, tuple(lines[1:]))


def whole_text(path: Path) -> str:
    """Read a text of modest size, whatever is in it.

    Raises:
        TextError: the file is no readable text.
    """
    with opened(path) as file:
        content = file.read()
    if b"\x00" in content:
        raise TextError("Het bestand bevat tekens die in een tekstbestand niet voorkomen.")
    return _decoded(content, whole=True)


def delimiter_of(header_line: str) -> str:
    """The sign that separates the columns: the one that the header uses most."""
    return max(DELIMITERS, key=header_line.count)


def _lines(text: IO[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    quoting = csv.QUOTE_NONE if delimiter == "|" else csv.QUOTE_MINIMAL
    reader = csv.reader(text, delimiter=delimiter, quoting=quoting)
    first_line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield first_line, cells
        first_line = reader.line_num + 1


def _decoded(content: bytes, *, whole: bool) -> str:
    """Text in UTF-8 with or without a mark, otherwise in Windows-1252: the two that the producers use."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut_inside_a_character = not whole and error.start >= len(content) - 4
        if cut_inside_a_character:
            return content[: error.start].decode("utf-8-sig")
    return content.decode("cp1252", errors="replace")


def _only_text(container: zipfile.ZipFile) -> zipfile.ZipInfo:
    texts = [
        entry
        for entry in container.infolist()
        if not entry.is_dir() and PurePosixPath(entry.filename.lower()).suffix in TEXT_SUFFIXES
    ]
    if len(texts) != 1:
        raise TextError(f"Het zipbestand moet precies één tekstbestand bevatten; er zijn er {len(texts)}.")
    if texts[0].file_size > MAX_TEXT_BYTES:
        raise TextError("Het tekstbestand in het zipbestand is te groot.")
    return texts[0]
