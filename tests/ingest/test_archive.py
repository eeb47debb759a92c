"""The archive keeps each file as it was, under the hash of what is in it."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from ingest.archive import ArchiveError, archived_file, fingerprint, store
from ingest.home import Home


def test_a_file_lies_in_the_archive_under_the_hash_of_its_bytes(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "..\\..\\boze naam;drop table.xlsx"
    file.write_bytes(b"inhoud")
    expected = hashlib.sha256(b"inhoud").hexdigest()

    name = store(home, file, fingerprint(file), "xlsx")

    assert name == f"{expected[:2]}/{expected}.xlsx"
    assert (home.archive / name).read_bytes() == b"inhoud"
    assert archived_file(home, name) == home.archive / name


def test_a_csv_folder_has_the_same_hash_whenever_and_in_whatever_order_it_was_written(tmp_path: Path) -> None:
    first, second = tmp_path / "een", tmp_path / "twee"
    for folder, names in ((first, ("bestuur.csv", "via.csv")), (second, ("via.csv", "bestuur.csv"))):
        folder.mkdir()
        for name in names:
            (folder / name).write_text(f"inhoud van {name}")
    os.utime(second / "via.csv", (0, 0))
    (second / "lees mij.txt").write_text("hoort er niet bij")

    assert fingerprint(first) == fingerprint(second)

    (second / "via.csv").write_text("iets anders")
    assert fingerprint(first) != fingerprint(second)


def test_a_csv_folder_is_archived_as_a_zip_with_its_files(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "inzending"
    folder.mkdir()
    (folder / "bestuur.csv").write_text("NIS-code;11001")

    name = store(home, folder, fingerprint(folder), "zip")

    with zipfile.ZipFile(home.archive / name) as container:
        assert container.read("bestuur.csv") == b"NIS-code;11001"


def test_a_file_that_changes_while_it_is_received_is_not_archived(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"eerst")
    before = fingerprint(file)
    file.write_bytes(b"daarna")

    with pytest.raises(ArchiveError, match="veranderde"):
        store(home, file, before, "xlsx")
    assert [path for path in home.archive.rglob("*") if path.is_file()] == []


def test_a_copy_that_was_damaged_later_is_noticed(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"inhoud")
    name = store(home, file, fingerprint(file), "xlsx")
    (home.archive / name).write_bytes(b"iets anders")

    with pytest.raises(ArchiveError, match="ontbreekt of verschilt"):
        archived_file(home, name)
