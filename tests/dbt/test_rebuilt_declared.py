"""Whether the years of a model stand apart is said in its properties, for every model that has years."""

from __future__ import annotations

import duckdb
import pytest

from ingest.compiled_steps import BY_YEAR, Step, kept_steps
from ingest.home import Home
from ingest.publication_inputs import read_sources
from ingest.rebuild_plan import are_separable


@pytest.fixture(scope="module")
def steps(small_warehouse: Home) -> tuple[Step, ...]:
    recipe = read_sources(small_warehouse.current.resolve()).recipe
    return kept_steps(small_warehouse.building / "dbt", recipe, small_warehouse.raw)


@pytest.fixture(scope="module")
def with_years(small_warehouse: Home) -> set[str]:
    with duckdb.connect(str(small_warehouse.current.resolve()), read_only=True) as connection:
        found = connection.execute("select distinct table_name from duckdb_columns() where column_name = 'year'")
        return {name for (name,) in found.fetchall()}


def test_every_model_with_years_says_how_it_is_rebuilt(steps: tuple[Step, ...], with_years: set[str]) -> None:
    models = [step for step in steps if step.resource_type == "model"]
    silent = [step.name for step in models if step.name in with_years and step.rebuilt not in (BY_YEAR, "whole")]

    assert models
    assert silent == [], "say `config: {meta: {rebuilt: by_year}}` or `whole` (docs/data-people.md)"


def test_only_models_with_years_are_rebuilt_by_year(steps: tuple[Step, ...], with_years: set[str]) -> None:
    by_year = {step.name for step in steps if step.rebuilt == BY_YEAR}

    assert "fct_benchmarks" in by_year
    assert by_year - with_years == set()


def test_models_rebuilt_by_year_rest_only_on_such_and_on_what_no_year_touches(steps: tuple[Step, ...]) -> None:
    assert are_separable(steps)
