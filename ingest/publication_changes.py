"""Which published figures differ: between two publications, or between the current one and what would come now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.decide import DecisionError, register_of
from ingest.publications import numbers_on_disk, publication_file, read_publication

if TYPE_CHECKING:
    from ingest.dbt_run import OnProgress
    from ingest.home import Home

# What one of the two shows otherwise; the difference is for the eye, and no figure is made of it.
_DIFFERENCES = """
    select
        coalesce(new.nis_code, old.nis_code) as nis_code, coalesce(new.year, old.year) as year,
        coalesce(new.care_type, old.care_type) as care_type,
        coalesce(new.indicator_code, old.indicator_code) as indicator_code, old.value, new.value,
        new.value - old.value, old.status, new.status
    from old_publication.marts.fct_indicator_values as old
    full outer join new_publication.marts.fct_indicator_values as new
        on old.nis_code = new.nis_code and old.year = new.year and old.care_type = new.care_type
        and old.indicator_code = new.indicator_code
    where old.status is distinct from new.status
        or coalesce(abs(new.value - old.value) > 1e-11 * greatest(abs(new.value), abs(old.value)), false)
    order by all
"""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that differs; what one of the two does not have is None."""

    nis_code: str
    year: int
    care_type: str
    indicator_code: str
    old_value: float | None
    new_value: float | None
    difference: float | None
    old_status: str | None
    new_status: str | None


@dataclass(frozen=True, slots=True)
class PublicationChanges:
    """What differs from one publication to another; `to_number` is None for what would be published now."""

    from_number: int
    to_number: int | None
    figures: tuple[FigureChange, ...]


@dataclass(frozen=True, slots=True)
class PublishedPublication:
    """A publication that was made current once; `is_kept` when its file is still there to look at."""

    number: int
    published_at: datetime
    note: str
    is_kept: bool


def published(home: Home) -> list[PublishedPublication]:
    """Every publication, in the order in which they were published.

    Raises:
        DecisionError: nothing was received yet.
    """
    kept = set(numbers_on_disk(home))
    with register_of(home) as register:
        rows = register.publications()
    return [PublishedPublication(row.number, row.published_at, row.note, row.number in kept) for row in rows]


def compare_publications(home: Home, old: int | None = None, new: int | None = None) -> PublicationChanges:
    """Compare two publications whose files are kept, by default the last with the one before it.

    Raises:
        DecisionError: there is no such publication, or its file is no longer kept.
    """
    kept = numbers_on_disk(home)
    new = (kept[-1] if kept else None) if new is None else new
    old = max((number for number in kept if new is not None and number < new), default=None) if old is None else old
    if old not in kept or new not in kept:
        known = ", ".join(map(str, kept)) or "geen"
        raise DecisionError(f"Vergelijken kan tussen publicaties waarvan het bestand bewaard is: {known}.")
    return PublicationChanges(old, new, _differences(publication_file(home, old), publication_file(home, new)))


def if_published_now(home: Home, on_progress: OnProgress | None = None) -> PublicationChanges:
    """Build what would be published now, tell what it would change, and throw it away.

    Raises:
        BuildBusyError: another build is under way in the same home.
        DecisionError: nothing was published yet, or what would be built is not sound.
    """
    from ingest.publish import rehearse

    if not home.current.exists():
        raise DecisionError("Er is nog niets gepubliceerd: alles zou nieuw zijn.")
    current = home.current.resolve()
    number = read_publication(current).number
    report, figures = rehearse(home, lambda candidate: _differences(current, candidate), on_progress)
    if figures is None:
        reasons = [report.error, *(node.description or node.name for node in report.failures)]
        raise DecisionError(f"Nu publiceren zou niet lukken: {'; '.join(filter(None, reasons))}")
    return PublicationChanges(number, None, figures)


def _differences(old: Path, new: Path) -> tuple[FigureChange, ...]:
    import duckdb

    with duckdb.connect() as connection:
        for name, path in (("old_publication", old), ("new_publication", new)):
            quoted = str(path).replace("'", "''")
            connection.execute(f"attach '{quoted}' as {name} (read_only)")
        return tuple(FigureChange(*row) for row in connection.execute(_DIFFERENCES).fetchall())
