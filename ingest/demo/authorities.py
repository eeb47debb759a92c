"""Which authorities existed in a year, and of which parts (the municipalities of 2019-2024) each is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from ingest.codelists import seed_rows
from ingest.demo.definitions import read_reference

LAST_YEAR_OF_THE_PARTS = 2024
FIRST_YEAR = 2020
LAST_YEAR = 2026
ALWAYS_IN_A_SMALL_DEMO = ("11001", "44086")
"""One authority that never merged and one made of two in 2025."""


@dataclass(frozen=True, slots=True)
class Part:
    """A municipality on the borders of 2019-2024: what the demo invents care for."""

    nis_code: str
    men_share: float
    share_0_4: float
    share_5_14: float
    share_65_plus: float
    population: dict[int, int]


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority as it existed in one year; `today` is its code on today's map."""

    nis_code: str
    name: str
    today: str
    parts: tuple[Part, ...]


def _exists(row: dict[str, str], year: int) -> bool:
    return int(row["valid_from_year"]) <= year <= int(row["valid_to_year"] or 9999)


@cache
def _history() -> tuple[dict[str, str], ...]:
    return seed_rows("authority_history")


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
            population={year: int(row[f"population_{year}"]) for year in years},
        )
        for row in read_reference("units")
    }


@cache
def authorities_of_year(year: int) -> tuple[Authority, ...]:
    """The authorities that existed in `year` (300 until 2024, 285 from 2025), by NIS code."""
    parts_of_today: dict[str, list[Part]] = {}
    for row in _history():
        if _exists(row, LAST_YEAR_OF_THE_PARTS):
            parts_of_today.setdefault(row["nis_code"], []).append(parts()[row["unit_nis_code"]])
    found = []
    for row in _history():
        if _exists(row, year):
            own = [parts()[row["unit_nis_code"]]] if year <= LAST_YEAR_OF_THE_PARTS else parts_of_today[row["nis_code"]]
            found.append(Authority(row["unit_nis_code"], row["unit_name"], row["nis_code"], tuple(own)))
    return tuple(sorted(found, key=lambda authority: authority.nis_code))


def chosen_today(n_authorities: int | None, always: tuple[str, ...] = ALWAYS_IN_A_SMALL_DEMO) -> frozenset[str]:
    """The codes of today's authorities that take part: all, or a fixed choice of `n_authorities` of them.

    A smaller choice is contained in every larger one. `always` come first.
    """
    everyone = sorted({row["nis_code"] for row in _history()})
    if n_authorities is None:
        return frozenset(everyone)
    others = [code for code in everyone if code not in always]
    Random("chosen_today").shuffle(others)
    return frozenset([*always, *others][:n_authorities])
