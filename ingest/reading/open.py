"""Opening whatever a sender hands in: a workbook, a folder of CSV files, or such a folder zipped."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ingest.matching import folded, nearest
from ingest.reading.container import open_zip
from ingest.reading.csv_folder import folder_members, read_csv_folder, read_csv_zip, zip_members
from ingest.reading.grids import MAX_FILE_BYTES, FileRefused, HandedIn, too_many_bytes
from ingest.reading.workbook import read_workbook

_EXCEL_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx")
_EXPECTED = "een Excel-werkmap (.xlsx) of een map met CSV-bestanden"


def read_file(path: Path, wanted: Collection[str]) -> HandedIn:
    """Read the sheets whose folded name is wanted.

    Raises:
        FileRefused: when nothing can be read.
    """
    if path.is_dir():
        return read_csv_folder(path, wanted)
    content = _content(path)
    packed = open_zip(content)
    if zip_members(packed) and not any(name.startswith("xl/") for name in packed.namelist()):
        return read_csv_zip(content, packed, wanted)
    return read_workbook(path, content, packed, wanted)


def claims_to_be(path: Path, form_name: str, wanted: Collection[str]) -> bool:
    """Whether a path looks like a submission: by its sheets, or because it says Excel and cannot be opened."""
    if path.is_dir():
        return _has_form(folder_members(path), form_name, wanted)
    suffix = path.suffix.lower()
    if suffix not in (*_EXCEL_SUFFIXES, ".zip"):
        return False
    try:
        return _has_form(read_file(path, ()).names, form_name, wanted)
    except FileRefused:
        return suffix != ".zip"


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise too_many_bytes()
        return path.read_bytes()
    except OSError:
        sentence = "Het bestand kan niet gelezen worden: bestaat het, en mag u het openen?"
        raise FileRefused("unreadable_file", sentence, _EXPECTED) from None


def _has_form(names: Collection[str], form_name: str, wanted: Collection[str]) -> bool:
    """The form by its name or a slip of it; or, when it is missing, at least two sheets of ours."""
    n_ours = sum(folded(name) in wanted for name in names)
    return nearest(form_name, names, 0.8) is not None or n_ours >= 2
