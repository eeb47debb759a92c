"""A process that loads and ends abruptly at a given point, as kill -9 would end it.

Run as `python -m tests.ingest.killed_load HOME POINT PATH...`; the point 'never' lets it finish.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ingest import archive, raw_parts, receive
from ingest.home import Home
from ingest.register import Register

EXIT_CODE = 9
NEVER = "never"
POINTS_BEFORE_THE_REGISTER = {
    "after the first file is archived": (archive, "store", 1),
    "while the first raw file is written": (raw_parts.pq, "write_table", 1),
    "after the first raw file": (raw_parts, "write_parquet", 1),
    "after all raw files": (receive, "write_parts", 1),
    "after the load is registered, not the files": (Register, "add_load", 1),
    "after one file of two is registered": (Register, "add_submission", 1),
    "just before the transaction ends": (Register, "add_submission", 2),
}
POINT_AFTER_THE_REGISTER = {"after the transaction": (receive, "_in_order", 1)}


def _die_after(owner: Any, name: str, calls: int) -> None:
    function: Callable[..., Any] = getattr(owner, name)
    done = 0

    def call(*arguments: Any, **named: Any) -> Any:
        nonlocal done
        result = function(*arguments, **named)
        done += 1
        if done == calls:
            os._exit(EXIT_CODE)
        return result

    setattr(owner, name, call)


if __name__ == "__main__":
    points = POINTS_BEFORE_THE_REGISTER | POINT_AFTER_THE_REGISTER
    if sys.argv[2] != NEVER:
        _die_after(*points[sys.argv[2]])
    receive.load_paths(Home(Path(sys.argv[1])), [Path(path) for path in sys.argv[3:]], workers=1)
