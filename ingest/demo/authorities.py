"""Which authorities existed in a year, and of which parts (the municipalities of 2019-2024) each is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from ingest.authority_history import authority_history
from ingest.demo.definitions import read_reference

LAST_YEAR_OF_THE_PARTS = 2024
FIRST_YEAR = 2020
LAST_YEAR = 2026
EXAMPLE = "11001"
"""The authority that the documentation points at: all types of care, every year, in time, without a mistake."""


@dataclass(frozen=True, slots=True)
class Part:
    """A municipality on the borders of 2019-2024: what the demo invents care for."""

    nis_code: str
    men_share: float
    share_0_4: float
    share_5_14: float
    share_65_plus: float
    declarations_per_resident: float
    eur_per_declaration_2013: int
    population: dict[int, int]


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority as it existed in one year; `today` is its code on today's map."""

    nis_code: str
    name: str
    today: str
    parts: tuple[Part, ...]


@cache
def parts() -> dict[str, Part]:
    """All 300 parts by NIS code, with the facts the demo builds on."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return {
        row["unit_nis_code"]: Part(
            nis_code=row["unit_nis_code"],
            men_share=float(row["men_share_2020"]),
            share_0_4=float(row["share_0_4_2017"]),
            share_5_14=float(row["share_5_14_2017"]),
            share_65_plus=float(row["share_65_plus_2017"]),
            declarations_per_resident=float(row["declarations_per_resident_2013"]),
            eur_per_declaration_2013=int(row["net_taxable_eur_per_declaration_2013"]),
            population={year: int(row[f"population_{year}"]) for year in years},
        )
        for row in read_reference("units")
    }


@cache
def authorities_of_year(year: int) -> tuple[Authority, ...]:
    """The authorities that existed in `year` (300 until 2024, 285 from 2025), by NIS code."""
    history = authority_history()
    found = []
    for unit in history.units:
        if unit.existed_in(year):
            is_made_of_parts = year > LAST_YEAR_OF_THE_PARTS
            units = history.parts_of(unit.nis_code, LAST_YEAR_OF_THE_PARTS) if is_made_of_parts else (unit,)
            own = tuple(parts()[one.nis_code] for one in units)
            found.append(Authority(unit.nis_code, unit.name, unit.today_nis_code, own))
    return tuple(sorted(found, key=lambda authority: authority.nis_code))


def chosen_today(n_authorities: int | None, first: Sequence[str] = ()) -> frozenset[str]:
    """The codes of today's authorities that take part: all, or a fixed choice of `n_authorities` of them.

    A smaller choice is contained in every larger one; `first` come before all others.
    """
    everyone = sorted({unit.today_nis_code for unit in authority_history().units})
    if n_authorities is None:
        return frozenset(everyone)
    others = [code for code in everyone if code not in first]
    Random("chosen_today").shuffle(others)
    return frozenset([*first, *others][:n_authorities])
