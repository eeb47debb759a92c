"""The only door to the publication: read-only, cached per publication, followed without a restart."""

import os
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from types import MappingProxyType
from typing import ParamSpec, TypeVar

import duckdb
import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard import language
from dashboard.frames import frame_of
from dashboard.language import translated as _

HOME_VARIABLE = "OPVANGSPIEGEL_HOME"
DEFAULT_HOME = "warehouse"
KEPT_CONNECTIONS = 3
KEPT_ANSWERS = 2_000
KEPT_THINGS = 500
REQUIRED_TABLES = frozenset(
    {
        "marts.dim_authorities",
        "marts.dim_authority_units",
        "marts.dim_care_types",
        "marts.dim_codes",
        "marts.dim_deflators",
        "marts.dim_group_labels",
        "marts.dim_group_members",
        "marts.dim_indicators",
        "marts.dim_measures",
        "marts.dim_peer_groups",
        "marts.dim_peers",
        "marts.dim_series_breaks",
        "marts.dim_target_bands",
        "marts.dim_terms",
        "marts.fct_benchmarks",
        "marts.fct_cell_corrections",
        "marts.fct_changes",
        "marts.fct_corrections",
        "marts.fct_differences",
        "marts.fct_indicator_values",
        "marts.fct_indicator_values_as_reported",
        "marts.fct_measures",
        "marts.fct_problems",
        "marts.fct_queries",
        "marts.fct_submission_versions",
        "marts.fct_submissions",
        "publication.publication",
    }
)

Version = tuple[str, int, int]
Parameters = tuple[tuple[str, object], ...]
Asked = ParamSpec("Asked")
Thing = TypeVar("Thing")


class PublicationMissing(Exception):
    """There is no publication in the home folder yet."""


class PublicationUnreadable(Exception):
    """There is a file where the publication should be, but it cannot be used; the text says why."""


@dataclass(frozen=True)
class Beside:
    """A table that a statement reads next to those of the publication: its name there, and what gives it (``kept``)."""

    name: str
    give: Callable[..., pd.DataFrame]
    arguments: tuple[Hashable, ...]


def ask(statement: str, *, within: str = "", beside: Sequence[Beside] = (), **parameters: object) -> pd.DataFrame:
    """Answer one SQL statement from the current publication, with its named parameters.

    Args:
        statement: fixed text; everything that a reader chooses is a parameter (``$name``), but for the language,
            which stands for ``{lang}`` in the names of columns.
        within: common table expressions that several statements share, put in front.
        beside: tables that the statement reads next to those of the publication.
        parameters: their values by name.

    Raises:
        PublicationMissing: nothing is published yet.
        PublicationUnreadable: the file is damaged or was made by an older version.
    """
    found = _answer(_current_version(), language.current(), within + statement, _hashable(parameters), tuple(beside))
    # The copy shares its columns until somebody changes one: a kept answer stays as it was given.
    return found.copy(deep=False)


def records(statement: str, **parameters: object) -> tuple[Mapping[str, object], ...]:
    """Answer a statement row by row, where a frame would be much for a few of them; see ``ask``."""
    return _records(_current_version(), language.current(), statement, _hashable(parameters))


def _hashable(parameters: Mapping[str, object]) -> Parameters:
    return tuple(sorted((name, tuple(one) if isinstance(one, list) else one) for name, one in parameters.items()))


def kept(give: Callable[Asked, Thing]) -> Callable[Asked, Thing]:
    """Keep what is made out of answers, for each publication, language and set of arguments (which must be hashable).

    What is kept serves everybody: whoever asks for it leaves it as it is.
    """

    @lru_cache(maxsize=KEPT_THINGS)
    def of(_version: Version, _code: str, *arguments: Hashable) -> Thing:
        return give(*arguments)

    @wraps(give)
    def current(*arguments: Asked.args) -> Thing:
        return of(_current_version(), language.current(), *arguments)

    return current


def look_at(choice: Callable[[], int | None]) -> None:
    """Let what follows be asked from an earlier publication as long as ``choice`` gives its number.

    From here on a run of a page stays with one file, also when another publication comes meanwhile.
    """
    global _looked_at
    _looked_at = choice
    _of_this_run.set([])


def earlier_publications() -> list[int]:
    """The numbers of the publications whose file is kept beside the current one, the latest first."""
    home = _home()
    kept = {int(path.stem.rpartition("_")[2]): path for path in (home / "publications").glob("opvangspiegel_*.duckdb")}
    current = os.path.realpath(home / "current.duckdb")
    older = {number for number, path in kept.items() if os.path.realpath(path) != current}
    return sorted(older, reverse=True)


def check_publication() -> None:
    """Open the publication that is looked at, or raise as ``ask`` does."""
    _connection(_current_version())


def _current_version() -> Version:
    """Name the file that is looked at in this run, or now: its real path, modification time and inode."""
    found = _of_this_run.get()
    if found is None:
        return _version_now()
    if not found:
        found.append(_version_now())
    return found[0]


def _version_now() -> Version:
    number = _looked_at()
    name = "current.duckdb" if number is None else f"publications/opvangspiegel_{number}.duckdb"
    path = os.path.realpath(_home() / name)
    try:
        stat = os.stat(path)
    except OSError as error:
        raise PublicationMissing from error
    return path, stat.st_mtime_ns, stat.st_ino


def _home() -> Path:
    return Path(os.environ.get(HOME_VARIABLE, DEFAULT_HOME))


def _the_current_one() -> int | None:
    return None


_looked_at: Callable[[], int | None] = _the_current_one
_of_this_run: ContextVar[list[Version] | None] = ContextVar("of_this_run", default=None)


@lru_cache(maxsize=KEPT_ANSWERS)
def _answer(
    version: Version,
    code: str,
    statement: str,
    parameters: Parameters,
    beside: tuple[Beside, ...],
) -> pd.DataFrame:
    cursor = _connection(version).cursor()
    for table in beside:
        cursor.register(table.name, _to_read(version, code, table))
    return frame_of(cursor.execute(statement.replace("{lang}", code), dict(parameters)).fetchnumpy())


@lru_cache(maxsize=KEPT_ANSWERS)
def _records(version: Version, code: str, statement: str, parameters: Parameters) -> tuple[Mapping[str, object], ...]:
    answer = _connection(version).cursor().execute(statement.replace("{lang}", code), dict(parameters))
    names = [column[0] for column in answer.description]
    return tuple(MappingProxyType(dict(zip(names, row, strict=True))) for row in answer.fetchall())


@lru_cache(maxsize=KEPT_THINGS)
def _to_read(_version: Version, _code: str, table: Beside) -> pa.Table:
    return pa.Table.from_pandas(table.give(*table.arguments), preserve_index=False)


@st.cache_resource(max_entries=KEPT_CONNECTIONS, show_spinner=False)
def _connection(version: Version) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(version[0], read_only=True)
        missing = sorted(REQUIRED_TABLES - _tables_of(connection))
    except duckdb.Error as error:
        raise PublicationUnreadable(_("het bestand is beschadigd of is geen publicatie")) from error
    if missing:
        connection.close()
        raise PublicationUnreadable(
            _("tabellen die deze versie nodig heeft ontbreken: {names}").format(names=", ".join(missing))
        )
    connection.execute("set enable_external_access = false")
    # What a page asks takes milliseconds: a second thread would wait for the core that serves another reader.
    connection.execute("set threads = 1")
    return connection


def _tables_of(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute("select table_schema || '.' || table_name from information_schema.tables").fetchall()
    return {name for (name,) in rows}
