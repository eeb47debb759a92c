"""Measures that nobody hands in: population, income and area, and the facts about handing in."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from tests.oracle.definitions import Definitions, Figure, Unit
from tests.oracle.raw_rows import RawRow, latest_public_rows, versions

MISSING = Figure(None, "not_submitted")
CHILDREN = {"population": range(200), "children_0_2": range(3), "children_3_11": range(3, 12)}


def reported(value: Decimal | int) -> Figure:
    """A value that nothing is wrong with."""
    return Figure(Decimal(value), "reported")


class Context:
    """Context measures per unit and year. The area is known of authorities on today's map only."""

    def __init__(self, raw: Path, definitions: Definitions) -> None:
        self._definitions = definitions
        self._people: dict[tuple[str, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for row in latest_public_rows(raw, "population"):
            self._people[row["nis_code"], row["year"]][row["age"]] += row["population"]
        self._income: dict[int, dict[str, Decimal]] = defaultdict(dict)
        for row in latest_public_rows(raw, "fiscal_income"):
            if row["total_net_taxable_eur"] is not None:
                self._income[row["year"]][row["nis_code"]] = row["total_net_taxable_eur"]
        self._area = {row["nis_code"]: row["area_km2"] for row in definitions.rows("authorities")}

    def of_unit(self, measure: str, unit: Unit, year: int) -> Figure:
        """A context measure of a municipality as it was."""
        if measure in CHILDREN:
            by_age = self._people.get((unit.code, year))
            return reported(sum(by_age.get(age, 0) for age in CHILDREN[measure])) if by_age else MISSING
        if measure == "net_taxable_income_eur":
            return self._income_of(unit, year)
        return MISSING

    def of_authority(self, authority: str) -> Figure:
        """The area on today's map."""
        area = self._area[authority]
        return reported(Decimal(area)) if area else MISSING

    def _income_of(self, unit: Unit, year: int) -> Figure:
        """From the latest income year; a unit that did not exist then is the sum of what it was made of."""
        years = [one for one in self._income if one <= year]
        if not years:
            return MISSING
        amounts = self._income[max(years)]
        is_whole = [other.authority for other in self._definitions.units_of(year)].count(unit.authority) == 1
        then = [one for one in self._definitions.units_of(max(years)) if one.authority == unit.authority]
        if is_whole and all(one.code in amounts for one in then):
            return reported(sum(amounts[one.code] for one in then))
        has_own = not is_whole and unit.code in amounts and unit in then
        return reported(amounts[unit.code]) if has_own else MISSING


class HandingIn:
    """What the register says about the submission of a unit and year."""

    def __init__(self, raw: Path, definitions: Definitions) -> None:
        self._versions = versions(raw)
        self._deadlines = definitions.deadlines

    @property
    def years(self) -> set[int]:
        """The years of which something was received."""
        return {year for _, year in self._versions}

    def of_unit(self, measure: str, unit: Unit, year: int) -> Figure:
        """One of the measures of the sheet `submission`."""
        received: list[RawRow] = self._versions.get((unit.code, year), [])
        if measure == "submissions_expected":
            return reported(1)
        if measure == "submissions_received":
            return reported(bool(received))
        if measure == "submissions_on_time":
            return self._on_time(received, year)
        column = {"cells_required": "n_required_cells", "cells_filled": "n_filled_cells"}[measure]
        return reported(received[-1][column]) if received else MISSING

    def _on_time(self, received: list[RawRow], year: int) -> Figure:
        if year not in self._deadlines:
            return MISSING
        return reported(bool(received) and received[0]["received_on"] <= self._deadlines[year])
