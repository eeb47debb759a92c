"""What the rows that a test of the warehouse found say of themselves."""

from __future__ import annotations

from pathlib import Path

import duckdb

MOST_SENTENCES = 5


def sentences_of(database: Path, query: str) -> list[str]:
    """The first sentences in the column `message` of a failed test.

    Args:
        database: the built warehouse, which nobody has open for writing.
        query: the test as dbt compiled it; its rows are what is wrong.

    Returns:
        At most `MOST_SENTENCES`, in alphabetical order; none when the rows have no such column, or when the test
        cannot be asked again: what dbt itself says of it then has to do.
    """
    once = f"select distinct message from (\n{query}\n) as found where message is not null order by message"  # noqa: S608
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            rows = connection.execute(f"{once} limit {MOST_SENTENCES}").fetchall()
    except duckdb.Error:
        return []
    return [str(row[0]) for row in rows]
