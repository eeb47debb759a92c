"""A frame holds what the warehouse answered: held against the same rows as plain Python values."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

from dashboard.frames import frame_of

# Of each kind a value, and one that is missing. Whole numbers stay whole also beside a missing one.
KINDS = {
    "varchar": ("'a'", "object"),
    "boolean": ("true", "boolean"),
    "integer": ("7", "Int32"),
    "bigint": ("70000000000", "Int64"),
    "usmallint": ("7", "UInt16"),
    "double": ("0.5", "float64"),
    "decimal(18,2)": ("1.25", "float64"),
    "date": ("date '2024-02-29'", "datetime64[us]"),
    "timestamp": ("timestamp '2024-02-29 12:00:01'", "datetime64[us]"),
    "varchar[]": ("['a', 'b']", "object"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_stays_itself_and_a_missing_one_is_missing(kind: str) -> None:
    value, dtype = KINDS[kind]
    statement = f"select unnest([cast({value} as {kind}), null]) as found"
    rows = [row[0] for row in duckdb.sql(statement).fetchall()]
    found = frame_of(duckdb.execute(statement).fetchnumpy())["found"]
    assert found.dtype == dtype
    assert rows[1] is None
    assert pd.isna(found[1])
    if kind == "varchar[]":
        assert list(found[0]) == rows[0]
    elif kind in ("date", "timestamp"):
        assert found[0] == pd.Timestamp(rows[0])
    else:
        assert found[0] == type(found[0])(rows[0])


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_without_a_value_has_none(kind: str) -> None:
    found = frame_of(duckdb.execute(f"select cast(null as {kind}) as found").fetchnumpy())
    assert found["found"].isna().tolist() == [True]


def test_without_missing_values_numbers_and_texts_are_plain() -> None:
    found = frame_of(duckdb.execute("select 'a' as text, 7::integer as number, true as truth").fetchnumpy())
    assert found.dtypes.astype(str).to_dict() == {"text": "object", "number": "int32", "truth": "bool"}
