"""The text of an agreement as words: each with its line, and with the room before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PIECE = re.compile(r"[^\s()\[\];:•]+|•")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text without white space. `room` is how many blanks stand before it; a line break counts as many.

    `in_brackets` says that a bracket opens right before it.
    """

    text: str
    line: int
    room: int
    in_brackets: bool = False

    @property
    def has_digit(self) -> bool:
        """Whether it may be a figure, or a part of one."""
        return bool(_DIGIT.search(self.text))


LINE_BREAK = 1000


def words_of(lines: Iterable[tuple[int, str]]) -> list[Word]:
    """Cut lines, as (number, text), into words."""
    found = []
    for number, text in lines:
        end = -LINE_BREAK
        for piece in _PIECE.finditer(text):
            opened = text[max(end, 0) : piece.start()].rstrip().endswith("(")
            found.append(Word(piece.group(), number, piece.start() - end, opened))
            end = piece.end()
    return found


def plain(text: str) -> str:
    """A text as names are compared: small letters and digits, parted by one blank."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def sentence(words: Iterable[Word]) -> str:
    """Words as they are read, for a label."""
    return " ".join(word.text for word in words).strip(" .,–-")
