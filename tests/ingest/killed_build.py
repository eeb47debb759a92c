"""A process that builds and ends abruptly at a given point, as kill -9 would end it.

Run as `python -m tests.ingest.killed_build HOME POINT ANSWER`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ingest import publications, publish, rebuild_years
from ingest.home import Home
from tests.ingest.fake_dbt import FakeDbt

EXIT_CODE = 9


def _die(*_: Any, **__: Any) -> None:
    os._exit(EXIT_CODE)


def _dies_after(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> None:
        function(*arguments, **named)
        _die()

    return call


class _OsThatDiesWhileFlipping:
    """The module `os`, but the process ends where the link would be replaced."""

    replace = staticmethod(_die)
    link = staticmethod(os.link)


def _during_the_build(database: Path, *_: Any) -> None:
    database.write_bytes(b"half a database")
    _die()


def _prepare_the_end(point: str) -> Any:
    """Arrange that the process dies at the point, and give the stand-in for dbt."""
    if point == "while dbt builds":
        return _during_the_build
    if point == "while current is flipped":
        publications.os = _OsThatDiesWhileFlipping
    else:
        owner, name = {
            "after the inputs are frozen": (publish, "_freeze_inputs"),
            "after the database is completed": (publish, "write_publication"),
            "after current is flipped": (publish, "make_current"),
            "after the oldest are dropped": (publish, "remove_oldest"),
            "while years are put together": (rebuild_years, "_replace"),
        }[point]
        setattr(owner, name, _dies_after(getattr(owner, name)))
    return None


POINTS_BEFORE_THE_FLIP = (
    "after the inputs are frozen",
    "while dbt builds",
    "after the database is completed",
    "while current is flipped",
)
POINTS_AFTER_THE_FLIP = ("after current is flipped", "after the oldest are dropped")


if __name__ == "__main__":
    publish.build(Home(Path(sys.argv[1])), run_dbt=_prepare_the_end(sys.argv[2]) or FakeDbt(int(sys.argv[3])))
