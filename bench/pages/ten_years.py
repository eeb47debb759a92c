"""A publication of ten years: the five of a demo, and the same figures once more five years earlier."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

SHIFT = 5
TABLES_WITH_YEARS = """
    select table_schema || '.' || table_name
    from information_schema.columns
    inner join information_schema.tables using (table_schema, table_name)
    where column_name = 'year' and data_type in ('INTEGER', 'SMALLINT', 'BIGINT') and table_type = 'BASE TABLE'
        and table_schema in ('marts', 'intermediate')
"""


def widen(home: Path, target: Path) -> Path:
    """Copy the publication of a home into another folder and double its years there; gives that folder.

    Args:
        home: holds the publication of a demo of five years.
        target: the folder that becomes a home to serve; it is made.
    """
    target.mkdir(parents=True)
    shutil.copy(os.path.realpath(home / "current.duckdb"), target / "current.duckdb")
    with duckdb.connect(str(target / "current.duckdb")) as warehouse:
        for (table,) in warehouse.execute(TABLES_WITH_YEARS).fetchall():
            warehouse.execute(f"insert into {table} select * replace (year - {SHIFT} as year) from {table}")
    return target
