"""The publications on disk: which one is current, how the next one takes its place, which old ones go.

`current.duckdb` is a symbolic link to a finished file in `publications/`, and a hard link where links are refused
(Windows without developer mode). Either way it changes in one step, so that a reader sees the old publication or the
new one and never something between. Each publication describes itself in its schema `publication`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.home import Home

KEPT_PUBLICATIONS = 3
_FILE_NAME = re.compile(r"opvangspiegel_(\d+)\.duckdb")


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication says of itself."""

    number: int
    published_at: datetime
    note: str
    inputs_digest: str
    data_kind: str
    n_submissions: int


def publication_file(home: Home, number: int) -> Path:
    """Where the publication of that number lies."""
    return home.publications / f"opvangspiegel_{number}.duckdb"


def numbers_on_disk(home: Home) -> list[int]:
    """The numbers of the files in the folder of publications, ascending; also of one that was never made current."""
    found = (_FILE_NAME.fullmatch(path.name) for path in home.publications.glob("*.duckdb"))
    return sorted(int(match.group(1)) for match in found if match)


def read_publication(database: Path) -> Publication:
    """What the publication in this file says of itself.

    Raises:
        OSError: the file cannot be opened, or is no publication.
    """
    import duckdb

    columns = "number, published_at, note, inputs_digest, data_kind, n_submissions"
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            row = connection.execute(f"select {columns} from publication.publication").fetchone()  # noqa: S608
    except duckdb.Error as error:
        raise OSError(f"{database.name} is geen publicatie") from error
    if row is None:
        raise OSError(f"{database.name} is geen publicatie")
    return Publication(*row)


def current_publication(home: Home) -> Publication | None:
    """The publication that the dashboard serves now, or None when nothing was published yet."""
    if not home.current.exists():
        return None
    return read_publication(home.current.resolve())


def make_current(home: Home, number: int) -> None:
    """Let `current.duckdb` lead to this publication, in one step."""
    target = publication_file(home, number)
    beside = home.current.with_name(".current.duckdb.new")
    beside.unlink(missing_ok=True)
    try:
        beside.symlink_to(target.relative_to(home.current.parent))
    except OSError:
        os.link(target, beside)
    os.replace(beside, home.current)


def remove_unpublished(home: Home, published: set[int]) -> None:
    """Remove the files that killed builds left behind: those whose number was never published."""
    for number in set(numbers_on_disk(home)) - published:
        publication_file(home, number).unlink()


def remove_oldest(home: Home) -> None:
    """Keep the last publications; a file that a reader on Windows holds open stays until the next build."""
    for number in numbers_on_disk(home)[:-KEPT_PUBLICATIONS]:
        try:
            publication_file(home, number).unlink()
        except PermissionError:
            continue
