"""Every measure: of each municipality as it was, and summed onto today's map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.oracle.context import MISSING, Context, HandingIn
from tests.oracle.definitions import TOTAL, WITHOUT_VALUE, Definitions, Figure, Unit
from tests.oracle.parts import Parts
from tests.oracle.raw_rows import latest_public_rows, submissions

FEWEST_PERSONS = 5
Key = tuple[str, int, str, str]
"""Unit or authority, year, type of care, measure."""


class Measures:
    """`as_reported`: (unit, year, type of care, measure) to its figure; `today`: the same per authority."""

    def __init__(self, raw: Path, definitions: Definitions) -> None:
        self._definitions = definitions
        self._context = Context(raw, definitions)
        self._handing_in = HandingIn(raw, definitions)
        self._parts = {key: Parts(one, definitions) for key, one in submissions(raw).items()}
        self._bulk = {
            (row["nis_code"], row["year"], row["care_type"], row["measure"]): Figure(row["value"], row["status"])
            for row in latest_public_rows(raw, "bulk_measures")
        }
        self.years = sorted(self._handing_in.years | {year for _, year, _, _ in self._bulk})
        self.as_reported: dict[Key, Figure] = {}
        self.authority_of: dict[tuple[str, int], str] = {}
        for year in self.years:
            for unit in definitions.units_of(year):
                self.authority_of[unit.code, year] = unit.authority
                self._add_unit(unit, year)
        self.today = self._on_todays_map()

    def _add_unit(self, unit: Unit, year: int) -> None:
        guarded_last = sorted(self._definitions.measures, key=lambda name: bool(self._guard(name)))
        for measure in guarded_last:
            care_types = self._definitions.measures[measure]["care_types"].split()
            of_types = [care_type for care_type in care_types if care_type != TOTAL]
            for care_type in of_types:
                own = self._from_sources(unit, year, care_type, measure)
                self._put(unit, year, care_type, measure, own)
            if TOTAL in care_types:
                self._put(unit, year, TOTAL, measure, self._total(unit, year, of_types, measure))

    def _guard(self, measure: str) -> str:
        return self._definitions.measures[measure]["guarded_by"]

    def _put(self, unit: Unit, year: int, care_type: str, measure: str, own: Figure) -> None:
        key = (unit.code, year, care_type, measure)
        if own.status in WITHOUT_VALUE:
            own = self._bulk.get(key, own)
        self.as_reported[key] = _shown(self._guarded(unit, year, care_type, measure, own))

    def _guarded(self, unit: Unit, year: int, care_type: str, measure: str, own: Figure) -> Figure:
        if not self._guard(measure) or own.status in WITHOUT_VALUE:
            return own
        persons = self.as_reported[unit.code, year, care_type, self._guard(measure)].value
        return Figure(None, "withheld") if persons is None or persons < FEWEST_PERSONS else own

    def _from_sources(self, unit: Unit, year: int, care_type: str, measure: str) -> Figure:
        sheet = self._definitions.measures[measure]["sheet"]
        if sheet == "context":
            return self._context.of_unit(measure, unit, year)
        if sheet == "submission":
            return self._handing_in.of_unit(measure, unit, year)
        if sheet not in self._definitions.sheets:
            return MISSING
        parts = self._parts.get((unit.code, year))
        return parts.measure(measure, care_type) if parts else MISSING

    def _total(self, unit: Unit, year: int, of_types: list[str], measure: str) -> Figure:
        if self._definitions.measures[measure]["sheet"] in ("context", "submission"):
            return self._from_sources(unit, year, TOTAL, measure)
        return self._sum(self.as_reported[unit.code, year, care_type, measure] for care_type in of_types)

    def _sum(self, figures: Iterable[Figure]) -> Figure:
        """Leave out what does not apply; the rest is as good as the worst of it."""
        applicable = [figure for figure in figures if figure.status != "not_applicable"]
        if not applicable:
            return Figure(None, "not_applicable")
        status = self._definitions.worst([figure.status for figure in applicable])
        return Figure(None if status in WITHOUT_VALUE else sum(figure.value for figure in applicable), status)

    def _on_todays_map(self) -> dict[Key, Figure]:
        merged: dict[Key, list[Figure]] = defaultdict(list)
        for (code, year, care_type, measure), figure in self.as_reported.items():
            merged[self.authority_of[code, year], year, care_type, measure].append(figure)
        today = {key: self._sum(figures) for key, figures in merged.items()}
        for authority, year, care_type, measure in today:
            if measure == "area_km2":
                key = (authority, year, care_type, measure)
                today[key] = self._bulk.get(key, self._context.of_authority(authority))
        return today


def _shown(figure: Figure) -> Figure:
    return Figure(None, figure.status) if figure.status in WITHOUT_VALUE else figure
