"""What changed since the year before: one authority, type of care and indicator after the other, counted by hand."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from tests.oracle.definitions import Definitions
from tests.oracle.statistics import MIN_PEERS

TOTAL = "all"
TEXTS = ("nis_code", "care_type", "indicator_code", "status", "status_before")
NUMBERS = {"year": int} | dict.fromkeys(
    ("value", "value_before", "change", "change_share", "change_percentile", "has_break"), float
)
"""The columns of the mart, which has no rows where there is one year only."""
Row = dict[str, Any]
Breaks = list[tuple[int, str, str]]
"""The first year after a break, and whom and which type of care it concerns: empty for everybody and for all."""


def changes(values: pd.DataFrame, definitions: Definitions) -> pd.DataFrame:
    """Give the mart of changes, from all indicator values."""
    rows = list(_pairs(values))
    breaks, units = _breaks(definitions), {code: one.row["unit_nl"] for code, one in definitions.formulas.items()}
    sizes: dict[tuple[Any, ...], list[float]] = defaultdict(list)
    for row in rows:
        if row["change"] is not None:
            insort(sizes[_cell(row)], _size(row))
    for row in rows:
        row["has_break"] = any(_concerns(one, row) for one in breaks)
        row["change_share"] = _share(row, units[row["indicator_code"]])
        row["change_percentile"] = _percentile(row, sizes[_cell(row)])
    return pd.DataFrame(rows, columns=[*TEXTS, *NUMBERS]).astype(NUMBERS)


def _pairs(values: pd.DataFrame) -> Iterator[Row]:
    grain = ["nis_code", "care_type", "indicator_code"]
    rows = {tuple(row[name] for name in (*grain, "year")): row for row in values.to_dict("records")}
    for (*key, year), row in rows.items():
        before = rows.get((*key, year - 1))
        if before:
            yield dict(zip(grain, key, strict=True)) | _pair(row, before)


def _pair(now: Row, before: Row) -> Row:
    pair = {"year": now["year"], "value": now["value"], "status": now["status"]}
    pair |= {"value_before": before["value"], "status_before": before["status"], "change": None}
    if now["status"] == before["status"] == "reported":
        is_equal = f"{now['value']:.11e}" == f"{before['value']:.11e}"
        pair["change"] = 0.0 if is_equal else now["value"] - before["value"]
    return pair


def _cell(row: Row) -> tuple[Any, ...]:
    return row["year"], row["care_type"], row["indicator_code"]


def _share(row: Row, unit: str) -> float | None:
    if row["change"] is None or unit == "%" or row["value_before"] <= 0:
        return None
    return row["change"] / row["value_before"]


def _percentile(row: Row, sizes: list[float]) -> float | None:
    n_others = len(sizes) - 1
    if row["change"] is None or n_others < MIN_PEERS:
        return None
    return bisect_left(sizes, _size(row)) / n_others * 100


def _size(row: Row) -> float:
    return float(f"{abs(row['change']):.11e}")


def _breaks(definitions: Definitions) -> Breaks:
    mergers = [
        (int(row["valid_to_year"]) + 1, row["nis_code"], "")
        for row in definitions.rows("authority_history")
        if row["valid_to_year"]
    ]
    written = [(int(row["year"]), row["nis_code"], row["care_type"]) for row in definitions.rows("series_breaks")]
    return mergers + written


def _concerns(found: tuple[int, str, str], row: Row) -> bool:
    year, nis_code, care_type = found
    concerns_care = care_type in ("", row["care_type"]) or row["care_type"] == TOTAL
    return year == row["year"] and nis_code in ("", row["nis_code"]) and concerns_care
