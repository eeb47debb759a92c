"""The marts of a small demo against the oracle: every row and every figure of them."""

from __future__ import annotations

import pytest

from ingest.home import Home
from tests.oracle.comparison import MARTS, Comparison, compare
from tests.oracle.oracle import Answers, answers

FIRST = 10


@pytest.fixture(scope="module")
def oracle(small_warehouse: Home) -> Answers:
    """The oracle's answers on the small demo."""
    return answers(small_warehouse.raw)


@pytest.fixture(scope="module")
def comparisons(small_warehouse: Home, oracle: Answers) -> dict[str, Comparison]:
    """What came out of comparing each mart."""
    return {one.mart: one for one in compare(small_warehouse.current, oracle)}


@pytest.mark.parametrize("mart", MARTS)
def test_every_row_of_the_mart_is_what_the_oracle_says(mart: str, comparisons: dict[str, Comparison]) -> None:
    assert comparisons[mart].n_rows > 0
    assert comparisons[mart].disagreements[:FIRST] == []


def test_the_small_demo_has_something_of_every_kind_to_disagree_about(oracle: Answers) -> None:
    statuses = set(oracle.measures["status"])
    assert statuses >= {
        "not_applicable",
        "not_submitted",
        "rejected",
        "withheld",
        "under_query",
        "partial_year",
        "reported",
    }
    judgements = set(oracle.benchmarks["judgement"])
    assert judgements == {
        "better",
        "worse",
        "higher",
        "lower",
        "similar",
        "in_band",
        "below_band",
        "above_band",
        "none",
    }
    assert set(oracle.benchmarks["reason"].dropna()) >= {"too_few_peers", "no_band"}
    assert set(oracle.peers["match_quality"]) >= {"good", "limited"}


def test_every_indicator_has_an_answer_for_some_authority(oracle: Answers) -> None:
    rows = oracle.indicator_values
    answered = rows.dropna(subset=["value"]).groupby(["indicator_code", "care_type"]).size()
    asked = rows.groupby(["indicator_code", "care_type"]).size()
    assert sorted(set(asked.index) - set(answered.index)) == []
