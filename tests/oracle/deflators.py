"""What brings an amount of money to the prices of one year, worked out from the index as it was handed in."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from tests.oracle.definitions import Definitions, Formula
from tests.oracle.raw_rows import RawRow, file_key, read_rows

MONEY = "euro"
COLUMNS = ["year", "indicator_code", "deflator", "prices_of_year", "index_name", "index_source", "index_base_year"]
NUMBERS = dict.fromkeys(("deflator", "prices_of_year", "index_base_year"), float)


def deflators(raw: Path, values: pd.DataFrame, definitions: Definitions) -> pd.DataFrame:
    """Give the mart of deflators, for every year of the indicator values and every indicator in money."""
    units = {row["measure"]: row["unit"] for row in definitions.rows("measures")}
    money = [code for code, formula in definitions.formulas.items() if _is_money(formula, units)]
    years = sorted(int(year) for year in values["year"].unique())
    index = {row["year"]: row for row in _latest_index(raw) if row["year"] in years}
    rows = [(year, code, *_prices(index, year)) for year in years for code in money]
    return pd.DataFrame(rows, columns=COLUMNS).astype(NUMBERS)


def _is_money(formula: Formula, units: dict[str, str]) -> bool:
    """Money above the line and none below it: in a share of money in money prices cancel out."""
    above, below = ({units[measure] for _sign, measure in side} for side in (formula.numerator, formula.denominator))
    return above == {MONEY} and MONEY not in below


def _latest_index(raw: Path) -> list[RawRow]:
    """The rows of the index that was handed in last, as a whole."""
    files = [row for row in read_rows(raw, "register_files") if row["dataset"] == "price_index"]
    last = max(files, key=lambda row: (row["registered_at"], file_key(row)), default=None)
    return [row for row in read_rows(raw, "price_index") if last and file_key(row) == file_key(last)]


def _prices(index: dict[int, RawRow], year: int) -> tuple[object, ...]:
    """The deflator of a year, and of which year, in which index, the prices are."""
    if not index:
        return None, None, None, None, None
    level = index[max(index)]
    figure = index[year]["index_figure"] if year in index else None
    deflator = float(level["index_figure"]) / float(figure) if figure else None
    return deflator, level["year"], level["index_name"], level["source"], level["base_year"]
