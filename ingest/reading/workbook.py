"""Excel workbooks (.xlsx) to grids: typed cells, formula errors included, nothing interpreted yet."""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, XmlError, ZipError

from ingest.matching import folded
from ingest.reading.container import damaged
from ingest.reading.grids import FileRefused, Grid, HandedIn
from ingest.reading.sheet_xml import checked_parts, error_cells, refuse_beyond

_Errors = dict[tuple[int, int], Any]


def read_workbook(path: Path, content: bytes, packed: zipfile.ZipFile, wanted: Collection[str]) -> HandedIn:
    """Read the sheets of a workbook whose folded name is wanted.

    Args:
        path: where it lies.
        content: the bytes that lie there.
        packed: the same, opened as a zip.
        wanted: the folded names of the sheets to read.

    Raises:
        FileRefused: when it is no workbook, damaged or too large.
    """
    _check_is_workbook(packed.namelist())
    errors = error_cells(checked_parts(content, packed.infolist()))
    try:
        workbook = CalamineWorkbook.from_path(path)
        names = tuple(workbook.sheet_names)
        grids = [
            _grid(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False), errors.get(name, {}))
            for name in names
            if folded(name) in wanted
        ]
    except (CalamineError, PasswordError, XmlError, ZipError, OSError, ValueError, OverflowError):
        raise damaged() from None
    except BaseException as error:
        # A panic of the reader, which is written in Rust, is not an Exception: its class can only be told by name.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged() from None
    return HandedIn(tuple(grids), names)


def _check_is_workbook(members: list[str]) -> None:
    if "xl/workbook.xml" in members:
        return
    kinds = {
        "xl/workbook.bin": "een binaire Excel-werkmap (.xlsb)",
        "word/document.xml": "een Word-document",
        "content.xml": "een OpenDocument-bestand",
    }
    kind = next((name for member, name in kinds.items() if member in members), "een zip met iets anders erin")
    sentence = f"Dit is geen Excel-werkmap maar {kind}. Bewaar het in Excel als Excel-werkmap (.xlsx)."
    raise FileRefused("not_a_workbook", sentence, "een Excel-werkmap (.xlsx) of een map met CSV-bestanden", kind)


def _grid(name: str, rows: list[list[Any]], errors: _Errors) -> Grid:
    refuse_beyond(len(rows), len(rows[0]) if rows else 0)
    for (row, column), error in errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    return Grid(name, rows, list(range(1, len(rows) + 1)))
