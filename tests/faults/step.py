"""A step that a process does on its own, and that says when it begins, so that it can be killed in the middle of it."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ingest import publish
from ingest.decide import accept
from ingest.home import Home
from ingest.receive import load_paths
from tests.ingest.fake_dbt import FakeDbt


def inbox(home: Home, number: int) -> Path:
    """Where the submission of that number lies: beside the home."""
    return home.path.parent / "in" / str(number)


def do(folder: Path, step: str, number: int, says: Connection) -> None:
    """Do one step for the submission of that number; a build with the stand-in for dbt answers that number."""
    home = Home(folder)
    if step == "publish":
        _announce_the_publishing(says)
    else:
        says.send("begins")
    if step == "load":
        load_paths(home, [inbox(home, number)], workers=1)
    elif step == "accept":
        accept(home, all_receivable=True)
    else:
        publish.build(home, run_dbt=FakeDbt(number))


def _announce_the_publishing(says: Connection) -> None:
    """Begin only where what was built is completed and takes the place of the current publication."""
    entering = publish.write_publication

    def announced(*arguments: Any) -> None:
        says.send("begins")
        entering(*arguments)

    publish.write_publication = announced
