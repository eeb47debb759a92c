"""The option --marked of `opvangspiegel check`: the file given back with its problems marked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ingest.checked import CheckedFile

Marked = Annotated[
    Path | None,
    typer.Option(
        "--marked",
        help="Schrijf ook een kopie (.xlsx) waarin elk probleem aangeduid is.",
        metavar="BESTAND",
        show_default=False,
    ),
]


class MarkedError(Exception):
    """There is nothing to mark; the message is a Dutch sentence."""


def write_marked(paths: Sequence[Path], checked: Sequence[CheckedFile], target: Path) -> None:
    """Write the marked copy of the one submission that was checked.

    Raises:
        MarkedError: it is not one submission.
        OSError: the file cannot be written.
    """
    from ingest.marked_workbook import marked_copy
    from ingest.sources import tasks_of
    from ingest.submission import KIND

    tasks = tasks_of(paths)
    if len(tasks) != 1 or checked[0].kind != KIND:
        raise MarkedError(
            "Met --marked wordt één inzending gecontroleerd: noem één werkboek of één map met CSV-bestanden."
        )
    target.write_bytes(marked_copy(tasks[0].path, checked[0].problems))
