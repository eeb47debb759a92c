"""What each row of a submission adds to which quantity, or which empty cell keeps it from doing so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tests.oracle.definitions import ANY_ITEM, Definitions
from tests.oracle.opening_hours import OpeningHours, opening_hours, rounded
from tests.oracle.raw_rows import RawRow, Submission

DAYS = {"present": "present_days", "justified": "justified_absent_days", "unjustified": "unjustified_absent_days"}
Cell = tuple[str, int | None, str]
"""Sheet, row number and column of a cell that is empty."""


class Contribution(NamedTuple):
    """A value for (type of care, item, quantity); with `gaps`, the empty cells it misses, the value means nothing."""

    care_type: str | None
    item: str | None
    quantity: str
    value: Decimal
    gaps: tuple[Cell, ...]


class Contributions:
    """The contributions of one submission, per sheet."""

    def __init__(self, submission: Submission, definitions: Definitions) -> None:
        self._submission = submission
        self._definitions = definitions
        self._parameters = definitions.parameters(submission.year)

    def of_sheet(self, sheet: str) -> Iterator[Contribution]:
        """Every contribution of a sheet's rows."""
        return getattr(self, f"_{sheet}")()

    def _gaps(self, sheet: str, quantity: str, row: RawRow, source: str | None = None) -> tuple[Cell, ...]:
        source = source or sheet
        columns = self._definitions.columns_of.get((sheet, quantity, source), set())
        return tuple(
            (source, row["row_number"], column)
            for column in sorted(columns)
            if row[column] is None and (source, column) not in self._definitions.optional_columns
        )

    def _row(self, sheet: str, row: RawRow, item: str | None, quantity: str, value: Decimal) -> Contribution:
        return Contribution(row["care_type"], item, quantity, rounded(value), self._gaps(sheet, quantity, row))

    def _locations(self) -> Iterator[Contribution]:
        norm = self._parameters["subsidised_opening_days", ""]
        for row in self._submission.rows["locations"]:
            income_places = self._average(row["income_tariff_places"] or 0, row)
            values = {
                "places": self._average(row["licensed_places"] or 0, row),
                "income_places": income_places,
                "locations": self._average(1, row),
                "income_place_days": income_places * norm,
            }
            for quantity, value in values.items():
                own = self._row("locations", row, ANY_ITEM, quantity, value)
                yield own._replace(gaps=()) if quantity == "locations" else own  # one is one, however many places

    def _average(self, count: int, row: RawRow) -> Decimal:
        """A count of a location, averaged over the days of the year."""
        first, last = date(self._submission.year, 1, 1), date(self._submission.year, 12, 31)
        start, stop = max(row["started_on"] or first, first), min(row["stopped_on"] or last, last)
        days_active = max((stop - start).days + 1, 0)
        return rounded(Decimal(count * days_active) / ((last - first).days + 1))

    def _staff(self) -> Iterator[Contribution]:
        hours = self._parameters["net_hours_per_fte", ""]
        for row in self._submission.rows["staff"]:
            values = {name: row[name] or 0 for name in ("persons", "fte", "qualified_fte", "vacant_fte")}
            for quantity, value in {**values, "fte_hours": values["fte"] * hours}.items():
                yield self._row("staff", row, row["function"], quantity, Decimal(value))

    def _staff_year(self) -> Iterator[Contribution]:
        for row in self._submission.rows["staff_year"]:
            for quantity in ("contract_days", "sick_days", "leavers"):
                yield self._row("staff_year", row, ANY_ITEM, quantity, Decimal(row[quantity] or 0))

    def _finance(self) -> Iterator[Contribution]:
        for row in self._submission.rows["finance"]:
            yield self._row("finance", row, row["post"], "amount_eur", row["amount_eur"] or Decimal(0))

    def _via(self) -> Iterator[Contribution]:
        for row in self._submission.rows["via"]:
            if row["moved_on"].year == self._submission.year:
                yield self._row("via", row, row["step"], "amount_eur", row["amount_eur"] or Decimal(0))

    def _performance(self) -> Iterator[Contribution]:
        for row in self._submission.rows["performance"]:
            weight = self._parameters.get(("day_weight", row["duration_bucket"]), Decimal(0))
            midpoint = self._parameters.get(("bucket_midpoint", row["duration_bucket"]), Decimal(0))
            for kind, column in DAYS.items():
                yield self._row("performance", row, row["tariff"], f"{kind}_full_days", (row[column] or 0) * weight)
            yield self._row("performance", row, row["tariff"], "present_hours", (row["present_days"] or 0) * midpoint)

    def _hours(self) -> Iterator[Contribution]:
        by_location: dict[str, list[RawRow]] = defaultdict(list)
        for row in self._submission.rows["hours"]:
            by_location[row["dossier_number"]].append(row)
        for location in self._submission.rows["locations"]:
            if self._average(1, location):
                yield from self._hours_of(location, by_location[location["dossier_number"]])

    def _hours_of(self, location: RawRow, rows: list[RawRow]) -> Iterator[Contribution]:
        quantities = sorted({quantity for sheet, quantity, _ in self._definitions.columns_of if sheet == "hours"})
        for quantity in quantities:
            gaps = tuple(gap for row in rows for gap in self._gaps("hours", quantity, row))
            if not rows:
                gaps = (("hours", None, location["dossier_number"]),)
            hours = None if gaps else opening_hours(rows)
            if hours is None or _takes_places(quantity, hours):
                gaps += self._gaps("hours", quantity, location, "locations")
            value = Decimal(0) if gaps or hours is None else self._of_location(quantity, location, hours)
            yield Contribution(location["care_type"], ANY_ITEM, quantity, rounded(value), gaps)

    def _of_location(self, quantity: str, location: RawRow, hours: OpeningHours) -> Decimal:
        licensed = location["licensed_places"] or 0
        places = self._average(licensed, location)
        return {
            "place_weekly_hours": places * hours.weekly_hours,
            "place_days": licensed * hours.days,
            "place_hours": licensed * hours.hours,
            "locations_open_11h": self._average(1, location) * hours.is_open_11h,
            "places_open_before_7": places * hours.opens_before_7,
            "places_open_holidays": places * hours.is_open_in_holidays,
        }[quantity]


def _takes_places(quantity: str, hours: OpeningHours) -> bool:
    """Whether the places of a location matter: not for counting locations, nor where none of them are counted."""
    return {
        "locations_open_11h": False,
        "places_open_before_7": hours.opens_before_7,
        "places_open_holidays": hours.is_open_in_holidays,
    }.get(quantity, True)
