"""Where a problem stands in the sheets as found: its cell, its row, or its header."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.checking.form import year_on_form
from ingest.checking.layout import Layout, match_columns
from ingest.checking.log import ProblemLog
from ingest.contract import Sheet, submission_contract, submission_forms
from ingest.matching import folded
from ingest.problems import Problem
from ingest.reading.grids import Grid

_ANSWER = 1  # the second cell of a line of the form


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a grid, from 0; without a column it is the whole row."""

    row: int
    column: int | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A problem and where it stands: the position of its grid and the spot on it. Both None: nowhere in particular."""

    problem: Problem
    grid: int | None = None
    spot: Spot | None = None


def placed_problems(grids: Sequence[Grid], problems: Sequence[Problem]) -> list[Placed]:
    """Find each problem back in the sheets that were handed in, in the order of the problems."""
    contract = submission_contract(_year(grids))
    by_sheet = {folded(sheet.sheet_nl): sheet for sheet in contract.sheets}
    positions = {folded(grid.name): position for position, grid in reversed(list(enumerate(grids)))}
    finders: dict[int, Callable[[Problem], Spot | None]] = {}
    placed = []
    for problem in problems:
        position = positions.get(folded(problem.sheet_nl)) if problem.sheet_nl else None
        sheet = by_sheet.get(folded(problem.sheet_nl)) if problem.sheet_nl else None
        if position is None or sheet is None:
            placed.append(Placed(problem))
            continue
        find = finders.setdefault(position, _finder(sheet, contract.version, grids[position]))
        placed.append(Placed(problem, position, find(problem)))
    return placed


def _year(grids: Sequence[Grid]) -> int | None:
    form = submission_contract().sheets[0]
    return year_on_form(form, next((grid for grid in grids if folded(grid.name) == folded(form.sheet_nl)), None))


def _finder(sheet: Sheet, version: str, grid: Grid) -> Callable[[Problem], Spot | None]:
    if sheet.layout == "form":
        return lambda problem: _on_form(grid, problem)
    layout = match_columns(sheet, version, submission_forms(sheet.name), grid, ProblemLog(""))
    return lambda problem: _on_table(grid, layout, problem)


def _on_form(grid: Grid, problem: Problem) -> Spot | None:
    row = _row(grid, problem.row_number)
    return None if row is None else Spot(row, _ANSWER)


def _on_table(grid: Grid, layout: Layout, problem: Problem) -> Spot | None:
    column = layout.places.get(problem.column_name or "")
    if column is None and problem.header_nl in layout.headers:
        column = layout.headers.index(problem.header_nl)
    row = _row(grid, problem.row_number)
    if row is None:
        return None if column is None else Spot(layout.header_row, column)
    return Spot(row, column)


def _row(grid: Grid, row_number: int | None) -> int | None:
    if row_number is None:
        return None
    row = bisect_left(grid.row_numbers, row_number)
    return row if row < len(grid.row_numbers) and grid.row_numbers[row] == row_number else None
