"""Copies on their way into the archive: those of a load that was killed are cleared, those under way are left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from ingest.home import Home
from ingest.system_errors import sqlite_reason_of

UNFINISHED = ".part-"
WAIT_SECONDS = 120


@contextmanager
def copying(home: Home) -> Iterator[None]:
    """Clear what killed loads left half copied, and say for as long as the block lasts that copies are under way.

    Several loads may copy at once: each shares a SQLite lock, which the system itself gives back when a process dies.
    Whoever can have that lock alone knows that every unfinished copy belongs to nobody.

    Raises:
        OSError: the archive cannot be written to.
    """
    lock = home.archive / ".copying.sqlite"
    try:
        with closing(sqlite3.connect(lock, isolation_level=None, timeout=0)) as alone:
            _clear_when_alone(home, alone)
        shared = sqlite3.connect(lock, isolation_level=None, timeout=WAIT_SECONDS)
        shared.execute("begin")
        shared.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise OSError(None, sqlite_reason_of(error)) from error
    with closing(shared):
        yield


def _clear_when_alone(home: Home, connection: sqlite3.Connection) -> None:
    try:
        connection.execute("begin exclusive")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return  # Another load is copying: the next one clears.
    for unfinished in home.archive.glob(f"*/{UNFINISHED}*"):
        unfinished.unlink(missing_ok=True)
