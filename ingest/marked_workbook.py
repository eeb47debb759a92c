"""What was handed in, given back with its problems marked: cells in colour, with a note, and a list with links.

The cells are written as they were read, text as text: nothing that somebody typed becomes a formula or a link.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.codelists import codelist
from ingest.contract import submission_contract
from ingest.marked_cells import CellWriter, safe_sheet_names
from ingest.marked_places import Placed, Spot, placed_problems
from ingest.matching import folded
from ingest.problem_groups import grouped_problems, mend_nl
from ingest.problems import Problem
from ingest.reading.grids import FileRefused, Grid
from ingest.reading.open import read_file
from ingest.template_marks import REMARKS_SHEET, is_own_sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_Marks = dict[tuple[int, int | None], list[Problem]]
_LONGEST_NOTE = 2000
_WIDTH = 20
_LIST_COLUMNS = (
    ("Ernst", 24), ("Blad", 16), ("Rij", 8), ("Kolom", 28), ("Wat is er?", 90), ("Gevonden", 28), ("Verwacht", 28),
    ("Hoe herstellen?", 70), ("Ga ernaartoe", 16),
)  # fmt: skip


def marked_copy(path: Path, problems: Sequence[Problem]) -> bytes:
    """Give the workbook (.xlsx) with the sheets as handed in, marked, and before them the list of problems.

    Args:
        path: the workbook, CSV folder or zip that was checked; a workbook of the list alone when it cannot be read.
        problems: what the check found.

    Raises:
        OSError: there is no room for the temporary files that writing takes.
    """
    import xlsxwriter

    grids = _grids(path)
    placed = placed_problems(grids, problems)
    output = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(output, options) as workbook:
        writer = CellWriter(workbook)
        names = safe_sheet_names([grid.name for grid in grids], REMARKS_SHEET)
        _write_list(workbook.add_worksheet(REMARKS_SHEET), writer, placed, names)
        for position, (grid, name) in enumerate(zip(grids, names, strict=True)):
            _write_grid(workbook.add_worksheet(name), writer, grid, _marks(placed, position))
    return output.getvalue()


def _grids(path: Path) -> tuple[Grid, ...]:
    """The sheets as found; what the template adds of its own is left out, for its sums would be out of date."""
    ours = [folded(sheet.sheet_nl) for sheet in submission_contract().sheets]
    try:
        names = [folded(name) for name in read_file(path, ()).names if not is_own_sheet(name)]
    except FileRefused:
        return ()
    for wanted in (names, ours):
        try:
            return read_file(path, wanted).grids
        except FileRefused:
            continue
    return ()


def _marks(placed: Iterable[Placed], position: int) -> _Marks:
    marks: _Marks = defaultdict(list)
    for one in placed:
        if one.grid == position and one.spot:
            marks[one.spot.row, one.spot.column].append(one.problem)
    return marks


def _write_grid(page: Worksheet, writer: CellWriter, grid: Grid, marks: _Marks) -> None:
    width = max(map(len, grid.rows), default=0)
    if width:
        page.set_column(0, width - 1, _WIDTH)
    for row, cells in enumerate(grid.rows):
        of_row = marks.get((row, None), [])
        for column, cell in enumerate(cells):
            problems = [*marks.get((row, column), ()), *of_row]
            writer.write(page, row, column, cell, _worst(problems))
            own = problems if column == 0 else marks.get((row, column), [])
            if own:
                page.write_comment(row, column, _note(own), {"x_scale": 2.5, "y_scale": 1.5})


def _worst(problems: Sequence[Problem]) -> str | None:
    order = list(codelist("severity").labels)
    return min((problem.severity for problem in problems), key=order.index, default=None)


def _note(problems: Sequence[Problem]) -> str:
    told = (f"{problem.message_nl}\n{mend_nl(problem.rule_code)}".strip() for problem in problems)
    return "\n\n".join(dict.fromkeys(told))[:_LONGEST_NOTE]


def _write_list(page: Worksheet, writer: CellWriter, placed: Sequence[Placed], names: Sequence[str]) -> None:
    for column, (title, width) in enumerate(_LIST_COLUMNS):
        page.set_column(column, column, width)
        page.write_string(0, column, title, writer.bold)
    page.freeze_panes(1, 0)
    where = {id(one.problem): one for one in placed}
    ordered = [
        problem
        for sheet in grouped_problems([one.problem for one in placed])
        for severity in sheet.severities
        for rule in severity.rules
        for problem in rule.problems
    ]
    for row, problem in enumerate(ordered, start=1):
        _write_line(page, writer, row, where[id(problem)], names)


def _write_line(page: Worksheet, writer: CellWriter, row: int, placed: Placed, names: Sequence[str]) -> None:
    problem = placed.problem
    texts: tuple[Any, ...] = (
        codelist("severity").label(problem.severity), problem.sheet_nl, problem.row_number, problem.header_nl,
        problem.message_nl, problem.found, problem.expected, mend_nl(problem.rule_code),
    )  # fmt: skip
    for column, text in enumerate(texts):
        severity = problem.severity if column == 0 else None
        writer.write(page, row, column, "" if text is None else text, severity, wrapped=True)
    if placed.grid is not None:
        target = _address(names[placed.grid], placed.spot or Spot(0, 0))
        page.write_url(row, len(texts), f"internal:{target}", None, "naar de cel" if placed.spot else "naar het blad")


def _address(sheet_name: str, spot: Spot) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    quoted = sheet_name.replace("'", "''")
    return f"'{quoted}'!{xl_rowcol_to_cell(spot.row, spot.column or 0)}"
