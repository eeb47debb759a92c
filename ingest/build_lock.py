"""One build at a time, also when the previous one was killed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BuildBusyError(Exception):
    """Another process is building in the same home; the message is a Dutch sentence."""


@contextmanager
def only_build(lock_file: Path) -> Iterator[None]:
    """Hold the lock of a build for as long as the block lasts.

    An exclusive SQLite transaction is a lock that the operating system itself releases when the process dies, on every
    platform, without a file that someone must remove afterwards.

    Raises:
        BuildBusyError: another build holds it.
    """
    lock_file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(lock_file, isolation_level=None, timeout=0)
    try:
        connection.execute("begin exclusive")
    except sqlite3.OperationalError as error:
        connection.close()
        sentence = "Er loopt al een opbouw van de vergelijking. Wacht tot die klaar is en probeer dan opnieuw."
        raise BuildBusyError(sentence) from error
    try:
        yield
    finally:
        connection.close()
