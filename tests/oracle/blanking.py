"""One cell per submission to make empty, of every column in turn, and the measures that rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random

from tests.oracle.altered import rewrite
from tests.oracle.definitions import ANY_ITEM, TOTAL, Definitions
from tests.oracle.raw_rows import RawRow, Submission, submissions

ITEM_COLUMNS = {"staff": "function", "finance": "post", "performance": "tariff", "via": "step"}
COLUMNS = (
    *(("staff", column) for column in ("persons", "fte", "qualified_fte", "vacant_fte")),
    *(("staff_year", column) for column in ("contract_days", "sick_days", "leavers")),
    *(("performance", column) for column in ("present_days", "justified_absent_days", "unjustified_absent_days")),
    *(("hours", column) for column in ("closes_minute", "opening_days")),
    *(("locations", column) for column in ("licensed_places", "income_tariff_places")),
    ("finance", "amount_eur"),
    ("via", "amount_eur"),
)
NOT_ALWAYS = {"locations", "locations_open_11h", "places_open_before_7", "places_open_holidays"}
"""Quantities that an empty number of places takes away only where those places are counted in them."""
Key = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a submission; the type of care and the item are those of its row."""

    unit: str
    year: int
    sheet: str
    row_number: int
    column: str
    care_type: str
    item: str


def cells_to_blank(raw: Path, year: int, random: Random) -> list[Cell]:
    """Give one filled cell per submission of a year, of one column after another."""
    columns = cycle(COLUMNS)
    cells = []
    for (_, of_year), submission in sorted(submissions(raw).items()):
        if of_year == year:
            sheet, column = next(columns)
            choices = list(_filled_cells(submission, sheet, column))
            cells += [random.choice(choices)] if choices else []
    return cells


def _filled_cells(submission: Submission, sheet: str, column: str) -> Iterator[Cell]:
    care_types = {row["dossier_number"]: row["care_type"] for row in submission.rows["locations"]}
    active = {row["dossier_number"] for row in submission.rows["locations"] if _is_active(row, submission.year)}
    for row in submission.rows[sheet]:
        care_type = row.get("care_type") or care_types.get(row.get("dossier_number"))
        is_counted = sheet not in ("hours", "locations") or row["dossier_number"] in active
        is_of_year = sheet != "via" or row["moved_on"].year == submission.year
        if row[column] is not None and care_type and is_counted and is_of_year:
            item = row[ITEM_COLUMNS[sheet]] if sheet in ITEM_COLUMNS else ANY_ITEM
            yield Cell(submission.unit, submission.year, sheet, row["row_number"], column, care_type, item)


def _is_active(location: RawRow, year: int) -> bool:
    started, stopped = location["started_on"], location["stopped_on"]
    return not (started and started.year > year) and not (stopped and stopped.year < year)


def blank(raw: Path, cells: list[Cell]) -> None:
    """Make cells empty in the raw rows."""
    for sheet in {cell.sheet for cell in cells}:
        places = {(cell.unit, cell.year, cell.row_number): cell.column for cell in cells if cell.sheet == sheet}

        def change(rows: list[RawRow], places: dict = places) -> list[RawRow]:
            for row in rows:
                column = places.get((row["nis_code"], row["year"], row["row_number"]))
                if column:
                    row[column] = None
            return rows

        rewrite(raw, f"submission_{sheet}", change)


def measures_resting_on(cell: Cell, authority: str, definitions: Definitions, is_sure: bool = False) -> set[Key]:
    """The measures of an authority that rest on the cell, of its type of care and of the total.

    Args:
        cell: the cell that is made empty.
        authority: of the unit of the cell, on today's map.
        definitions: the seeds.
        is_sure: leave out those that may be known without it.
    """
    direct = {
        measure
        for measure, parts in definitions.parts.items()
        for item, quantity in parts
        if item == cell.item
        and not (is_sure and cell.column == "licensed_places" and quantity in NOT_ALWAYS)
        and cell.column in definitions.columns_of.get((_sheet(measure, definitions), quantity, cell.sheet), set())
    }
    guarded = {measure for measure, row in definitions.measures.items() if row["guarded_by"] in direct}
    return {
        (authority, cell.year, care_type, measure)
        for measure in direct | guarded
        for care_type in (cell.care_type, TOTAL)
        if {care_type, cell.care_type} <= set(definitions.measures[measure]["care_types"].split())
    }


def _sheet(measure: str, definitions: Definitions) -> str:
    return definitions.measures[measure]["sheet"]
