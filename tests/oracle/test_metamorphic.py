"""Changes of which the effect is known beforehand: the order of rows, a name, and money twice as large."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from random import Random

import duckdb
import numpy as np
import pandas as pd
import pytest

from ingest.home import Home
from tests.oracle.altered import built, built_by_dbt, copy_of, differing, marts_of, rewrite
from tests.oracle.definitions import SEEDS, Definitions
from tests.oracle.raw_rows import RawRow

Marts = dict[str, pd.DataFrame]
OLD_NAME, NEW_NAME = "Aartselaar", "Aartselaar aan de Bist"
PLACES = ["n_peers", "rank", "percentile_rank", "quartile"]


@pytest.fixture(scope="module")
def before(small_warehouse: Home) -> Marts:
    """The marts of the small demo as it is."""
    return marts_of(small_warehouse.current)


@pytest.fixture(scope="module")
def shuffled_and_renamed(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database after every raw row changed its place and one municipality its name."""
    folder = tmp_path_factory.mktemp("shuffled")
    raw = copy_of(small_warehouse.raw, folder)
    for dataset in sorted(path.name for path in raw.iterdir()):
        rewrite(raw, dataset, _shuffled)
    seeds = Path(shutil.copytree(SEEDS, folder / "seeds"))
    for name in ("authorities.csv", "authority_history.csv"):
        text = (seeds / name).read_text(encoding="utf-8")
        assert OLD_NAME in text
        (seeds / name).write_text(text.replace(f",{OLD_NAME},", f",{NEW_NAME},"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPVANGSPIEGEL_SEEDS", str(seeds))
        return built_by_dbt(raw, folder)


def _shuffled(rows: list[RawRow]) -> list[RawRow]:
    return Random(len(rows)).sample(rows, len(rows))


@pytest.fixture(scope="module")
def twice_the_money(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Marts:
    """The marts after every amount in euro was doubled."""
    folder = tmp_path_factory.mktemp("money")
    raw = copy_of(small_warehouse.raw, folder)
    columns = {
        "submission_finance": "amount_eur",
        "submission_via": "amount_eur",
        "fiscal_income": "total_net_taxable_eur",
    }
    for dataset, column in columns.items():
        rewrite(raw, dataset, lambda rows, column=column: [row | {column: _doubled(row[column])} for row in rows])
    return marts_of(built(small_warehouse, raw, folder))


def _doubled(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else 2 * amount


def test_the_order_of_the_rows_and_a_name_change_no_figure(before: Marts, shuffled_and_renamed: Path) -> None:
    after = marts_of(shuffled_and_renamed)
    for name, mart in before.items():
        texts = mart.select_dtypes(exclude="number").columns
        assert list(differing(mart[texts], after[name][texts])) == []
        numbers = mart.select_dtypes("number").columns
        # Sums of doubles may differ in their last digit with the order in which they are added.
        np.testing.assert_allclose(after[name][numbers], mart[numbers], rtol=1e-12, atol=1e-9)


def test_a_new_name_is_shown_and_nothing_else_in_the_list_of_authorities(
    small_warehouse: Home, shuffled_and_renamed: Path
) -> None:
    old, new = (_authorities(database) for database in (small_warehouse.current, shuffled_and_renamed))
    assert NEW_NAME in set(new["name"])
    assert new.replace({"name": {NEW_NAME: OLD_NAME}}).equals(old)


def _authorities(database: Path) -> pd.DataFrame:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute("select * from marts.dim_authorities order by nis_code").df()


def test_twice_the_money_doubles_what_is_in_euro_and_leaves_every_share(before: Marts, twice_the_money: Marts) -> None:
    old, new = before["fct_indicator_values"], twice_the_money["fct_indicator_values"]
    factor = old.index.get_level_values("indicator_code").map(_factors())
    assert set(factor) == {1, 2}
    assert list(differing(old[["status"]], new[["status"]])) == []
    np.testing.assert_allclose(new["value"], old["value"] * factor, rtol=1e-12)


def test_twice_the_money_moves_nobody_among_its_peers(before: Marts, twice_the_money: Marts) -> None:
    old, new = before["fct_benchmarks"], twice_the_money["fct_benchmarks"]
    columns = [*PLACES, "judgement", "reason", "weighted_mean_reason"]
    assert list(differing(old[columns], new[columns])) == []


def _factors() -> dict[str, int]:
    """Indicator to what becomes of it: twice as large where only its numerator is in euro."""
    definitions = Definitions()
    euro = {name for name, row in definitions.measures.items() if row["unit"] == "euro"}
    degree = {
        code: any(measure in euro for _, measure in formula.numerator)
        - any(measure in euro for _, measure in formula.denominator)
        for code, formula in definitions.formulas.items()
    }
    return {code: 2**power for code, power in degree.items()}
