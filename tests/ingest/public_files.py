"""Write a text, check it as a public file, and look at what comes out."""

from __future__ import annotations

from pathlib import Path

from ingest.check_files import CheckTask, check_file
from ingest.checked import CheckedFile


def checked_text(folder: Path, name: str, text: str, encoding: str = "utf-8", data_kind: str = "real") -> CheckedFile:
    """Check a file with this name and text."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return check_file(CheckTask(path, name, data_kind))


def places(checked: CheckedFile) -> list[tuple[int | None, str | None, str | None]]:
    """Where the problems are and what was found there: (line, header, found)."""
    return [(problem.row_number, problem.header_nl, problem.found) for problem in checked.problems]
