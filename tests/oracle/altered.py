"""A copy of a home's raw folder with something changed on purpose, and the marts that are built from it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ingest.compiled_steps import kept_steps
from ingest.dbt_run import DbtRun, run_dbt_build
from ingest.home import Home
from ingest.publication_inputs import read_sources
from ingest.rebuild_years import rebuild_years
from tests.oracle.comparison import MARTS, read_mart
from tests.oracle.raw_rows import RawRow

EVERY_YEAR = tuple(range(2000, 2051))
Change = Callable[[list[RawRow]], Iterable[RawRow]]


def copy_of(raw: Path, folder: Path) -> Path:
    """Copy a raw folder, to be changed and built from."""
    return Path(shutil.copytree(raw, folder / "raw"))


def rewrite(raw: Path, dataset: str, change: Change) -> None:
    """Let the rows of each Parquet file of a dataset go through `change`."""
    for path in (raw / dataset).glob("year=*/*.parquet"):
        table = pq.ParquetFile(path).read()
        pq.write_table(pa.Table.from_pylist(list(change(table.to_pylist())), schema=table.schema), path)


def built(home: Home, raw: Path, folder: Path) -> Path:
    """Make every table of the home's publication again from a changed raw folder, and run the tests of the warehouse.

    The SQL is what dbt compiled for that publication: starting dbt takes longer than all that it runs here.
    """
    publication = home.current.resolve()
    steps = kept_steps(home.building / "dbt", read_sources(publication).recipe, raw)
    database = folder / "opvangspiegel.duckdb"
    return _sound(database, rebuild_years(steps, EVERY_YEAR, publication, database, None))


def built_by_dbt(raw: Path, folder: Path) -> Path:
    """Let dbt make everything from a raw folder and the definitions at hand, tests of the warehouse included."""
    database = folder / "altered.duckdb"
    return _sound(database, run_dbt_build(database, raw, folder / "dbt"))


def _sound(database: Path, run: DbtRun) -> Path:
    assert run.succeeded, [run.error, *(node for node in run.nodes if node.is_failed)]
    return database


def marts_of(database: Path) -> dict[str, pd.DataFrame]:
    """Every mart that the oracle computes too, in the order of its keys."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return {
            name: read_mart(connection, name, mart).sort_values(list(mart.keys)).set_index(list(mart.keys))
            for name, mart in MARTS.items()
        }


def differing(before: pd.DataFrame, after: pd.DataFrame) -> pd.Index:
    """The keys of the rows that are not the same; both have the same rows."""
    assert before.index.equals(after.index)
    is_same = (before == after) | (before.isna() & after.isna())
    return before.index[~is_same.all(axis=1)]
