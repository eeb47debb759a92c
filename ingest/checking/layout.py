"""Which sheet is which and which column is which, forgiving about case, accents and spacing only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ingest.cells.columns import is_empty
from ingest.cells.shown import shown
from ingest.checking.log import ProblemLog
from ingest.contract import Contract, Sheet, submission_contract
from ingest.matching import folded, nearest
from ingest.reading.grids import Grid, HandedIn

_HEADER_SEARCH_DEPTH = 10
_NOT_A_FIELD = {"veld", "vraag", "label"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the header row of a table stands, the headers as found, and at which place each of our columns is."""

    header_row: int
    headers: list[str]
    places: dict[str, int]


def header_key(header: object) -> str:
    """Fold a header; the star or colon people put behind it does not count."""
    return folded(header).strip(" *:") if isinstance(header, str) else ""


def match_sheets(handed_in: HandedIn, contract: Contract, log: ProblemLog) -> dict[str, Grid]:
    """Find the sheets of the contract by their name; report what is missing, double or unknown."""
    grids: dict[str, Grid] = {}
    wanted = {folded(sheet.sheet_nl): sheet for sheet in contract.sheets}
    unknown = [name for name in handed_in.names if folded(name) not in wanted]
    times = Counter(folded(name) for name in handed_in.names)
    proposed = set()
    for key, sheet in wanted.items():
        if times[key] > 1:
            log.add("double_sheet", f"Het blad ‘{sheet.sheet_nl}’ komt {times[key]} keer voor.", sheet)
        elif times[key] == 1:
            grids[sheet.name] = next(grid for grid in handed_in.grids if folded(grid.name) == key)
        else:
            proposed.add(_report_missing_sheet(sheet, unknown, log))
    for name in unknown:
        if name not in proposed:
            _report_extra_sheet(name, contract, log)
    return grids


def match_columns(sheet: Sheet, grid: Grid, log: ProblemLog) -> Layout:
    """Find the header row and the columns; report what is missing, double or unknown."""
    if grid.rows and grid.rows[0] == sheet.headers:
        return Layout(0, sheet.headers, {column.name: place for place, column in enumerate(sheet.asked_columns)})
    header_row = _header_row(sheet, grid)
    headers = list(grid.rows[header_row]) if header_row < len(grid.rows) else []
    by_key: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        by_key.setdefault(header_key(header), []).append(place)
    wanted = {header_key(column.header_nl): column for column in sheet.asked_columns}
    places = {}
    for key, column in wanted.items():
        if len(by_key.get(key, ())) > 1:
            log.add("double_header", f"De kolom komt {len(by_key[key])} keer voor.", sheet, None, column.name)
        if key in by_key:
            places[column.name] = by_key[key][0]
    unknown = [shown(header) for header in headers if not is_empty(header) and header_key(header) not in wanted]
    _report_columns(sheet, places, unknown, log)
    return Layout(header_row, [header if isinstance(header, str) else shown(header) for header in headers], places)


def report_missing_fields(sheet: Sheet, found: set[str], unknown: list[str], log: ProblemLog) -> None:
    """Report the lines of a form that are missing and those we do not know."""
    proposed = set()
    for column in sheet.asked_columns:
        if column.name not in found and column.required:
            near = nearest(column.header_nl, unknown, 0.75)
            proposed.add(near)
            sentence = f"De regel ontbreekt.{_meant('Er staat wel een regel', near)}"
            log.add("missing_column", sentence, sheet, None, column.name, expected=column.header_nl, found=near)
    for label in unknown:
        if label not in proposed and folded(label) not in _NOT_A_FIELD:
            near = nearest(label, [column.header_nl for column in sheet.asked_columns if column.name not in found])
            log.add(
                "extra_column", f"Deze regel kennen we niet; ze wordt niet gelezen.{_instead(near)}", sheet, None, label
            )


def _report_missing_sheet(sheet: Sheet, unknown: list[str], log: ProblemLog) -> str | None:
    near = nearest(sheet.sheet_nl, unknown)
    quoted = shown(near) if near else None
    sentence = f"Het blad ‘{sheet.sheet_nl}’ ontbreekt.{_meant('Er is wel een blad', quoted)}"
    sentence += "" if near else " Is er niets in te vullen, laat het blad dan staan met alleen de kolomkoppen."
    log.add("missing_sheet", sentence, sheet, found=quoted, expected=f"een blad ‘{sheet.sheet_nl}’")
    return near


def _report_extra_sheet(name: str, contract: Contract, log: ProblemLog) -> None:
    near = nearest(name, [sheet.sheet_nl for sheet in contract.sheets], 0.75)
    hint = f" Hoort dit bij ‘{near}’?" if near else ""
    log.add("extra_sheet", f"Het blad ‘{shown(name)}’ kennen we niet; het wordt niet gelezen.{hint}", found=shown(name))


def _header_row(sheet: Sheet, grid: Grid) -> int:
    """The row with the most known headers among the first ones: a title above the table does no harm."""
    wanted = {header_key(column.header_nl) for column in sheet.asked_columns}
    scores = [sum(header_key(cell) in wanted for cell in row) for row in grid.rows[:_HEADER_SEARCH_DEPTH]]
    if any(scores):
        return scores.index(max(scores))
    return next((row for row, cells in enumerate(grid.rows) if not all(map(is_empty, cells))), 0)


def _report_columns(sheet: Sheet, places: dict[str, int], unknown: list[str], log: ProblemLog) -> None:
    proposed = set()
    for column in sheet.asked_columns:
        if column.name in places:
            continue
        near = _near_header(sheet, column.name, unknown)
        proposed.add(near)
        rule, effect = (
            ("missing_column", "") if column.required else ("missing_optional_column", " Ze wordt als leeg gelezen.")
        )
        sentence = f"De kolom ontbreekt.{effect}{_meant('Er staat wel een kolom', near)}"
        log.add(rule, sentence, sheet, None, column.name, expected=column.header_nl, found=near)
    free = [column.header_nl for column in sheet.asked_columns if column.name not in places]
    for header in unknown:
        if header not in proposed:
            near = _instead(nearest(header, free))
            log.add("extra_column", f"Deze kolom kennen we niet; ze wordt niet gelezen.{near}", sheet, None, header)


def _near_header(sheet: Sheet, column: str, unknown: list[str]) -> str | None:
    """The unknown header that looks most like the column's, as it is called in this or in another year."""
    names = [sheet.column(column).header_nl, *submission_contract().other_headers(sheet.name, column)]
    return next((near for name in names if (near := nearest(name, unknown, 0.7))), None)


def _meant(what: str, near: str | None) -> str:
    return f" {what} ‘{near}’: bedoelde u die?" if near else ""


def _instead(near: str | None) -> str:
    return f" Bedoelde u ‘{near}’?" if near else ""
