"""Whether two databases hold the same tables, row by row: numbers to the seventh digit, everything else exactly."""

from __future__ import annotations

from pathlib import Path

import duckdb

_TABLES = "select schema_name, table_name from duckdb_tables() where database_name = ? and schema_name <> 'publication'"
_COLUMNS = """
    select column_name, data_type = 'DOUBLE' as is_double
    from duckdb_columns()
    where database_name = 'one' and schema_name = ? and table_name = ?
    order by is_double, column_index
"""


def differing_tables(one: Path, other: Path) -> dict[str, int]:
    """The tables that are not the same, with the number of rows that differ (-1: only one of them has the table)."""
    with duckdb.connect() as connection:
        for name, path in (("one", one), ("other", other)):
            connection.execute(f"attach '{path.resolve()}' as {name} (read_only)")
        tables = {name: set(connection.execute(_TABLES, [name]).fetchall()) for name in ("one", "other")}
        found = {f"{schema}.{table}": -1 for schema, table in tables["one"] ^ tables["other"]}
        for schema, table in tables["one"] & tables["other"]:
            found[f"{schema}.{table}"] = _n_differing(connection, schema, table)
    return {table: n_rows for table, n_rows in found.items() if n_rows}


def _n_differing(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> int:
    columns = connection.execute(_COLUMNS, [schema, table]).fetchall()
    one, other = f"one.{schema}.{table}", f"other.{schema}.{table}"
    n_rows, n_others = (connection.execute(f"select count(*) from {side}").fetchone()[0] for side in (one, other))
    if n_rows != n_others:
        return abs(n_rows - n_others)
    # A comparison of sets is quick; only numbers that are not the same to the seventh digit are looked at one by one.
    rounded = ", ".join(f"{name}::float" if is_double else name for name, is_double in columns)
    left = f"select count(*) from (select {rounded} from {one} except all select {rounded} from {other})"
    return connection.execute(left).fetchone()[0] and _n_beyond_twelve_digits(connection, columns, one, other)


def _n_beyond_twelve_digits(
    connection: duckdb.DuckDBPyConnection, columns: list[tuple[str, bool]], one: str, other: str
) -> int:
    is_same = " and ".join(
        f"(o.{name} is not distinct from t.{name}"
        + (f" or abs(o.{name} - t.{name}) <= 1e-12 * abs(o.{name}))" if is_double else ")")
        for name, is_double in columns
    )
    order = ", ".join(name for name, _ in columns)
    sides = f"(from {one} order by {order}) as o positional join (from {other} order by {order}) as t"
    return connection.execute(f"select count(*) from {sides} where not coalesce({is_same}, false)").fetchone()[0]
