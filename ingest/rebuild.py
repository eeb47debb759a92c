"""Fill the database of the next publication: only the years that changed where that is certain, else everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.compiled_steps import keep_steps, kept_steps
from ingest.dbt_run import DbtRun, OnProgress
from ingest.fingerprints import fingerprints
from ingest.formulas import write_formulas
from ingest.publication_inputs import Sources, read_sources
from ingest.rebuild_plan import Plan, plan_rebuild
from ingest.recipe import recipe

if TYPE_CHECKING:
    from ingest.home import Home
    from ingest.publications import Publication

RunDbt = Callable[[Path, Path, Path, OnProgress | None], DbtRun]


def sources_of(home: Home) -> Sources:
    """What a build would be made of now; the register must have been written out for dbt."""
    return Sources(recipe(), fingerprints(home))


def fill(
    home: Home,
    database: Path,
    sources: Sources,
    current: Publication | None,
    run_dbt: RunDbt,
    on_progress: OnProgress | None,
    *,
    is_full: bool,
) -> tuple[DbtRun, str]:
    """Make the tables of the next publication, and say in Dutch what was rebuilt and why.

    Rebuilding some years is only a shorter way to what a full build makes: where it does not succeed, for whatever
    reason, the full build follows and decides.

    Args:
        home: where everything lies.
        database: the file to make.
        sources: what the build is made of.
        current: the publication that serves now, if there is one that can be read.
        run_dbt: makes everything.
        on_progress: called with (nodes done, nodes in all, the node at hand).
        is_full: rebuild everything, whatever changed.
    """
    work = home.building / "dbt"
    if is_full or current is None:
        plan = Plan("Alles is herbouwd, zoals gevraagd." if is_full else "Alles is gebouwd.")
    else:
        steps = kept_steps(work, sources.recipe, home.raw)
        plan = plan_rebuild(sources, read_sources(home.current.resolve()), steps, current.number)
    if plan.years is not None:
        run = _some_years(home, database, plan, on_progress)
        if run.succeeded:
            return run, plan.reason
        database.unlink(missing_ok=True)
        plan = Plan(f"Alles is herbouwd: alleen de gewijzigde jaren herbouwen lukte niet ({_why_not(run)}).")
    run = run_dbt(database, home.raw, work, on_progress)
    if run.succeeded:
        keep_steps(work, sources.recipe)
        write_formulas(database, work)
    return run, plan.reason


def _some_years(home: Home, database: Path, plan: Plan, on_progress: OnProgress | None) -> DbtRun:
    """Rebuild the years of the plan; what goes wrong is the error of the run."""
    import duckdb

    from ingest.rebuild_years import rebuild_years

    try:
        return rebuild_years(plan.steps, plan.years or (), home.current.resolve(), database, on_progress)
    except (duckdb.Error, OSError) as error:
        return DbtRun((), str(error).splitlines()[0])


def _why_not(run: DbtRun) -> str:
    """The error of a run, or the first test that failed in it."""
    return run.error or next((f"{node.name}: {node.status}" for node in run.nodes if node.is_failed), "niets te doen")
