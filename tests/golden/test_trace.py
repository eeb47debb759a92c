"""Every figure of the scenario leads back to cells that really stand in the workbooks, and adds up to the figure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from ingest.cli_trace import trace_lines
from ingest.home import Home
from ingest.trace import Trace, TraceError, trace, trace_as_dict
from ingest.trace_records import Cell, Source, Term
from tests.golden.scenario import YEAR
from tests.oracle.definitions import Definitions

AARTSELAAR, BOECHOUT, BRASSCHAAT, MERGED = "11001", "11004", "11008", "44086"
INDICATORS_OF_OTHERS = ("cost_per_place", "children_per_caregiver", "places_per_location", "opening_hours_per_week")


FIGURES = """
    select nis_code, indicator_code, care_type from marts.fct_indicator_values
    where year = ? and value is not null
    qualify row_number() over (partition by indicator_code order by nis_code, care_type) = 1
        or (list_contains(?, indicator_code) and list_contains(?, nis_code))
    order by all
"""


@pytest.fixture(scope="module")
def traces(golden: Home) -> list[Trace]:
    """One figure of every indicator, and some of a merged authority and of family care."""
    with duckdb.connect(str(golden.current.resolve()), read_only=True) as publication:
        parameters = [YEAR, list(INDICATORS_OF_OTHERS), [BOECHOUT, MERGED]]
        figures = publication.execute(FIGURES, parameters).fetchall()
    return [trace(golden, nis_code, YEAR, indicator, care_type) for nis_code, indicator, care_type in figures]


def test_a_figure_of_every_indicator_can_be_walked_back(traces: list[Trace]) -> None:
    assert {found.indicator_code for found in traces} == set(Definitions().formulas)


def test_what_is_traced_adds_up_exactly_to_both_sides_of_every_figure(traces: list[Trace]) -> None:
    for found in traces:
        sides = {"numerator": found.numerator, "denominator": found.denominator}
        for side, expected in sides.items():
            terms = [term for term in found.terms if term.side == side]
            assert terms, found.indicator_code
            assert sum(term.sign * _sum_of(term) for term in terms) == expected, (found.indicator_code, side)
        ratio = Decimal(str(found.multiplier)) * found.numerator / found.denominator
        assert float(ratio) == pytest.approx(found.value, rel=1e-12)


def _sum_of(term: Term) -> Decimal:
    return sum((_contributed(source) for source in term.sources), Decimal(0))


def _contributed(source: Source) -> Decimal:
    """What the lowest rows of a source add up to; what rests on no rows counts as it stands."""
    if source.origin == "sheet":
        return sum((row.value for part in source.parts for row in part.rows if row.value is not None), Decimal(0))
    if source.public_rows:
        return sum((row.value for row in source.public_rows), Decimal(0))
    return source.value or Decimal(0)


def test_every_cell_stands_in_the_workbook_where_the_trace_says(golden: Home, traces: list[Trace]) -> None:
    n_cells = 0
    for file_name, cell in _cells(traces):
        sheet = _workbook(golden.path.parent / file_name)[cell.sheet_nl]
        there = sheet[cell.reference]
        assert there.row == cell.row_number
        assert sheet.cell(1, there.column).value == cell.header_nl
        assert _same(there.value, cell.found), cell
        if isinstance(there.value, int | float):
            assert Decimal(str(there.value)) == Decimal(cell.value), cell
        n_cells += 1
    assert n_cells > 1000


def _cells(traces: list[Trace]) -> Iterator[tuple[str, Cell]]:
    for found in traces:
        for source in (source for term in found.terms for source in term.sources):
            for row in (row for part in source.parts for row in part.rows):
                yield from ((source.file.file_name, cell) for cell in row.cells)


@cache
def _workbook(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def _same(there: Any, found: str | None) -> bool:
    """Whether a cell as openpyxl gives it is what the trace quotes, in Belgian notation."""
    if there is None or found is None:
        return there is None and found is None
    if isinstance(there, dt.datetime):
        return found == f"{there:%d/%m/%Y}"
    if isinstance(there, dt.time):
        return found == f"{there.hour}:{there.minute:02d}"
    if isinstance(there, int | float):
        return float(found.replace(",", ".")) == there
    return found == there


def test_a_quantity_names_the_parameter_it_was_multiplied_by(traces: list[Trace]) -> None:
    rows = [
        row
        for found in traces
        for term in found.terms
        if term.measure == "child_days_present"
        for source in term.sources
        for part in source.parts
        for row in part.rows
        if row.parameter_item == "3h_5h"
    ]
    assert rows
    for row in rows:
        present = next(cell for cell in row.cells if cell.column_name == "present_days")
        assert (row.parameter, row.parameter_value) == ("day_weight", Decimal("0.6"))
        assert row.value == Decimal(present.found) * Decimal("0.6")


def test_a_merged_authority_leads_to_the_files_of_each_municipality(golden: Home) -> None:
    found = trace(golden, MERGED, YEAR, "cost_per_place", "group")
    files = {(source.unit_name, source.file.file_name) for term in found.terms for source in term.sources}
    assert files == {("De Pinte", "de_pinte.xlsx"), ("Nazareth", "nazareth.xlsx")}


def test_the_version_that_counts_is_the_one_that_is_traced(golden: Home) -> None:
    found = trace(golden, "11016", YEAR, "cost_per_place", "group")
    file = found.terms[0].sources[0].file
    assert (file.file_name, file.version, file.received_on) == ("essen_2.xlsx", 2, dt.date(2025, 4, 20))


def test_a_cell_that_was_refused_carries_the_sentence_that_says_so(golden: Home) -> None:
    found = trace(golden, BRASSCHAAT, YEAR, "qualified_share", "group")
    assert found.value is None
    refused = [cell for _, cell in _cells([found]) if cell.found == "twaalf"]
    assert [cell.header_nl for cell in refused] and all("twaalf" in cell.remarks[0].text for cell in refused)


def test_children_are_traced_to_the_rows_of_the_population_file(golden: Home) -> None:
    found = trace(golden, AARTSELAAR, YEAR, "places_per_100_children_0_2", "group")
    children = next(source for term in found.terms if term.measure == "children_0_2" for source in term.sources)
    assert [(row.age, row.value) for row in children.public_rows] == [(1, Decimal(300))]
    assert children.public_rows[0].file.file_name == f"TF_SOC_POP_STRUCT_{YEAR}.txt"


def test_the_tree_reads_as_dutch_and_as_json(golden: Home) -> None:
    found = trace(golden, AARTSELAAR, YEAR, "cost_per_place", "all")
    text = "\n".join("  " * depth + line for depth, line in trace_lines(found))
    assert "Brutokost (zonder investeringen): 610.000 euro" in text
    assert "Financiën, Personeel: niet vast benoemd: 300.000" in text
    assert "aartselaar.xlsx, versie 1, ontvangen 31/03/2025" in text
    assert "C3 Bedrag ‘300000’" in text
    assert json.loads(json.dumps(trace_as_dict(found)))["numerator"] == "610000"


@pytest.mark.parametrize(
    ("nis_code", "indicator"), [("99999", "cost_per_place"), (AARTSELAAR, "'; drop table x; --")], ids=["who", "what"]
)
def test_a_figure_that_is_not_published_is_refused_in_one_sentence(golden: Home, nis_code: str, indicator: str) -> None:
    with pytest.raises(TraceError, match="De publicatie heeft geen cijfer"):
        trace(golden, nis_code, YEAR, indicator)


def test_there_is_nothing_to_trace_before_anything_is_published(home: Home) -> None:
    with pytest.raises(TraceError, match="nog niets gepubliceerd"):
        trace(home, AARTSELAAR, YEAR, "cost_per_place")
