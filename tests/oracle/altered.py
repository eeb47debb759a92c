"""A copy of a home's raw folder with something changed on purpose, and the marts that are built from it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from ingest.dbt_run import run_dbt_build
from tests.oracle.comparison import MARTS, read_mart
from tests.oracle.raw_rows import RawRow

Change = Callable[[list[RawRow]], Iterable[RawRow]]


def copy_of(raw: Path, folder: Path) -> Path:
    """Copy a raw folder, to be changed and built from."""
    return Path(shutil.copytree(raw, folder / "raw"))


def rewrite(raw: Path, dataset: str, change: Change) -> None:
    """Let the rows of each Parquet file of a dataset go through `change`."""
    for path in (raw / dataset).glob("year=*/*.parquet"):
        table = pq.ParquetFile(path).read()
        pq.write_table(pa.Table.from_pylist(list(change(table.to_pylist())), schema=table.schema), path)


def built(raw: Path, folder: Path) -> Path:
    """Build everything from a raw folder, tests of the warehouse included; give the database."""
    database = folder / "altered.duckdb"
    run = run_dbt_build(database, raw, folder / "dbt")
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
