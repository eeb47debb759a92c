"""Which kind of file this is, by its content and never by its name."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from ingest.public import delimited
from ingest.public.layouts import LAYOUTS
from ingest.submission import looks_like_submission

SUBMISSION = "submission"
UNKNOWN = "unknown"
AUTHORITY_FILE = "bestuur.csv"
DEMO_MARKER = "DEMOGEGEVENS.txt"
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def kind_of(path: Path) -> str:
    """Recognise a file or folder: 'submission', the name of a public layout, or 'unknown'.

    A file that calls itself a workbook and is none is treated as a submission, so that the sender hears why.

    Raises:
        OSError: the file cannot be read.
    """
    if path.is_dir():
        return SUBMISSION if is_csv_submission(path) else UNKNOWN
    if looks_like_submission(path) or is_zip_of_csv(path):
        return SUBMISSION
    header = delimited.header_of(path)
    for kind, layout in LAYOUTS.items():
        if layout.is_header(header):
            return kind
    return SUBMISSION if path.suffix.lower() in WORKBOOK_SUFFIXES else UNKNOWN


def is_csv_submission(folder: Path) -> bool:
    """Whether a folder holds the sheets of one submission as CSV files."""
    return any(path.name.lower() == AUTHORITY_FILE for path in folder.iterdir())


def is_zip_of_csv(path: Path) -> bool:
    """Whether a file is a zip with the sheets of one submission as CSV files."""
    try:
        with zipfile.ZipFile(path) as container:
            names = [name.replace("\\", "/").rsplit("/", 1)[-1].lower() for name in container.namelist()]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, io.UnsupportedOperation):
        return False
    return AUTHORITY_FILE in names


def is_zip(path: Path) -> bool:
    """Whether a file is a zip of any kind."""
    return zipfile.is_zipfile(path)


def data_kind_beside(path: Path) -> str:
    """Whether a public file is 'demo' (the marker file stands beside it) or 'real'.

    The producers' layouts have no room for such a word, and must stay readable as they are.
    """
    return "demo" if (path.parent / DEMO_MARKER).is_file() else "real"
