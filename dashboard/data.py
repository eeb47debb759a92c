"""The only door to the publication: read-only, cached per publication, followed without a restart."""

import os
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard import language
from dashboard.language import translated as _

HOME_VARIABLE = "OPVANGSPIEGEL_HOME"
DEFAULT_HOME = "warehouse"
KEPT_CONNECTIONS = 3
KEPT_ANSWERS = 2_000
KEPT_TABLES = 500
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
        "marts.dim_peer_groups",
        "marts.dim_peers",
        "marts.dim_series_breaks",
        "marts.dim_target_bands",
        "marts.dim_terms",
        "marts.fct_benchmarks",
        "marts.fct_cell_corrections",
        "marts.fct_changes",
        "marts.fct_corrections",
        "marts.fct_indicator_values",
        "marts.fct_indicator_values_as_reported",
        "marts.fct_problems",
        "marts.fct_queries",
        "marts.fct_submission_versions",
        "marts.fct_submissions",
        "publication.publication",
    }
)

Version = tuple[str, int, int]


class PublicationMissing(Exception):
    """There is no publication in the home folder yet."""


class PublicationUnreadable(Exception):
    """There is a file where the publication should be, but it cannot be used; the text says why."""


@dataclass(frozen=True)
class Made:
    """A table that costs much to make and serves several statements: made once for its parameters, and kept."""

    name: str
    statement: str
    parameters: tuple[tuple[str, object], ...]


def ask(statement: str, *, within: str = "", beside: Sequence[Made] = (), **parameters: object) -> pd.DataFrame:
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
    wording = _in_language(within + statement)
    tables = tuple(replace(table, statement=_in_language(table.statement)) for table in beside)
    hashable = ((name, tuple(value) if isinstance(value, list) else value) for name, value in parameters.items())
    # The copy shares its columns until somebody changes one: a kept answer stays as it was given.
    return _answer(_current_version(), wording, tuple(sorted(hashable)), tables).copy(deep=False)


def made(table: Made) -> pd.DataFrame:
    """A table that serves several statements, as a frame; raises as ``ask`` does."""
    return _made_frame(_current_version(), replace(table, statement=_in_language(table.statement))).copy(deep=False)


def _in_language(statement: str) -> str:
    return statement.replace("{lang}", language.current())


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
    version: Version, statement: str, parameters: tuple[tuple[str, object], ...], beside: tuple[Made, ...]
) -> pd.DataFrame:
    cursor = _connection(version).cursor()
    for table in beside:
        cursor.register(table.name, _made(version, table))
    return _with_plain_texts(cursor.execute(statement, dict(parameters)).df())


@lru_cache(maxsize=KEPT_TABLES)
def _made(version: Version, table: Made) -> pa.Table:
    return _connection(version).cursor().sql(table.statement, params=dict(table.parameters)).to_arrow_table()


@lru_cache(maxsize=KEPT_TABLES)
def _made_frame(version: Version, table: Made) -> pd.DataFrame:
    return _with_plain_texts(_made(version, table).to_pandas())


def _with_plain_texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Texts as objects: frames of a page are small and read row by row, which columns of Arrow make slow."""
    texts = [name for name, kind in frame.dtypes.items() if isinstance(kind, pd.StringDtype)]
    return frame.astype(dict.fromkeys(texts, object))


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
    return connection


def _tables_of(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute("select table_schema || '.' || table_name from information_schema.tables").fetchall()
    return {name for (name,) in rows}
