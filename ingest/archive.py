"""The archive: every file as it was received, under the hash of its content."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.archive_copying import UNFINISHED
from ingest.home import Home

BLOCK_BYTES = 1 << 20
OLDEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


class ArchiveError(Exception):
    """A file could not be archived or found back; the message is a Dutch sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file is by its content. `n_bytes` is the size of what is archived."""

    file_hash: str
    n_bytes: int


def fingerprint(path: Path) -> Fingerprint:
    """Hash a file, or a CSV folder as the zip it is archived as.

    Raises:
        OSError: the file cannot be read.
    """
    digest = hashlib.sha256()
    n_bytes = 0
    for block in _blocks(path):
        digest.update(block)
        n_bytes += len(block)
    return Fingerprint(digest.hexdigest(), n_bytes)


def store(home: Home, path: Path, expected: Fingerprint, extension: str) -> str:
    """Copy a file into the archive under its hash and give its name there, relative to the archive.

    The copy appears whole or not at all. `extension` is ours, never taken from the sender's name.

    Raises:
        ArchiveError: the content is no longer what was checked.
        OSError: the file cannot be read or the archive cannot be written.
    """
    archived_name = f"{expected.file_hash[:2]}/{expected.file_hash}.{extension}"
    target = home.archive / archived_name
    if target.exists():
        return archived_name
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as copy:
            copied_hash = _copy(path, copy)
        if copied_hash != expected.file_hash:
            raise ArchiveError("Het bestand veranderde terwijl het gelezen werd. Sluit het en dien het opnieuw in.")
        Path(temporary).replace(target)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return archived_name


def archived_file(home: Home, archived_name: str) -> Path:
    """The path of an archived file.

    Raises:
        ArchiveError: the file is gone, or no longer what its name says.
    """
    archived = home.archive / archived_name
    if not archived.is_file() or fingerprint(archived).file_hash != archived.name.split(".")[0]:
        raise ArchiveError(
            f"In het archief ontbreekt of verschilt '{archived_name}'. Zet de map 'archive' terug uit de reservekopie."
        )
    return archived


def csv_files(folder: Path) -> list[Path]:
    """The CSV files of a folder, sorted by name: what a submission in CSV consists of."""
    visible = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in visible if path.suffix.lower() == ".csv" and path.is_file())


def _copy(path: Path, copy: io.BufferedWriter) -> str:
    digest = hashlib.sha256()
    for block in _blocks(path):
        digest.update(block)
        copy.write(block)
    copy.flush()
    os.fsync(copy.fileno())
    return digest.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    if path.is_dir():
        yield _folder_as_zip(path)
        return
    with path.open("rb") as source:
        while block := source.read(BLOCK_BYTES):
            yield block


def _folder_as_zip(folder: Path) -> bytes:
    """The CSV files as one zip that is equal, byte for byte, whenever the files are: stored, sorted, undated."""
    container_bytes = io.BytesIO()
    with zipfile.ZipFile(container_bytes, "w", zipfile.ZIP_STORED) as container:
        for path in csv_files(folder):
            name = path.name.encode("utf-8", errors="replace").decode("utf-8")
            entry = zipfile.ZipInfo(name, date_time=OLDEST_ZIP_DATE)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            container.writestr(entry, path.read_bytes())
    return container_bytes.getvalue()
