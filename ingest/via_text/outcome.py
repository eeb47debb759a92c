"""What reading an agreement gives: figures with their place, and for every other number what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.via_text.words import Word


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure with its place. `value` is None where the text says that there is none ('Nvt').

    `sector` is None when the text does not keep the column.
    """

    section: str
    row_label: str
    kind: str
    unit: str
    measure: str | None
    sector: str | None
    value: Decimal | None
    place: str
    word: Word


@dataclass(slots=True)
class Reading:
    """Collects figures and the numbers that could not be placed, each with the reason in Dutch."""

    figures: list[Figure] = field(default_factory=list)
    unplaced: list[tuple[Word, str]] = field(default_factory=list)
    notes: list[tuple[Word, str]] = field(default_factory=list)
    no_figures: list[tuple[Word, str]] = field(default_factory=list)

    def cannot_place(self, words: Iterable[Word], why: str) -> None:
        """Keep what could not be placed; words without digits are no loss."""
        self.unplaced.extend((word, why) for word in words if word.has_digit)
