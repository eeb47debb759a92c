"""What the register knows of payment lists and lists of bookings, and which of them count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ingest.checked import ViaListFacts
from ingest.register_records import FileRecord


class ListState(StrEnum):
    """Whether the lines of a list count: all of them, or none. The codelist `via_list_state` gives the Dutch words."""

    COUNTED = "counted"
    WAITING = "waiting"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class ViaListRecord:
    """A list that was received. `released_at` (UTC) and `release_note` are None until a person let it count."""

    facts: ViaListFacts
    file: FileRecord
    released_at: datetime | None = None
    release_note: str | None = None

    @property
    def is_refused(self) -> bool:
        """Whether a line is refused: only a mended version can count then."""
        return self.file.counts.n_rejected > 0

    @property
    def may_count(self) -> bool:
        """Whether nothing is refused, and every question is answered."""
        return not self.is_refused and (not self.file.counts.n_blocking or self.released_at is not None)


def states_of(lists: Iterable[ViaListRecord]) -> dict[str, ListState]:
    """Give the state of each list by the hash of its file; `lists` are all of them, as they were registered.

    Of the versions of one list the last that may count does. What came before it is replaced; what came after it, or
    has nothing that counts yet, waits.
    """
    states: dict[str, ListState] = {}
    by_list: dict[tuple[str, str, str], list[ViaListRecord]] = {}
    for one in lists:
        by_list.setdefault(one.facts.identity, []).append(one)
    for versions in by_list.values():
        places = [place for place, version in enumerate(versions) if version.may_count]
        counted = places[-1] if places else -1
        for place, version in enumerate(versions):
            after = ListState.REPLACED if place < counted else ListState.WAITING
            states[version.file.file_hash] = ListState.COUNTED if place == counted else after
    return states
