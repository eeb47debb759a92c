"""The facts that were carried over, the order of the finance posts, and the labels of codes."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from ingest import codelists

REFERENCE_FOLDER = Path(__file__).parent / "reference"


def read_reference(name: str) -> list[dict[str, str]]:
    """Read a table of facts of the demo as rows of text."""
    with (REFERENCE_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def posts(direction: str) -> tuple[str, ...]:
    """List the codes of the finance posts with one direction, in the order of the seed."""
    return tuple(post.code for post in codelists.posts() if post.direction == direction)


@cache
def labels(list_name: str) -> dict[str, str]:
    """Map the codes of a code list to their Dutch labels; kept, since every cell with a code asks for it."""
    return codelists.codelist(list_name).labels
