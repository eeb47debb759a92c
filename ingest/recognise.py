"""Which kind of file this is, by its content and never by its name."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ingest.contract import submission_contract
from ingest.matching import folded
from ingest.public import delimited
from ingest.public.layouts import LAYOUTS
from ingest.submission import looks_like_submission
from ingest.via_lists.reading import kind_of_list
from ingest.via_text import check as via_text

SUBMISSION = "submission"
UNKNOWN = "unknown"
DEMO_MARKER = "DEMOGEGEVENS.txt"
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def kind_of(path: Path) -> str:
    """Recognise a file or folder: 'submission', the name of a public layout or of a kind of list, or 'unknown'.

    A file that calls itself a workbook and is none is treated as a submission, so that the sender hears why.

    Raises:
        OSError: the file cannot be read.
    """
    if path.is_dir():
        return SUBMISSION if is_csv_submission(path) else UNKNOWN
    if looks_like_submission(path) or is_zip_of_csv(path):
        return SUBMISSION
    if kind := kind_of_list(path):
        return kind
    if _is_zipped_workbook(path):
        return SUBMISSION
    header = delimited.header_of(path)
    for kind, layout in LAYOUTS.items():
        if layout.is_header(header):
            return kind
    if via_text.is_agreement(path):
        return via_text.KIND
    return SUBMISSION if path.suffix.lower() in WORKBOOK_SUFFIXES else UNKNOWN


def is_csv_submission(folder: Path) -> bool:
    """Whether a folder holds the sheets of one submission as CSV files: bestuur.csv, or two other sheets."""
    return _are_sheets(path.name for path in folder.iterdir())


def is_zip_of_csv(path: Path) -> bool:
    """Whether a file is a zip with the sheets of one submission as CSV files."""
    return _are_sheets(PurePosixPath(name.replace("\\", "/")).name for name in _zip_members(path))


def is_zip(path: Path) -> bool:
    """Whether a file is a zip of any kind."""
    return zipfile.is_zipfile(path)


def data_kind_beside(path: Path) -> str:
    """Whether a public file is 'demo' (the marker file stands beside it) or 'real'.

    The producers' layouts have no room for such a word, and must stay readable as they are.
    """
    return "demo" if (path.parent / DEMO_MARKER).is_file() else "real"


def _is_zipped_workbook(path: Path) -> bool:
    return any(name.startswith("xl/") for name in _zip_members(path))


def _zip_members(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as container:
            return container.namelist()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, io.UnsupportedOperation, ValueError):
        return []


def _are_sheets(names: Iterable[str]) -> bool:
    """The sheet Bestuur alone is enough; without it two others are, so that the sender hears that it is missing."""
    csv_names = {folded(PurePosixPath(name).stem) for name in names if name.lower().endswith(".csv")}
    first, *others = (folded(sheet.sheet_nl) for sheet in submission_contract().sheets)
    return first in csv_names or len(csv_names.intersection(others)) > 1
