"""What every reader gives: sheets as rows of cells, and a refusal when a file cannot be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_CELLS = 1_000_000
MAX_FILE_BYTES = 50_000_000
MAX_UNPACKED_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as found. `row_numbers` are those of the sheet or the lines of the CSV; an empty cell is ''."""

    name: str
    rows: list[list[Any]]
    row_numbers: list[int]
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file as read: the sheets we asked for, and the names of all sheets there are."""

    grids: tuple[Grid, ...]
    names: tuple[str, ...]


class FileRefused(Exception):
    """A file, or a part of it, that cannot be read at all. `sentence` is Dutch, for the sender."""

    def __init__(self, rule_code: str, sentence: str, expected: str, found: str | None = None) -> None:
        super().__init__(sentence)
        self.rule_code = rule_code
        self.sentence = sentence
        self.expected = expected
        self.found = found


def too_large(what: str, found: int, most: int) -> FileRefused:
    """Give the refusal of something that is larger than any submission can be."""
    shown_found, shown_most = (f"{number:,}".replace(",", ".") for number in (found, most))
    sentence = f"{what}: {shown_found}; er mogen er hoogstens {shown_most} zijn."
    return FileRefused("too_large", sentence, f"hoogstens {shown_most}", shown_found)


def too_many_bytes() -> FileRefused:
    """Give the refusal of a file, or a folder, with more bytes than may be handed in."""
    megabytes = f"{MAX_FILE_BYTES // 1_000_000} MB"
    return FileRefused("too_large", f"Het bestand is groter dan {megabytes}.", f"hoogstens {megabytes}")
