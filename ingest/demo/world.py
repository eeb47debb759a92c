"""All figures of an authority in a year: those of its parts, added up."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.demo.answers import TABLES, answers_of
from ingest.demo.authorities import Authority, Part
from ingest.demo.definitions import posts
from ingest.demo.finance import Operation, finance_rows
from ingest.demo.hours import Opening, opening_of
from ingest.demo.locations import Location, locations_of
from ingest.demo.performance import Attendance, add_attendance, occupancy_of
from ingest.demo.staff import staff_rows, staff_year_row
from ingest.demo.traits import Traits, rng, traits_of
from ingest.demo.via import booked_eur, via_rows

Row = dict[str, object]
FEWEST_PERSONS_FOR_STAFF_YEAR = 5
ADDED_UP = {
    "staff": ("persons", "fte", "qualified_fte", "vacant_fte"),
    "staff_year": ("contract_days", "sick_days", "leavers"),
    "finance": ("amount_eur",),
    "performance": ("present_days", "justified_absent_days", "unjustified_absent_days"),
    "via": ("amount_eur",),
}


@dataclass(slots=True)
class Figures:
    """What an authority would hand in about a year: the answers of the form and the rows per table, as codes."""

    form: Row = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})

    @property
    def offers(self) -> list[str]:
        """The types of care with a location."""
        return sorted({row["care_type"] for row in self.tables["locations"]})


def _location_row(location: Location) -> Row:
    return {
        "dossier_number": location.dossier_number,
        "location_name": location.name,
        "organiser_kbo": location.organiser_kbo,
        "care_type": location.care_type,
        "subsidy_tier": location.tier,
        "licensed_places": location.licensed,
        "income_tariff_places": location.income_tariff,
        "started_on": location.started_on,
        "stopped_on": location.stopped_on,
    }


def _place_days(locations: list[Location], openings: dict[str, Opening]) -> dict[str, float]:
    days = {location.dossier_number: openings[location.dossier_number].days for location in locations}
    income = sum(location.income_tariff * days[location.dossier_number] for location in locations)
    licensed = sum(location.licensed * days[location.dossier_number] for location in locations)
    return {"income": income, "free": licensed - income}


def _attendance(
    locations: list[Location], openings: dict[str, Opening], occupancy: float, per_location: bool, seed: int, year: int
) -> Attendance:
    attendance = Attendance()
    groups = [[location] for location in locations] if per_location else [locations]
    for group in groups:
        dossier = group[0].dossier_number if per_location else None
        random = rng(seed, group[0].dossier_number, "attendance", year)
        add_attendance(attendance, group[0].care_type, dossier, _place_days(group, openings), occupancy, random)
    return attendance


def _places_by_tier(locations: list[Location]) -> dict[str, float]:
    by_tier: dict[str, float] = {}
    for location in locations:
        subsidised = location.mean_income_tariff or location.mean_licensed
        by_tier[location.tier] = by_tier.get(location.tier, 0.0) + subsidised
    return by_tier


def _weekly_hours(locations: list[Location], openings: dict[str, Opening]) -> float:
    places = sum(location.mean_licensed for location in locations)
    offered = sum(location.mean_licensed * openings[location.dossier_number].weekly_hours for location in locations)
    return offered / places


def _add_care_type(
    figures: Figures, part: Part, traits: Traits, seed: int, year: int, locations: list[Location], per_location: bool
) -> None:
    care_type, tables = locations[0].care_type, figures.tables
    openings = {location.dossier_number: opening_of(location, traits, seed, year) for location in locations}
    places = sum(location.mean_licensed for location in locations)
    random = rng(seed, part.nis_code, "operation", care_type, year)
    staff = staff_rows(random, care_type, places, _weekly_hours(locations, openings), traits, year)
    occupancy = occupancy_of(care_type, traits, seed, part.nis_code, year)
    attendance = _attendance(locations, openings, occupancy, per_location, seed, year)
    via_eur = booked_eur(tables["via"], care_type)
    operation = Operation(care_type, year, places, _places_by_tier(locations), staff, attendance, via_eur)
    tables["locations"] += [_location_row(location) for location in locations]
    tables["staff"] += staff
    tables["staff_year"].append(staff_year_row(random, care_type, staff, traits))
    tables["finance"] += finance_rows(operation, traits, random)
    tables["hours"] += [row for opening in openings.values() for row in opening.rows]
    tables["performance"] += attendance.rows


def figures_of_part(part: Part, seed: int, year: int, may_report_per_location: bool = False) -> Figures:
    """The figures of one part in a year, without answers and control totals."""
    traits, figures = traits_of(part, seed), Figures()
    locations = locations_of(part, traits, seed, year)
    offered = {location.care_type for location in locations}
    figures.tables["via"] = [row for row in via_rows(part, traits, seed, year) if row["care_type"] in offered]
    per_location = may_report_per_location and traits.reports_per_location
    for care_type in traits.offers:
        own = [location for location in locations if location.care_type == care_type]
        if own:
            _add_care_type(figures, part, traits, seed, year, own, per_location)
    return figures


def add_rows(rows: list[Row], added_up: tuple[str, ...]) -> list[Row]:
    """Add up the rows with the same key: every column that is not in `added_up`. An empty cell stays empty."""
    by_key: dict[tuple[object, ...], Row] = {}
    for row in rows:
        key = tuple(value for column, value in row.items() if column not in added_up)
        if key not in by_key:
            by_key[key] = dict(row)
            continue
        for column in added_up:
            if row[column] is not None:
                by_key[key][column] = round(by_key[key][column] + row[column], 2)
    return list(by_key.values())


def with_control_totals(rows: list[Row]) -> list[Row]:
    """The finance rows with, per type of care, the totals of expenditure and revenue; older totals are replaced."""
    own = [row for row in rows if not row["post"].startswith("total_")]
    totals = []
    for care_type in dict.fromkeys(row["care_type"] for row in own):
        for direction in ("expenditure", "revenue"):
            wanted = posts(direction)
            amounts = [row["amount_eur"] for row in own if row["care_type"] == care_type and row["post"] in wanted]
            total = round(sum(amounts), 2)
            totals.append({"care_type": care_type, "post": f"total_{direction}", "amount_eur": total})
    return own + totals


def _employed_persons(staff: list[Row], care_type: str) -> int:
    return sum(row["persons"] for row in staff if row["care_type"] == care_type and row["fte"] is not None)


def figures_of(authority: Authority, seed: int, year: int) -> Figures:
    """All figures of an authority in a year: complete, over twelve months, and without a single mistake."""
    whole = Figures()
    for part in authority.parts:
        own = figures_of_part(part, seed, year, may_report_per_location=len(authority.parts) == 1)
        for name, rows in own.tables.items():
            whole.tables[name] += rows
    for name, added_up in ADDED_UP.items():
        whole.tables[name] = add_rows(whole.tables[name], added_up)
    staff = whole.tables["staff"]
    whole.tables["staff_year"] = [
        row
        for row in whole.tables["staff_year"]
        if _employed_persons(staff, row["care_type"]) >= FEWEST_PERSONS_FOR_STAFF_YEAR
    ]
    whole.tables["finance"] = with_control_totals(whole.tables["finance"])
    asked_over_year = [row["care_type"] for row in whole.tables["staff_year"]]
    whole.form = answers_of(authority, whole.offers, asked_over_year, seed, year)
    return whole
