"""Which submissions would be published otherwise if a publication were made now: what was decided since the last one.

It reads the register and builds nothing, so that a page can tell it at once; which figures would move, and by how much,
is for `ingest.publication_changes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ingest.register import Register, RegisterError

if TYPE_CHECKING:
    from ingest.home import Home

ADDED, REPLACED, REMOVED, DECIDED, CORRECTED = "added", "replaced", "removed", "decided", "corrected"

SubmissionKey = tuple[str, int]
Notes = dict[tuple[SubmissionKey, int | None], str]


class PendingError(Exception):
    """What waits cannot be told; the message is a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class PublishedSubmission:
    """A version that is in a publication."""

    nis_code: str
    year: int
    version: int


@dataclass(frozen=True, slots=True)
class Pending:
    """A submission that would be published otherwise now; a version is None where there is none."""

    nis_code: str
    year: int
    kind: str
    published_version: int | None
    next_version: int | None
    note: str


def pending(home: Home, published: Iterable[PublishedSubmission], since: datetime) -> list[Pending]:
    """Compare what counts now with what a publication was made of, by authority and year.

    Args:
        home: where the register lies; without a register nothing waits.
        published: the versions in the publication.
        since: the moment of the publication (UTC).

    Raises:
        PendingError: the register cannot be read.
    """
    if not home.register_path.is_file():
        return []
    try:
        with Register(home.register_path) as register:
            counting = {(row.nis_code, row.year): row.version for row in register.current_inputs().submissions}
            notes = _decided_since(register, since)
            corrected = _corrected_since(register, since)
    except RegisterError as error:
        raise PendingError(str(error)) from error
    then = {(row.nis_code, row.year): row.version for row in published}
    found = []
    for key in sorted(then | counting):
        old, new = then.get(key), counting.get(key)
        decided = (key, old if new is None else new)
        kind = _kind(old, new, is_decided=decided in notes, is_corrected=key in corrected)
        if kind:
            found.append(Pending(*key, kind, old, new, notes.get(decided, "")))
    return found


def _kind(old: int | None, new: int | None, *, is_decided: bool, is_corrected: bool) -> str:
    """What would become of a submission; empty when it stays as it is."""
    if old != new:
        return ADDED if old is None else REMOVED if new is None else REPLACED
    return CORRECTED if is_corrected else DECIDED if is_decided else ""


def _decided_since(register: Register, since: datetime) -> Notes:
    """Per version what was written with the last decision on it."""
    made = (row for row in register.decisions() if row.decided_at >= _aware(since))
    return {((row.nis_code, row.year), row.version): row.note for row in made}


def _corrected_since(register: Register, since: datetime) -> set[SubmissionKey]:
    return {
        (one.correction.nis_code, one.correction.year)
        for one in register.corrections()
        if max(one.made_at, one.withdrawn_at or one.made_at) >= _aware(since)
    }


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
