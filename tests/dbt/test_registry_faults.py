"""One fault at a time in the definitions: the build fails, and the sentence says which row to mend."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dbt.running_dbt import SEEDS, Outcome, Warehouse

NARROW = ("--indirect-selection", "cautious", "--exclude-resource-type", "unit_test")
BuildWith = Callable[[str, str, str, str, str], Outcome]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    folder = tmp_path_factory.mktemp("registry")
    shutil.copytree(SEEDS, folder / "seeds")
    return Warehouse(folder / "opvangspiegel.duckdb", folder / "no_raw", folder / "dbt", folder / "seeds")


@pytest.fixture
def build_with(warehouse: Warehouse) -> BuildWith:
    """Give one cell of a seed another value, and build what a test of the registry needs."""

    def build(seed: str, row: str, column: str, value: str, test: str) -> Outcome:
        path = warehouse.seeds / f"{seed}.csv"
        change_cell(path, row, column, value)
        try:
            return warehouse.run("build", "--select", f"+{test}", *NARROW)
        finally:
            shutil.copy(SEEDS / path.name, path)

    return build


def change_cell(path: Path, row: str, column: str, value: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, names = list(reader), reader.fieldnames or []
    chosen = [found for found in rows if row in found.values()]
    assert chosen, f"no {row} in {path.name}"
    for found in chosen:
        found[column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


INDICATOR = "assert_every_indicator_is_complete"
CARE_TYPE = "assert_every_care_type_is_known"
BAND = "assert_target_bands_are_possible"
NAMED = "assert_every_named_measure_is_known"
FAULTS = [
    pytest.param(
        *("indicators", "cost_per_place", "numerator", "cost_gross_eur - fees_invoised_eur"),
        "assert_every_term_is_a_known_measure",
        "Indicator cost_per_place (numerator) names the measure 'fees_invoised_eur', which is not in measures.csv. "
        "Measures are parted by ' + ' or ' - '.",
        id="an unknown measure in a formula",
    ),
    pytest.param(
        *("indicators", "turnover", "definition_nl", "", INDICATOR),
        "Indicator turnover: a definition is missing.",
        id="a missing text",
    ),
    pytest.param(
        *("indicators", "turnover", "polarity", "minder", INDICATOR),
        "Indicator turnover: polarity 'minder' is not higher, lower, neutral or target_band.",
        id="an unknown polarity",
    ),
    pytest.param(
        *("indicators", "turnover", "theme", "weather", INDICATOR),
        "Indicator turnover: theme 'weather' has no profile in theme_profiles.csv or no label in codes.csv.",
        id="an unknown theme",
    ),
    pytest.param(
        *("indicators", "turnover", "plausible_max", "-1", INDICATOR),
        "Indicator turnover: the plausible range is missing or upside down.",
        id="an impossible range",
    ),
    pytest.param(
        *("indicators", "turnover", "next_review", "", INDICATOR),
        "Indicator turnover: the source, owner or review date is missing.",
        id="no review date",
    ),
    pytest.param(
        *("target_bands", "via_execution", "lower_bound", "101", BAND),
        "Target band of via_execution for group: the lower bound is above the upper bound.",
        id="an impossible band",
    ),
    pytest.param(
        *("target_bands", "via_execution", "indicator_code", "turnover", BAND),
        "Target band of turnover for group: the polarity of the indicator is not target_band.",
        id="a band of an indicator without one",
    ),
    pytest.param(
        *("indicators", "turnover", "care_types", "group toddlers", CARE_TYPE),
        "Indicator turnover is asked for 'toddlers', but its measure leavers does not exist there.",
        id="an indicator of an unknown type of care",
    ),
    pytest.param(
        *("measures", "leavers", "care_types", "group family out_of_school all toddlers", CARE_TYPE),
        "Measure leavers names the unknown type of care 'toddlers'.",
        id="a measure of an unknown type of care",
    ),
    pytest.param(
        *("measure_parts", "leavers", "quantity", "leavings", "assert_every_measure_can_be_made"),
        "Measure leavers rests on staff_year.leavings, which is not in quantity_columns.csv.",
        id="a measure that rests on nothing",
    ),
    pytest.param(
        *("peer_features", "density", "denominator", "area", NAMED),
        "Feature supply.density (denominator) names the measure 'area', which is not in measures.csv.",
        id="a feature of an unknown measure",
    ),
    pytest.param(
        *("theme_profiles", "revenue", "profile", "prices", NAMED),
        "Profile prices has 0 features in peer_features.csv; it needs 1 to 8.",
        id="a profile without features",
    ),
    pytest.param(
        *("care_types", "family", "offer_measure", "", NAMED),
        "Type of care family (offer_measure) names the measure '', which is not in measures.csv.",
        id="a type of care that nothing offers",
    ),
]


@pytest.mark.parametrize(("seed", "row", "column", "value", "test", "sentence"), FAULTS)
def test_a_fault_in_the_definitions_fails_the_build_with_a_sentence(
    build_with: BuildWith, seed: str, row: str, column: str, value: str, test: str, sentence: str
) -> None:
    outcome = build_with(seed, row, column, value, test)

    assert outcome.statuses[test] == "fail", outcome.failures or outcome.error
    assert sentence in outcome.sentences[test]


def test_the_definitions_as_they_are_pass_every_test_of_them(warehouse: Warehouse) -> None:
    tests = sorted({fault.values[4] for fault in FAULTS})
    outcome = warehouse.run(*("build", "--select", *(f"+{test}" for test in tests), *NARROW))

    assert outcome.failures == {}
    assert {outcome.statuses[test] for test in tests} == {"pass"}
