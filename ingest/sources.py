"""From the paths that someone gives to the files to read, always in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ingest import recognise
from ingest.check_files import CheckTask

_NOT_FILES_OF_PEOPLE = {recognise.DEMO_MARKER.lower(), "thumbs.db", "desktop.ini"}


def tasks_of(paths: Sequence[Path], names: Mapping[Path, str] | None = None) -> list[CheckTask]:
    """The files and CSV folders to check: a folder with bestuur.csv is one of them, any other folder is walked.

    A path that leads nowhere, and a folder without files, stay in the list: the check says what is wrong. `names` says
    what the sender calls a file, where that is not the name it lies under.
    """
    found = dict.fromkeys(inner for path in paths for inner in _walked(Path(path)))
    called = names or {}
    return [CheckTask(path, called.get(path) or shown_name(path), _data_kind(path)) for path in found]


def shown_name(path: Path) -> str:
    """The name of a file as text that can be stored and shown: no bytes that are no text, no control characters."""
    name = path.name or path.resolve().name
    readable = name.encode("utf-8", errors="replace").decode("utf-8")
    return "".join(character if character.isprintable() else "?" for character in readable)


def _walked(path: Path) -> Iterator[Path]:
    try:
        is_one = not path.is_dir() or recognise.is_csv_submission(path)
        inner = [] if is_one else [child for child in sorted(path.iterdir()) if not _is_skipped(child)]
    except OSError:
        inner = []  # A folder that may not be opened is reported like a file that may not be.
    if not inner:
        yield path
    for child in inner:
        yield from _walked(child)


def _is_skipped(path: Path) -> bool:
    """Hidden files, the lock files of Excel and LibreOffice, and links to folders, which could lead in a circle."""
    is_noise = path.name.startswith((".", "~$")) or path.name.lower() in _NOT_FILES_OF_PEOPLE
    return is_noise or (path.is_symlink() and path.is_dir())


def _data_kind(path: Path) -> str:
    return recognise.data_kind_beside(path)
