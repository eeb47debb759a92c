"""Payment lists and bookings that tell of the same money as the sheets VIA, and some lists that have to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.contract import Column
from ingest.demo.authorities import Authority
from ingest.demo.csv_folder import DIALECTS, write_csv
from ingest.demo.definitions import labels
from ingest.demo.grids import Grid
from ingest.demo.locations import locations_of
from ingest.demo.traits import rng, traits_of
from ingest.demo.via import via_rows
from ingest.demo.workbook import write_workbook
from ingest.demo.world import Row, add_rows
from ingest.via_lists.contract import list_contract

FIRST_YEAR, LAST_YEAR = 2024, 2025
"""Before and after these years the sheet VIA is the only one that tells."""
LISTS_MARKER_NL = "DEMOGEGEVENS: alle betalingen en boekingen in deze map zijn verzonnen.\n"
OF_OPGROEIEN = ("pedagogical_coaches", "sui_generis_allowance", "expansion_t2b")
BOOKING_SHARE = 0.5
COLLECTED_BY = "Digitale rapportering BBC"
LAST_DAY = {3: 31, 6: 30, 9: 30, 12: 31}
N_TAKEN_BACK, N_SENT_TWICE = 3, 4


@dataclass(frozen=True, slots=True)
class DemoList:
    """One list: its kind, what its lines share, and its lines as codes with a NIS code, a name and a reference."""

    kind: str
    file_name: str
    head: Row
    lines: list[Row]


def received_on(year: int) -> date:
    """The day on which all lists of a year come in."""
    return date(year + 1, 2, 15)


def write_lists(folder: Path, authorities: Sequence[Authority], year: int, seed: int) -> list[Path]:
    """Write the lists of a year, and give the files in the order in which they must be loaded; none in other years."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return []
    written = []
    for one in _lists(authorities, year, seed):
        path = folder / one.file_name
        grid = _grid(one)
        if path.suffix == ".xlsx":
            write_workbook(path, [grid])
        else:
            write_csv(path, grid, DIALECTS[1])
        written.append(path)
    return written


def _lists(authorities: Sequence[Authority], year: int, seed: int) -> Iterator[DemoList]:
    rows = [row for authority in authorities for row in _movements(authority, year, seed)]
    paid = [row for row in rows if row["step"] == "paid"]
    for quarter in range(1, 5):
        of_quarter = [row for row in paid if (row["moved_on"].month + 2) // 3 == quarter]
        of_opgroeien = [row for row in of_quarter if row["via_measure"] in OF_OPGROEIEN]
        others = [row for row in of_quarter if row["via_measure"] not in OF_OPGROEIEN]
        yield from _with_faults(_payments("gsd_v", year, quarter, others, "csv"), year, quarter)
        yield from _with_faults(_payments("opgroeien", year, quarter, of_opgroeien, "xlsx"), year, quarter)
    booked = [row for row in rows if row["step"] == "booked" and _reports_bookings(row["nis_code"], seed)]
    if booked:
        yield _bookings(year, booked)


def _movements(authority: Authority, year: int, seed: int) -> list[Row]:
    """What was paid to an authority and booked by it, as its sheet VIA says when it is handed in without a mistake."""
    rows: list[Row] = []
    for part in authority.parts:
        traits = traits_of(part, seed)
        offered = {location.care_type for location in locations_of(part, traits, seed, year)}
        rows += [row for row in via_rows(part, traits, seed, year) if row["care_type"] in offered]
    own = {"nis_code": authority.nis_code, "authority_name": authority.name}
    return [own | row for row in add_rows(rows, ("amount_eur",)) if row["step"] in ("paid", "booked")]


def _reports_bookings(nis_code: str, seed: int) -> bool:
    return rng(seed, nis_code, "bookings").random() < BOOKING_SHARE


def _payments(payer: str, year: int, quarter: int, rows: list[Row], ending: str) -> DemoList | None:
    """The list of a payer and a quarter; none where nothing was paid."""
    if not rows:
        return None
    number, last = f"{year}-K{quarter}", 3 * quarter
    period = date(year, last - 2, 1), date(year, last, LAST_DAY[last])
    head = _head(payer, number, period)
    return DemoList("via_payments", f"{payer}_{number}.{ending}", head, _numbered(f"{payer.upper()}-{number}", rows))


def _bookings(year: int, rows: list[Row]) -> DemoList:
    number = f"BBC-{year}"
    head = _head(COLLECTED_BY, number, (date(year, 1, 1), date(year, 12, 31)))
    return DemoList("via_bookings", f"boekingen_{year}.csv", head, _numbered(number, rows))


def _head(payer: str, number: str, period: tuple[date, date]) -> Row:
    first, last = period
    return {"payer": payer, "list_number": number, "list_version": 1, "period_from": first, "period_to": last}


def _numbered(prefix: str, rows: list[Row]) -> list[Row]:
    return [row | {"reference": f"{prefix}-{number:05d}"} for number, row in enumerate(rows, start=1)]


def _with_faults(one: DemoList | None, year: int, quarter: int) -> Iterator[DemoList]:
    """A list as it is, or with what goes wrong around it in real life."""
    if one is None:
        return
    payer = one.head["payer"]
    if (payer, year, quarter) == ("gsd_v", FIRST_YEAR, 2):
        yield _other(one, "", {}, one.lines, _misspelt)
        yield _other(one, "_versie2", {"list_version": 2}, one.lines)
        return
    yield one
    if (payer, year, quarter) == ("opgroeien", LAST_YEAR, 4):
        yield _other(one, "_terugvorderingen", _renumbered(one, "T"), one.lines[:N_TAKEN_BACK], _taken_back)
    if (payer, year, quarter) == ("gsd_v", LAST_YEAR, 4):
        yield _other(one, "_bis", _renumbered(one, "bis"), one.lines[:N_SENT_TWICE])


def _renumbered(one: DemoList, ending: str) -> Row:
    return {"list_number": f"{one.head['list_number']}-{ending}"}


def _other(
    one: DemoList, ending: str, head: Row, lines: list[Row], change: Callable[[int, Row], Row] | None = None
) -> DemoList:
    stem, _, suffix = one.file_name.rpartition(".")
    changed = [change(place, row) for place, row in enumerate(lines)] if change else lines
    return DemoList(one.kind, f"{stem}{ending}.{suffix}", one.head | head, changed)


def _misspelt(place: int, row: Row) -> Row:
    return row | {"via_measure": "Koopkacht"} if place == 0 else row


def _taken_back(place: int, row: Row) -> Row:
    amount = -round(row["amount_eur"] / (4 + place), 2)
    return row | {"amount_eur": amount, "reference": f"{row['reference']}-T"}


def _grid(one: DemoList) -> Grid:
    contract = list_contract(one.kind)
    lines = [[_cell(column, one.head | row) for column in contract.columns] for row in one.lines]
    total = round(sum(row["amount_eur"] for row in one.lines), 2)
    last = [total if column.name == contract.amount else None for column in contract.columns]
    last[0] = contract.total_nl
    headers = [column.header_nl for column in contract.columns]
    return Grid(one.kind, contract.name_nl, False, contract.columns, [headers, *lines, last])


def _cell(column: Column, row: Row) -> object:
    if column.name == "currency":
        return "EUR"
    value = row[{"measure": "via_measure", "year": "via_year"}.get(column.name, column.name)]
    return labels(column.codelist).get(value, value) if column.type == "code" else value
