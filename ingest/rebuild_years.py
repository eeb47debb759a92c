"""Redo some years of a publication with the SQL that dbt compiled for it, and keep its other years as they are.

The rows of those years are made apart, in a part database that holds no other year. Then, in a copy of the publication,
they take the place of the old ones; every model that is not rebuilt by year is made anew from all years; and every test
is run on the whole. Tables keep their definition, and with it their constraints.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.compiled_steps import BY_YEAR, WARN, Step
from ingest.dbt_run import DbtRun, NodeResult, OnProgress
from ingest.failed_tests import sentences_of
from ingest.rebuild_plan import resting_on_years

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# What becomes of a table. One that rests on seeds alone stays as it is; one by year, and one that years do not touch
# (by year may rest on it), is made in the part database; the rest is made from the whole.
_STAYS, _YEARS, _BEFORE_YEARS, _AFTER_YEARS = "stays", "years", "before years", "after years"
_OLD, _PART = "old", "part"


def rebuild_years(
    steps: tuple[Step, ...], years: tuple[int, ...], current: Path, database: Path, on_progress: OnProgress | None
) -> DbtRun:
    """Make in `database` what a full build would make, given that only these years changed since `current`.

    Args:
        steps: of the build that made the current publication, each after its parents.
        years: of which submissions or decisions changed.
        current: the file of the current publication.
        database: the file to make; its name without ending is the catalog that the steps name.
        on_progress: called with (models and tests done, in all, the one at hand).

    Raises:
        duckdb.Error: something cannot be redone this way.
        OSError: a file cannot be written.
    """
    models = [step for step in steps if step.resource_type != "test"]
    tests = [step for step in steps if step.resource_type == "test"]
    fates = _fates(models)
    redone = [step for step in models if fates.get(step.unique_id, _STAYS) != _STAYS]
    count = _counter(len(redone) + len(tests), on_progress)
    part = database.with_suffix(".part")
    shutil.copyfile(current, database)
    _make_part(models, fates, years, database, part, count)
    with _opened(database) as whole:
        whole.execute(f"attach {_path(part)} as {_PART} (read_only)")
        whole.begin()
        for step in redone:
            _replace(whole, step, fates[step.unique_id], years, count)
        whole.commit()
        whole.execute(f"detach {_PART}")
        found = [(test, _n_found(whole, test, count)) for test in tests]
    part.unlink()
    built = tuple(NodeResult(step.name, step.resource_type, "success") for step in redone)
    return DbtRun((*built, *(_told(database, test, n_found) for test, n_found in found)))


def _fates(models: list[Step]) -> dict[str, str]:
    """What becomes of each table, by unique id; views are not in it."""
    rests_on_years = resting_on_years(models)
    rests_on_files: set[str] = set()
    fates: dict[str, str] = {}
    for step in models:
        if any(parent.startswith("source.") or parent in rests_on_files for parent in step.parents):
            rests_on_files.add(step.unique_id)
        if step.rebuilt == BY_YEAR:
            fate = _YEARS
        elif step.unique_id in rests_on_years:
            fate = _AFTER_YEARS
        else:
            fate = _BEFORE_YEARS if step.unique_id in rests_on_files else _STAYS
        if step.materialized != "view":
            fates[step.unique_id] = fate
    return fates


def _make_part(
    models: list[Step],
    fates: dict[str, str],
    years: tuple[int, ...],
    whole: Path,
    part: Path,
    count: Callable[[Step], None],
) -> None:
    """Make the rows of the years, in a database that goes by the name that the steps know and holds no other year."""
    rests_on_years = resting_on_years(models)
    by_year = {step.unique_id for step in models if step.rebuilt == BY_YEAR}
    with _opened() as connection:
        connection.execute(f"attach {_path(whole)} as {_OLD} (read_only)")
        connection.execute(f"attach {_path(part)} as {whole.stem}")
        for schema in sorted({step.schema for step in models}):
            connection.execute(f'create schema if not exists {whole.stem}."{schema}"')
        connection.execute(f"use {whole.stem}")
        for step in models:
            if step.unique_id in by_year or step.unique_id not in rests_on_years:
                _make_in_part(connection, step, fates.get(step.unique_id, ""), years, count)


def _make_in_part(
    connection: DuckDBPyConnection, step: Step, fate: str, years: tuple[int, ...], count: Callable[[Step], None]
) -> None:
    if not fate:
        connection.execute(f"create view {step.relation} as {step.sql}")
    elif fate == _STAYS:
        connection.execute(f"create view {step.relation} as select * from {_OLD}.{step.relation}")  # noqa: S608
    else:
        count(step)
        restriction = f" where {_in(years)}" if fate == _YEARS else ""
        connection.execute(f"create table {step.relation} as select * from {_OLD}.{step.relation} limit 0")  # noqa: S608
        _insert(connection, step, f"{_made(step)}{restriction}")


def _replace(
    whole: DuckDBPyConnection, step: Step, fate: str, years: tuple[int, ...], count: Callable[[Step], None]
) -> None:
    """Let the new rows of a table take the place of the old ones."""
    restriction = f" where {_in(years)}" if fate == _YEARS else ""
    whole.execute(f"delete from {step.relation}{restriction}")  # noqa: S608
    if fate == _AFTER_YEARS:
        count(step)
        _insert(whole, step, _made(step))
    else:
        _insert(whole, step, f"select * from {_PART}.{step.relation}")  # noqa: S608


def _insert(connection: DuckDBPyConnection, step: Step, rows: str) -> None:
    connection.execute(f"insert into {step.relation} by name {rows}")


def _made(step: Step) -> str:
    return f"select * from (\n{step.sql}\n) as made"  # noqa: S608


def _in(years: tuple[int, ...]) -> str:
    return f"year in ({', '.join(map(str, years)) or 'null'})"


def _n_found(whole: DuckDBPyConnection, test: Step, count: Callable[[Step], None]) -> int:
    count(test)
    return whole.execute(f"select count(*) from (\n{test.sql}\n) as found").fetchone()[0]  # noqa: S608


def _told(database: Path, test: Step, n_found: int) -> NodeResult:
    """The result of a test; one that found something says what, in the words of its rows."""
    if not n_found:
        return NodeResult(test.name, test.resource_type, "pass", description=test.description, failures=0)
    status = WARN if test.severity == WARN else "fail"
    message = "\n".join(sentences_of(database, test.sql))
    return NodeResult(test.name, test.resource_type, status, message, test.description, n_found)


def _counter(total: int, on_progress: OnProgress | None) -> Callable[[Step], None]:
    """Report each step with the number that are done."""
    done = iter(range(total + 1))

    def count(step: Step) -> None:
        if on_progress is not None:
            on_progress(next(done), total, step.name)

    return count


@contextmanager
def _opened(database: Path | str = ":memory:") -> Iterator[DuckDBPyConnection]:
    """A connection with the memory that a build may take."""
    import duckdb

    memory = os.environ.get("OPVANGSPIEGEL_MEMORY")
    with duckdb.connect(str(database), config={"memory_limit": memory} if memory else {}) as connection:
        yield connection


def _path(path: Path) -> str:
    """A path as SQL text."""
    return "'" + str(path).replace("'", "''") + "'"
