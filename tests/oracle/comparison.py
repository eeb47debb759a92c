"""Every row of a mart beside the oracle's: texts equal, numbers equal to 1e-9 of what they were computed from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pandas as pd

from tests.oracle.oracle import Answers

RELATIVE = 1e-9
SMALLEST_MEASURE = 1e-15
"""Measures are decimals with fifteen digits: below that there is nothing to compare."""

SMALLEST_DISTANCE = 1e-9
"""Distances are rounded to nine digits: one that lies on the edge can fall on either side of it."""


class Mart(NamedTuple):
    """A mart to compare: where its answers are, what identifies a row, and its other columns."""

    answers: str
    keys: tuple[str, ...]
    texts: tuple[str, ...]
    numbers: tuple[str, ...]


_GRAIN = ("nis_code", "year", "care_type")
_STATISTICS = ("p10", "p25", "median", "p75", "p90")
MARTS = {
    "fct_measures_as_reported": Mart(
        "measures_as_reported", ("unit_nis_code", "year", "care_type", "measure"), ("nis_code", "status"), ("value",)
    ),
    "fct_measures": Mart("measures", (*_GRAIN, "measure"), ("status",), ("value",)),
    "fct_indicator_values": Mart(
        "indicator_values", (*_GRAIN, "indicator_code"), ("status",), ("numerator", "denominator", "value")
    ),
    "dim_peers": Mart("peers", (*_GRAIN, "theme", "peer_rank"), ("peer_nis_code", "match_quality"), ("distance",)),
    "fct_benchmarks": Mart(
        "benchmarks",
        (*_GRAIN, "indicator_code", "peer_group"),
        ("group_code", "status", "weighted_mean_reason", "judgement", "reason"),
        (
            *("peers_total", "n_peers", "value", *_STATISTICS, "weighted_mean"),
            *("rank", "percentile_rank", "quartile", "difference", "band_lower", "band_upper"),
        ),
    ),
    "fct_changes": Mart(
        "changes",
        (*_GRAIN, "indicator_code"),
        ("status", "status_before"),
        ("value", "value_before", "change", "change_share", "change_percentile", "has_break"),
    ),
    "dim_deflators": Mart(
        "deflators",
        ("year", "indicator_code"),
        ("index_name", "index_source"),
        ("deflator", "prices_of_year", "index_base_year"),
    ),
}
OPERANDS = {
    "difference": ("value", "median"),
    "change": ("value", "value_before"),
    **dict.fromkeys(_STATISTICS, ("p10", "p90")),
}
"""Columns that come from a subtraction or an interpolation: an error is small when it is small beside what went in."""


@dataclass(slots=True)
class Comparison:
    """What came out of comparing one mart."""

    mart: str
    n_rows: int = 0
    n_figures: int = 0
    disagreements: list[str] = field(default_factory=list)

    def add(self, column: str, rows: pd.DataFrame, keys: tuple[str, ...]) -> None:
        """Note the rows that disagree in a column."""
        for row in rows.to_dict("records"):
            where = " ".join(str(row[key]) for key in keys)
            self.disagreements.append(f"{column} of {where}: mart {row['mart']!r}, oracle {row['oracle']!r}")


def compare(database: Path, answers: Answers) -> list[Comparison]:
    """Compare all marts in a publication with the oracle's answers."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return [_compare(connection, name, mart, getattr(answers, mart.answers)) for name, mart in MARTS.items()]


def read_mart(connection: duckdb.DuckDBPyConnection, name: str, mart: Mart) -> pd.DataFrame:
    """The columns of a mart that are compared, its numbers as floats."""
    texts = ", ".join((*mart.keys, *mart.texts))
    numbers = ", ".join(f"cast({column} as double) as {column}" for column in mart.numbers)
    return connection.execute(f"select {texts}, {numbers} from marts.{name}").df()


def _compare(connection: duckdb.DuckDBPyConnection, name: str, mart: Mart, expected: pd.DataFrame) -> Comparison:
    found = read_mart(connection, name, mart)
    result = Comparison(name, len(found))
    keys = list(mart.keys)
    wanted = expected[[*keys, *mart.texts, *mart.numbers]]
    both = found.merge(wanted, on=keys, how="outer", suffixes=("_m", "_o"), indicator=True)
    alone = both[both["_merge"] != "both"].assign(mart=lambda rows: rows["_merge"], oracle="")
    result.add("row", alone, mart.keys)
    both = both[both["_merge"] == "both"]
    for column in mart.texts:
        pair = both[keys].assign(mart=both[f"{column}_m"].fillna(""), oracle=both[f"{column}_o"].fillna(""))
        result.add(column, pair[pair["mart"] != pair["oracle"]], mart.keys)
    for column in mart.numbers:
        pair = both[keys].assign(mart=both[f"{column}_m"], oracle=both[f"{column}_o"])
        result.add(column, pair[~_equal(both, column)], mart.keys)
    result.n_figures = len(both) * (len(mart.texts) + len(mart.numbers))
    return result


def _equal(both: pd.DataFrame, column: str) -> np.ndarray:
    mart, oracle = both[f"{column}_m"].to_numpy(dtype=float), both[f"{column}_o"].to_numpy(dtype=float)
    size = np.abs(oracle)
    for operand in OPERANDS.get(column, ()):
        size = np.maximum(size, np.nan_to_num(np.abs(both[f"{operand}_o"].to_numpy(dtype=float))))
    smallest = SMALLEST_DISTANCE if column == "distance" else SMALLEST_MEASURE
    is_close = np.abs(mart - oracle) <= RELATIVE * size + smallest
    return is_close | (np.isnan(mart) & np.isnan(oracle))
