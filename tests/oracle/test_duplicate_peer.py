"""An exact copy of one authority: its peers' statistics change as the definition says, and nobody's own figures do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from ingest.home import Home
from tests.oracle.altered import built, copy_of, differing, marts_of, rewrite
from tests.oracle.definitions import Definitions
from tests.oracle.raw_rows import SHEETS, FileKey, RawRow, counting, file_key, read_rows, versions

YEAR = 2025
GROUPS = ("province", "reference_region", "size_class", "service_level", "belfius_cluster")
QUANTILES = {"p10": 0.1, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9}
CELL = ["care_type", "indicator_code"]
FILES = ("authority", *SHEETS, "problems", "rejected_rows")
ANOTHER_HASH = "c" * 64
FIRST_FREE_DECISION = 1_000_000


@dataclass(frozen=True)
class Copied:
    """The marts before and after `copy` handed in in YEAR exactly what `original` did."""

    original: str
    copy: str
    before: dict[str, pd.DataFrame]
    after: dict[str, pd.DataFrame]

    @cached_property
    def authorities(self) -> dict[str, dict[str, str]]:
        return {row["nis_code"]: row for row in Definitions().rows("authorities")}

    @cached_property
    def shared_groups(self) -> dict[str, set[str]]:
        """The fixed groups that both are in, with their members."""
        rows, mine, its = self.authorities, self.authorities[self.original], self.authorities[self.copy]
        shared = [group for group in GROUPS if mine[group] and mine[group] == its[group]]
        members = {group: {code for code in rows if rows[code][group] == mine[group]} for group in shared}
        return members | {"all": set(rows)}

    def own_figures(self, marts: dict[str, pd.DataFrame]) -> pd.DataFrame:
        """Reported values of YEAR: numerator, denominator and value by cell and authority."""
        values = marts["fct_indicator_values"].reset_index()
        chosen = values[(values["year"] == YEAR) & (values["status"] == "reported")]
        return chosen.set_index([*CELL, "nis_code"])[["numerator", "denominator", "value"]].sort_index()

    @cached_property
    def new_cells(self) -> list[tuple[str, str]]:
        """The types of care and indicators in which the original has a value, and the copy has one only now."""
        before = self.own_figures(self.before)
        of_original, of_copy = (set(before.xs(code, level="nis_code").index) for code in (self.original, self.copy))
        return sorted(of_original - of_copy)

    def benchmarks(self, marts: dict[str, pd.DataFrame], group: str) -> pd.DataFrame:
        rows = marts["fct_benchmarks"].reset_index()
        chosen = rows[(rows["year"] == YEAR) & (rows["peer_group"] == group)]
        return chosen.set_index([*CELL, "nis_code"]).sort_index()


def _handed_in_twice(rows: Iterable[RawRow], key: FileKey, copy: str) -> list[RawRow]:
    """The rows, and those of one file once more under the code of the copy."""
    rows = list(rows)
    more = [row | {"nis_code": copy, "file_hash": ANOTHER_HASH} for row in rows if file_key(row) == key]
    for row in more:
        if "decision_id" in row:
            row["decision_id"] += FIRST_FREE_DECISION
    return rows + more


def _lives_as(rows: Iterable[RawRow], original: str, copy: str) -> list[RawRow]:
    """The rows of a public file, in which the copy has the inhabitants or the income of the original."""
    rows = list(rows)
    return [row for row in rows if row["nis_code"] != copy] + [
        row | {"nis_code": copy} for row in rows if row["nis_code"] == original
    ]


def _a_pair(raw: Path) -> tuple[str, str, FileKey]:
    """Who handed in, and who did not and shares the most groups with it; neither ever merged."""
    rows = {row["nis_code"]: row for row in Definitions().rows("authorities")}
    units: dict[str, list[str]] = {}
    for unit in Definitions().rows("authority_history"):
        units.setdefault(unit["nis_code"], []).append(unit["unit_nis_code"])
    single = [code for code in sorted(rows) if units[code] == [code]]
    received = {unit for unit, _ in versions(raw)}
    counts = counting(raw)
    keys = {row["nis_code"]: file_key(row) for (_, year), found in versions(raw).items() if year == YEAR
            for row in found if counts.get(file_key(row)) == "accepted"}  # fmt: skip
    pairs = [(one, other) for one in single if one in keys for other in single if other not in received]
    best = max(pairs, key=lambda pair: (sum(rows[pair[0]][group] == rows[pair[1]][group] for group in GROUPS), pair))
    return *best, keys[best[0]]


@pytest.fixture(scope="module")
def copied(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Copied:
    folder = tmp_path_factory.mktemp("copied")
    raw = copy_of(small_warehouse.raw, folder)
    original, copy, key = _a_pair(raw)
    for dataset in ("register_submissions", "register_decisions", *(f"submission_{sheet}" for sheet in FILES)):
        rewrite(raw, dataset, lambda rows: _handed_in_twice(rows, key, copy))
    for dataset in ("population", "fiscal_income"):
        rewrite(raw, dataset, lambda rows: _lives_as(rows, original, copy))
    assert len(read_rows(raw, "submission_finance")) > len(read_rows(small_warehouse.raw, "submission_finance"))
    return Copied(original, copy, marts_of(small_warehouse.current), marts_of(built(small_warehouse, raw, folder)))


def test_the_copy_has_the_figures_of_the_original(copied: Copied) -> None:
    figures = copied.own_figures(copied.after)
    its, the_original = (figures.xs(code, level="nis_code") for code in (copied.copy, copied.original))

    assert copied.new_cells
    pd.testing.assert_frame_equal(its.loc[copied.new_cells], the_original.loc[copied.new_cells])


def test_nobody_elses_own_figures_move(copied: Copied) -> None:
    for name in ("fct_measures", "fct_indicator_values"):
        before, after = (marts[name].drop(copied.copy, level="nis_code") for marts in (copied.before, copied.after))
        assert list(differing(before, after)) == []


def test_where_the_copy_is_no_member_no_statistic_moves(copied: Copied) -> None:
    for group in set(GROUPS) - set(copied.shared_groups):
        its = copied.authorities[copied.copy][group]
        elsewhere = [code for code, row in copied.authorities.items() if row[group] != its]
        before, after = (copied.benchmarks(marts, group) for marts in (copied.before, copied.after))
        is_elsewhere = before.index.get_level_values("nis_code").isin(elsewhere)
        assert is_elsewhere.any()
        np.testing.assert_allclose(
            after[is_elsewhere][["n_peers", *QUANTILES, "weighted_mean"]].to_numpy(float),
            before[is_elsewhere][["n_peers", *QUANTILES, "weighted_mean"]].to_numpy(float),
            rtol=1e-12,
        )


def test_everybody_in_its_groups_counts_one_peer_more(copied: Copied) -> None:
    for group, members in copied.shared_groups.items():
        others = sorted(members - {copied.original, copied.copy})
        before, after = (copied.benchmarks(marts, group)["n_peers"] for marts in (copied.before, copied.after))
        for cell in copied.new_cells:
            more = after.loc[cell].loc[others] - before.loc[cell].loc[others]
            assert set(more) == {1}, (group, cell)


def test_the_copy_shares_the_place_of_the_original(copied: Copied) -> None:
    columns = ["n_peers", *QUANTILES, "weighted_mean", "rank", "percentile_rank", "quartile", "judgement"]
    for group in copied.shared_groups:
        after = copied.benchmarks(copied.after, group)[columns]
        its, the_originals = (after.xs(code, level="nis_code") for code in (copied.copy, copied.original))
        pd.testing.assert_frame_equal(its.loc[copied.new_cells], the_originals.loc[copied.new_cells])


def test_the_statistics_of_the_others_are_those_of_the_old_values_and_one_of_them_twice(copied: Copied) -> None:
    old = copied.own_figures(copied.before)
    multipliers = {code: float(formula.row["multiplier"]) for code, formula in Definitions().formulas.items()}
    n_compared = 0
    for group, members in copied.shared_groups.items():
        if group == "all":
            continue
        after = copied.benchmarks(copied.after, group)[[*QUANTILES, "weighted_mean"]]
        for cell in copied.new_cells:
            figures = old.loc[cell]
            figures = pd.concat([figures[figures.index.isin(members)], figures.loc[[copied.original]]])
            others = sorted(members - {copied.original, copied.copy})
            found = after.loc[cell].loc[others].to_numpy(float)
            codes, numbers = figures.index.to_numpy(), figures.to_numpy(float)
            expected = np.array([_expected(numbers[codes != code], multipliers[cell[1]]) for code in others])
            np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)
            n_compared += int((~np.isnan(expected[:, 0])).sum())
    assert n_compared > 0


def _expected(peers: np.ndarray, multiplier: float) -> list[float]:
    """Type 7 quantiles and the ratio of sums of peers, given as numerator, denominator and value; at least five."""
    if len(peers) < 5:
        return [np.nan] * 6
    numerators, denominators, values = peers.T
    total = denominators.sum()
    has_ratio = total != 0 and np.abs(denominators).max() <= 0.75 * abs(total)
    ratio = multiplier * numerators.sum() / total if has_ratio else np.nan
    return [*np.quantile(values, list(QUANTILES.values())), ratio]
