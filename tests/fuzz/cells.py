"""Cells that nobody should type, and that somebody will: drawn by Hypothesis, put in a submission without a fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.ingest.workbook_builder import FailingFormula, build_csv_folder, build_workbook, minimal_submission

Edit = tuple[int, int, int, Any]
OnCase = Callable[[list[Edit], bool], None]
HOSTILE = (
    "", " ", "\u00a0", "\u200b", "\u202e1234", "0", "-0", "00", "1.234", "1,234.56", "1 234", "1\u00a0234,5", "1e5",
    "12/31/2024", "31/12/24", "2024-12-31", "11001.0", "011001", "11.001", "#N/B", "#DIV/0!", "=1+1", "+1", "-1", "@a",
    "nvt", "?", "€ 12,5", "12 euro", "50%", "7u", "7u30", "24:00", "25:00", "WAAR", "ja", "JA ", "true",
    "'; drop table x --", "<b>x</b>", "[x](http://x.example)", "../../x", "a\nb", "a;b", '"', "x" * 5_000,
    "\U0001f476", "9" * 40, "1," + "3" * 30,
)  # fmt: skip


def cells() -> st.SearchStrategy[Any]:
    """Texts, numbers, moments and errors of every size."""
    return st.one_of(
        st.none(),
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
        st.text("0123456789.,-/: €u", max_size=12),
        st.floats(allow_nan=False, allow_infinity=False),
        st.integers(-(10**18), 10**18),
        st.dates(dt.date(1900, 1, 1)),
        st.times(),
        st.booleans(),
        st.just(FailingFormula()),
    )


def edits() -> st.SearchStrategy[list[Edit]]:
    """Which cells are replaced, by sheet, row and column (each counted round), and by what."""
    place = st.integers(0, 60)
    return st.lists(st.tuples(place, place, place, cells()), min_size=1, max_size=4)


def examine_cells(n_cases: int, number: int, on_case: OnCase) -> None:
    """Call `on_case` with so many drawn edits, and whether they belong in a workbook rather than in CSV files."""

    @seed(number)
    @settings(
        max_examples=n_cases, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=HealthCheck
    )
    @given(edits(), st.booleans())
    def each(drawn: list[Edit], in_workbook: bool) -> None:
        on_case(drawn, in_workbook)

    each()


def write_edited(drawn: list[Edit], target: Path, *, in_workbook: bool) -> Path:
    """Write a submission with cells replaced."""
    sheets = minimal_submission()
    for sheet, row, column, value in drawn:
        rows = list(sheets.values())[sheet % len(sheets)]
        cells_of_row = rows[row % len(rows)]
        cells_of_row[list(cells_of_row)[column % len(cells_of_row)]] = value
    return build_workbook(target, sheets) if in_workbook else build_csv_folder(target, sheets)
