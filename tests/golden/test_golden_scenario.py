"""The golden scenario: ten submissions in, the answers that were worked out by hand out."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.home import Home
from tests.golden.scenario import YEAR
from tests.oracle.comparison import MARTS, compare
from tests.oracle.definitions import Definitions
from tests.oracle.oracle import answers

HERE = Path(__file__).parent
TABLES = {
    "as_reported": ("fct_measures_as_reported", "unit_nis_code", "measure"),
    "measures": ("fct_measures", "nis_code", "measure"),
    "values": ("fct_indicator_values", "nis_code", "indicator_code"),
}
Row = dict[str, str]


def expected(name: str) -> list[Row]:
    """The rows of a file with answers."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FIGURES = expected("expected_figures.csv")
BENCHMARKS = expected("expected_benchmarks.csv")


@pytest.fixture(scope="module")
def figures(golden: Home) -> dict[tuple[str, ...], tuple[Any, str]]:
    """(table, NIS code, type of care, code) to value and status."""
    found = {}
    with duckdb.connect(str(golden.current.resolve()), read_only=True) as connection:
        for table, (mart, unit, code) in TABLES.items():
            query = f"select '{table}', {unit}, care_type, {code}, value, status from marts.{mart} where year = {YEAR}"
            found.update({tuple(row[:4]): (row[4], row[5]) for row in connection.execute(query).fetchall()})
    return found


@pytest.fixture(scope="module")
def benchmarks(golden: Home) -> dict[tuple[str, ...], Row]:
    """(NIS code, type of care, indicator, peer group) to the row of the mart."""
    keys = ("nis_code", "care_type", "indicator_code", "peer_group")
    with duckdb.connect(str(golden.current.resolve()), read_only=True) as connection:
        cursor = connection.execute(f"select * from marts.fct_benchmarks where year = {YEAR}")
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {tuple(row[key] for key in keys): row for row in rows}


def _is(found: Any, wanted: str) -> bool:
    """Whether a figure is the expected fraction, or a text the expected text; nothing is an empty cell."""
    if found is None or wanted == "":
        return found is None and wanted == ""
    if isinstance(found, str):
        return found == wanted
    return float(found) == pytest.approx(float(Fraction(wanted)), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: "-".join(list(row.values())[:4]))
def test_a_figure_is_what_was_worked_out_by_hand(row: Row, figures: dict[tuple[str, ...], tuple[Any, str]]) -> None:
    value, status = figures[row["table"], row["nis_code"], row["care_type"], row["code"]]
    assert status == row["status"], row["arithmetic"]
    assert _is(value, row["value"]), (value, row["arithmetic"])


@pytest.mark.parametrize("row", BENCHMARKS, ids=lambda row: "-".join(list(row.values())[:5]))
def test_a_comparison_is_what_was_worked_out_by_hand(row: Row, benchmarks: dict[tuple[str, ...], Row]) -> None:
    found = benchmarks[row["nis_code"], row["care_type"], row["indicator_code"], row["peer_group"]][row["column"]]
    assert _is(found, row["expected"]), (found, row["arithmetic"])


def test_every_indicator_has_an_answer_worked_out_by_hand() -> None:
    answered = {row["code"] for row in FIGURES if row["table"] == "values" and row["value"]}
    assert sorted(set(Definitions().formulas) - answered) == []


def test_every_status_but_the_estimate_and_every_judgement_has_an_answer_worked_out_by_hand() -> None:
    definitions = Definitions()
    judgements = {row["code"] for row in definitions.rows("codes") if row["codelist"] == "judgement"}
    assert {row["status"] for row in FIGURES} == set(definitions.precedence) - {"estimated"}
    assert {row["expected"] for row in BENCHMARKS if row["column"] == "judgement"} == judgements


def test_the_oracle_agrees_with_every_row_of_the_scenario(golden: Home) -> None:
    compared = compare(golden.current.resolve(), answers(golden.raw))
    assert {one.mart: one.disagreements[:10] for one in compared} == {mart: [] for mart in MARTS}
