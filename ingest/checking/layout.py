"""Which sheet is which and which column is which, forgiving about case, accents and spacing only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from ingest.cells.columns import is_empty
from ingest.cells.shown import shown
from ingest.checking.log import ProblemLog
from ingest.checking.versions import OtherForm, header_key, other_form, report_other_form
from ingest.contract import Contract, Sheet
from ingest.matching import folded, nearest
from ingest.reading.grids import Grid, HandedIn
from ingest.template_marks import is_earlier_header, is_own_sheet

_HEADER_SEARCH_DEPTH = 10
_NOT_A_FIELD = {"veld", "vraag", "label"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the header row of a table stands, the headers as found, and at which place each of our columns is.

    `beside` are the places of what the template shows of an earlier year: no part of what is handed in.
    """

    header_row: int
    headers: list[str]
    places: dict[str, int]
    beside: tuple[int, ...] = ()


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
        if name not in proposed and not is_own_sheet(name):
            _report_extra_sheet(name, contract, log)
    return grids


def match_columns(sheet: Sheet, version: str, forms: dict[str, Sheet], grid: Grid, log: ProblemLog) -> Layout:
    """Find the header row and the columns; report what is missing, double or unknown.

    Args:
        sheet: what is asked in the year of the file.
        version: the version of the contract in that year.
        forms: version to what it asks on this sheet: headers of another version are recognised, and that is told.
        grid: the sheet as found.
        log: takes the problems.
    """
    if grid.rows and grid.rows[0] == sheet.headers:
        return Layout(0, sheet.headers, {column.name: place for place, column in enumerate(sheet.asked_columns)})
    header_row = _header_row((sheet, *forms.values()), grid)
    headers = list(grid.rows[header_row]) if header_row < len(grid.rows) else []
    beside = tuple(place for place, header in enumerate(headers) if is_earlier_header(header))
    known = [header for place, header in enumerate(headers) if place not in beside]
    other = other_form(sheet, forms, known)
    if other:
        report_other_form(sheet, version, other, log)
    keys = _keys(sheet, other)
    places = _places(sheet, headers, keys, log)
    unknown = [shown(header) for header in known if not is_empty(header) and header_key(header) not in keys]
    _report_columns(sheet, other, places, unknown, log)
    texts = [header if isinstance(header, str) else shown(header) for header in headers]
    return Layout(header_row, texts, places, beside)


def _keys(sheet: Sheet, other: OtherForm | None) -> dict[str, str | None]:
    """Folded header to our name; None for a column that only the other version asks."""
    keys: dict[str, str | None] = {}
    for column in other.sheet.asked_columns if other else ():
        keys[header_key(column.header_nl)] = column.name if sheet.column(column.name).asked else None
    return keys | {header_key(column.header_nl): column.name for column in sheet.asked_columns}


def _places(sheet: Sheet, headers: list[object], keys: dict[str, str | None], log: ProblemLog) -> dict[str, int]:
    """Where each of our columns is; a column that is there twice is reported, and its first place counts."""
    found: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        name = keys.get(header_key(header))
        if name is not None:
            found.setdefault(name, []).append(place)
    for name, spots in found.items():
        if len(spots) > 1:
            log.add("double_header", f"De kolom komt {len(spots)} keer voor.", sheet, None, name)
    return {name: spots[0] for name, spots in found.items()}


def report_missing_fields(
    sheet: Sheet, other: OtherForm | None, found: set[str], unknown: list[str], log: ProblemLog
) -> None:
    """Report the lines of a form that are missing and those we do not know; the other version lacks some rightly."""
    proposed = set()
    for column in sheet.asked_columns:
        lacks = other is not None and other.header_of(column) is None
        if column.name not in found and column.required and not lacks:
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


def _header_row(sheets: Collection[Sheet], grid: Grid) -> int:
    """The row with the most known headers among the first ones: a title above the table does no harm."""
    wanted = {header_key(header) for sheet in sheets for header in sheet.headers}
    scores = [sum(header_key(cell) in wanted for cell in row) for row in grid.rows[:_HEADER_SEARCH_DEPTH]]
    if any(scores):
        return scores.index(max(scores))
    return next((row for row, cells in enumerate(grid.rows) if not all(map(is_empty, cells))), 0)


def _report_columns(
    sheet: Sheet, other: OtherForm | None, places: dict[str, int], unknown: list[str], log: ProblemLog
) -> None:
    proposed = set()
    for column in sheet.asked_columns:
        if column.name in places or (other and other.header_of(column) is None):
            continue
        near = nearest(column.header_nl, unknown, 0.7)
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


def _meant(what: str, near: str | None) -> str:
    return f" {what} ‘{near}’: bedoelde u die?" if near else ""


def _instead(near: str | None) -> str:
    return f" Bedoelde u ‘{near}’?" if near else ""
