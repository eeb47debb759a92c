"""Build beside the current publication, test, swap.

Order of the steps, so that a kill at any moment leaves the last publication serving and the next build works:
the new file is built and completed in `building/`, moved to `publications/`, made current in one step, and only then
written into the register. What a killed build left in between, the next one clears or completes.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ingest import raw
from ingest.build_lock import BuildBusyError, only_build
from ingest.dbt_run import DbtRun, NodeResult, OnProgress, run_dbt_build
from ingest.previous_publication import write_previous
from ingest.publication_inputs import Sources, write_publication
from ingest.publications import (
    Publication,
    current_publication,
    make_current,
    publication_file,
    read_publication,
    remove_oldest,
    remove_unpublished,
)
from ingest.rebuild import RunDbt, fill, sources_of
from ingest.register import Register

if TYPE_CHECKING:
    from ingest.home import Home
    from ingest.register_records import CurrentInputs

__all__ = ["BuildBusyError", "BuildReport", "build", "rehearse"]

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: a publication, or the reasons why the previous one keeps serving."""

    publication: Publication | None
    nodes: tuple[NodeResult, ...]
    seconds: float
    error: str = ""
    scope: str = ""
    """What was rebuilt, and why: a Dutch sentence."""

    @property
    def is_published(self) -> bool:
        """Whether a new publication took the place of the previous one."""
        return self.publication is not None

    @property
    def failures(self) -> tuple[NodeResult, ...]:
        """The seeds, models and tests that kept the publication back."""
        return tuple(node for node in self.nodes if node.is_failed)

    @property
    def warnings(self) -> tuple[NodeResult, ...]:
        """The tests that found something but do not keep the publication back."""
        return tuple(node for node in self.nodes if node.status == "warn")


def build(
    home: Home,
    on_progress: OnProgress | None = None,
    note: str = "",
    run_dbt: RunDbt = run_dbt_build,
    *,
    is_full: bool = False,
) -> BuildReport:
    """Build a publication from everything accepted so far, and let it take the place of the current one if it is sound.

    Years in which nothing changed are taken from the current publication, where that is certain to come to the same.

    Args:
        home: where everything lies.
        on_progress: called with (nodes done, nodes in all, the node at hand).
        note: what readers should know of this publication.
        run_dbt: builds the database; replaced in tests.
        is_full: rebuild everything, whatever changed.

    Raises:
        BuildBusyError: another build is under way in the same home.
        HomeError: the home folder cannot be written to.
    """
    started = time.monotonic()
    home.ensure()
    with only_build(home.building / "lock.sqlite"):
        made = _make(home, note, run_dbt, on_progress, is_full=is_full)
        if not made.run.succeeded:
            return BuildReport(None, made.run.nodes, time.monotonic() - started, made.run.error, made.scope)
        write_publication(made.database, made.inputs, made.sources, made.number, datetime.now(UTC), note)
        publication = _publish(home, made.database, made.number)
    return BuildReport(publication, made.run.nodes, time.monotonic() - started, scope=made.scope)


def rehearse(
    home: Home,
    look: Callable[[Path], Seen],
    on_progress: OnProgress | None = None,
    run_dbt: RunDbt = run_dbt_build,
) -> tuple[BuildReport, Seen | None]:
    """Build what would be published now, look at it, and publish nothing.

    Args:
        home: where everything lies.
        look: gets the file of the candidate when it is sound; what it gives is handed on.
        on_progress: called with (nodes done, nodes in all, the node at hand).
        run_dbt: builds the database; replaced in tests.

    Raises:
        BuildBusyError: another build is under way in the same home.
        HomeError: the home folder cannot be written to.
    """
    started = time.monotonic()
    home.ensure()
    with only_build(home.building / "lock.sqlite"):
        made = _make(home, "", run_dbt, on_progress, is_full=False)
        seen = look(made.database) if made.run.succeeded else None
        made.database.unlink(missing_ok=True)
    return BuildReport(None, made.run.nodes, time.monotonic() - started, made.run.error, made.scope), seen


@dataclass(frozen=True, slots=True)
class _Made:
    """A database that was filled, and from what."""

    number: int
    inputs: CurrentInputs
    sources: Sources
    database: Path
    run: DbtRun
    scope: str


def _make(home: Home, note: str, run_dbt: RunDbt, on_progress: OnProgress | None, *, is_full: bool) -> _Made:
    """Fill the database of the next publication, beside the current one; only under the lock."""
    number = _prepare(home)
    inputs = _freeze_inputs(home)
    write_previous(home, inputs, number, note)
    sources = sources_of(home)
    database = home.building / "opvangspiegel.duckdb"
    run, scope = fill(home, database, sources, _readable_current(home), run_dbt, on_progress, is_full=is_full)
    return _Made(number, inputs, sources, database, run, scope)


def _prepare(home: Home) -> int:
    """Clear what killed builds left, bring raw up to date, and give the number of the next publication."""
    _clear(home.building)
    current = _readable_current(home)
    if current:
        _enter_in_register(home, current)
    with Register(home.register_path) as register:
        known = {publication.number for publication in register.publications()}
    remove_unpublished(home, known)
    raw.rebuild_missing(home)
    raw.ensure_schemas(home)
    return max(known, default=0) + 1


def _readable_current(home: Home) -> Publication | None:
    """The current publication; a damaged one counts as none, for the next build to replace."""
    try:
        return current_publication(home)
    except OSError:
        return None


def _freeze_inputs(home: Home) -> CurrentInputs:
    """Write what the register knows for dbt, and give the inputs that this very snapshot leads to.

    The register may change while it is being written out: then it is written out again.
    """
    with Register(home.register_path) as register:
        while True:
            inputs = register.current_inputs()
            raw.write_register_snapshot(home)
            if register.current_inputs() == inputs:
                return inputs


def _enter_in_register(home: Home, publication: Publication) -> None:
    """Enter a publication in the register; one that is there already stays as it is."""
    with Register(home.register_path) as register:
        register.add_publication(
            publication.number,
            publication_file(home, publication.number).name,
            publication.published_at.replace(tzinfo=UTC),
            publication.inputs_digest,
            publication.note,
        )


def _clear(building: Path) -> None:
    """Remove everything of an earlier build but the lock and dbt's own cache of the parsed project."""
    for path in building.iterdir():
        if path.name.startswith("lock.sqlite") or path.name == "dbt":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _publish(home: Home, database: Path, number: int) -> Publication:
    """Move the finished file, make it current, enter it in the register, and drop the oldest."""
    target = publication_file(home, number)
    os.replace(database, target)
    make_current(home, number)
    publication = read_publication(target)
    _enter_in_register(home, publication)
    remove_oldest(home)
    return publication
