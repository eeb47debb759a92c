"""Which authority existed when: NIS codes, names, and what they merged into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.codelists import seed_rows, seeds_path
from ingest.matching import folded

_TITLE = re.compile(r"^(stad|gemeente|gemeente en ocmw|stad en ocmw|lokaal bestuur|ocmw|bestuur) ")


@dataclass(frozen=True, slots=True)
class Unit:
    """An authority during its years; `today_nis_code` is the authority on today's map that it belongs to."""

    nis_code: str
    name: str
    from_year: int
    to_year: int | None
    today_nis_code: str

    def existed_in(self, year: int) -> bool:
        """Whether the authority existed in a year."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)


@dataclass(frozen=True, slots=True)
class AuthorityHistory:
    """All authorities that ever existed on the map."""

    units: tuple[Unit, ...]
    by_nis: dict[str, tuple[Unit, ...]]
    by_name: dict[str, tuple[Unit, ...]]

    def in_year(self, nis_code: str, year: int) -> Unit | None:
        """Give the authority with this code in this year, or None."""
        return next((unit for unit in self.by_nis.get(nis_code, ()) if unit.existed_in(year)), None)

    def named(self, name: str, year: int) -> Unit | None:
        """Give the authority with this name in this year ('Stad Gent' is Gent), or None."""
        units = self.by_name.get(plain_name(name), ())
        return next((unit for unit in units if unit.existed_in(year)), None)

    def became(self, nis_code: str, year: int) -> Unit | None:
        """Give what a code that no longer exists has become in a year, or None."""
        old = self.by_nis.get(nis_code, ())
        return self.in_year(old[-1].today_nis_code, year) if old else None

    def parts_of(self, nis_code: str, year: int) -> tuple[Unit, ...]:
        """Give the authorities of an earlier year that today's code was made of."""
        return tuple(unit for unit in self.units if unit.today_nis_code == nis_code and unit.existed_in(year))


def plain_name(name: str) -> str:
    """Fold a name and drop the title in front of it."""
    return _TITLE.sub("", folded(name))


def authority_history() -> AuthorityHistory:
    """Give the history of the seeds."""
    return _history(seeds_path())


@lru_cache(maxsize=20)
def _history(seeds: Path) -> AuthorityHistory:
    units = tuple(_unit(row) for row in seed_rows("authority_history"))
    return AuthorityHistory(units, _grouped(units, "nis_code"), _grouped(units, "name"))


def _unit(row: dict[str, str]) -> Unit:
    to_year = int(row["valid_to_year"]) if row["valid_to_year"] else None
    return Unit(row["unit_nis_code"], row["unit_name"], int(row["valid_from_year"]), to_year, row["nis_code"])


def _grouped(units: tuple[Unit, ...], attribute: str) -> dict[str, tuple[Unit, ...]]:
    grouped: dict[str, list[Unit]] = {}
    for unit in units:
        key = getattr(unit, attribute)
        grouped.setdefault(plain_name(key) if attribute == "name" else key, []).append(unit)
    return {key: tuple(sorted(group, key=lambda unit: unit.from_year)) for key, group in grouped.items()}
