"""A cell left empty, or a submission that never came: what changes, and above all what does not.

Of every submission of one year one cell is made empty, each time of another column; of the other year one whole
submission is taken away. Everything else must stay as it was, to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import pandas as pd
import pytest

from ingest.home import Home
from tests.conftest import SMALL_YEARS
from tests.oracle.altered import built, copy_of, differing, marts_of, rewrite
from tests.oracle.blanking import COLUMNS, Cell, Key, blank, cells_to_blank, measures_resting_on
from tests.oracle.comparison import MARTS, compare
from tests.oracle.definitions import WITHOUT_VALUE, Definitions
from tests.oracle.oracle import answers
from tests.oracle.raw_rows import submissions

BLANKED_YEAR, REMOVED_YEAR = SMALL_YEARS
INDICATOR = ["year", "care_type", "indicator_code"]
Marts = dict[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Altered:
    """The marts before and after, what was made empty, and whose submission was taken away."""

    raw: Path
    database: Path
    before: Marts
    after: Marts
    cells: list[Cell]
    removed: str


@pytest.fixture(scope="module")
def altered(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Altered:
    """The small demo, with gaps made on purpose."""
    folder = tmp_path_factory.mktemp("gaps")
    raw = copy_of(small_warehouse.raw, folder)
    cells = cells_to_blank(raw, BLANKED_YEAR, Random(7))
    blank(raw, cells)
    removed = _somebody(raw)
    for dataset in ("register_submissions", "register_decisions"):
        rewrite(raw, dataset, lambda rows: [row for row in rows if (row["nis_code"], row["year"]) != removed])
    database = built(small_warehouse, raw, folder)
    before, after = marts_of(small_warehouse.current), marts_of(database)
    return Altered(raw, database, before, after, cells, removed[0])


def _somebody(raw: Path) -> tuple[str, int]:
    """A municipality that is an authority by itself, with most types of care."""
    units = [unit.authority for unit in Definitions().units_of(REMOVED_YEAR)]
    alone = {
        key: sum(one.form[f"offers_{care_type}"] is True for care_type in Definitions().care_types)
        for key, one in submissions(raw).items()
        if key[1] == REMOVED_YEAR and units.count(key[0]) == 1
    }
    return max(sorted(alone), key=alone.__getitem__)


def _resting_on_a_cell(altered: Altered, is_sure: bool = False) -> set[Key]:
    """The measures that rest on the empty cells."""
    definitions = Definitions()
    authority_of = {unit.code: unit.authority for unit in definitions.units_of(BLANKED_YEAR)}
    keys = [measures_resting_on(cell, authority_of[cell.unit], definitions, is_sure) for cell in altered.cells]
    return set().union(*keys)


def _of_the_removed(altered: Altered) -> set[Key]:
    """The measures that the missing submission takes away."""
    sheets = {name: row["sheet"] for name, row in Definitions().measures.items()}
    rows = altered.before["fct_measures"].index
    of_removed = {key for key in rows if key[:2] == (altered.removed, REMOVED_YEAR)}
    return {key for key in of_removed if sheets[key[3]] != "context" and key[3] != "submissions_expected"}


def test_a_cell_of_every_column_is_made_empty_once(altered: Altered) -> None:
    assert {(cell.sheet, cell.column) for cell in altered.cells} == set(COLUMNS)


def test_nothing_changes_but_what_rests_on_the_gap(altered: Altered) -> None:
    changed = set(differing(altered.before["fct_measures"], altered.after["fct_measures"]))
    assert changed
    assert sorted(changed - _resting_on_a_cell(altered) - _of_the_removed(altered)) == []


def test_what_rests_on_an_empty_cell_has_no_value(altered: Altered) -> None:
    rows = altered.after["fct_measures"].loc[sorted(_resting_on_a_cell(altered, is_sure=True))]
    assert list(rows.index[rows["value"].notna()]) == []
    assert set(rows["status"]) <= WITHOUT_VALUE


def test_an_empty_cell_never_makes_a_zero_or_another_value(altered: Altered) -> None:
    changed = differing(altered.before["fct_measures"], altered.after["fct_measures"])
    in_year = [key for key in changed if key[1] == BLANKED_YEAR]
    assert altered.after["fct_measures"].loc[in_year, "value"].isna().all()


def test_whoever_hands_in_nothing_has_no_value_in_any_sheet(altered: Altered) -> None:
    after = altered.after["fct_measures"].loc[(altered.removed, REMOVED_YEAR)]
    sheets = Definitions().measures
    from_sheets = after[[sheets[measure]["sheet"] not in ("context", "submission") for _, measure in after.index]]
    assert set(from_sheets["status"]) == {"not_submitted"}
    assert after.loc[("all", "submissions_received"), "value"] == 0


def test_an_indicator_changes_only_with_one_of_its_measures(altered: Altered) -> None:
    formulas = Definitions().formulas
    measures = set(differing(altered.before["fct_measures"], altered.after["fct_measures"]))
    for code, year, care_type, indicator in differing(
        altered.before["fct_indicator_values"], altered.after["fct_indicator_values"]
    ):
        terms = formulas[indicator].numerator + formulas[indicator].denominator
        assert any((code, year, care_type, measure) in measures for _, measure in terms)


def test_every_peer_counts_one_fewer_for_each_member_that_lost_its_value(altered: Altered) -> None:
    lost = _lost(altered)
    before, after = (_fixed(marts["fct_benchmarks"]) for marts in (altered.before, altered.after))
    members = before.merge(lost, on=["nis_code", *INDICATOR], how="left").assign(
        lost=lambda rows: rows["lost"].fillna(0)
    )
    in_group = members.groupby([*INDICATOR, "peer_group", "group_code"], dropna=False)["lost"].transform("sum")
    fewer = before["n_peers"].to_numpy() - after["n_peers"].to_numpy()
    assert fewer.max() > 1
    assert (fewer == (in_group - members["lost"]).to_numpy()).all()


def test_a_comparison_changes_only_where_the_value_of_somebody_changes(altered: Altered) -> None:
    values = differing(altered.before["fct_indicator_values"], altered.after["fct_indicator_values"])
    before, after = (
        marts["fct_benchmarks"].drop("nearest", level="peer_group") for marts in (altered.before, altered.after)
    )
    changed = differing(before, after)
    assert len(changed)
    assert {key[1:4] for key in changed} <= {key[1:] for key in values}


def test_the_oracle_agrees_with_every_row_after_the_gaps(altered: Altered) -> None:
    found = {one.mart: one.disagreements[:10] for one in compare(altered.database, answers(altered.raw))}
    assert found == {mart: [] for mart in MARTS}


def _lost(altered: Altered) -> pd.DataFrame:
    """The (authority, indicator) rows with a reported value before and none after."""
    before, after = (marts["fct_indicator_values"]["status"] for marts in (altered.before, altered.after))
    is_lost = ((before == "reported") & (after != "reported")).rename("lost")
    assert not ((before != "reported") & (after == "reported")).any()
    return is_lost[is_lost].astype(int).reset_index()


def _fixed(benchmarks: pd.DataFrame) -> pd.DataFrame:
    rows = benchmarks.reset_index()
    return rows[rows["peer_group"] != "nearest"].reset_index(drop=True)
