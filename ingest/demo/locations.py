"""The locations of a part in a year, with invented dossier numbers, names and company numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from ingest.demo.ages import apportion
from ingest.demo.authorities import Part, parts
from ingest.demo.traits import Traits, rng

USUAL_SIZE = {"group": (22, 40), "family": (110, 240), "out_of_school": (35, 75)}
NAMES_NL = {"group": "Groepsopvang", "family": "Dienst voor gezinsopvang", "out_of_school": "Buitenschoolse opvang"}
LETTERS = {"group": "G", "family": "D", "out_of_school": "B"}
INCOME_TARIFF_TIERS = ("T2A", "T2B", "T3")
FIRST_KBO_BLOCK = 9990000
MOST_ORGANISERS = 3
"""Company numbers starting with 0999 are not in use: an eye sees at once that these are invented."""


@dataclass(frozen=True, slots=True)
class Location:
    """A location in one year. `share_of_year` says which part of the year it was open (weights its places)."""

    dossier_number: str
    name: str
    organiser_kbo: str
    care_type: str
    tier: str
    licensed: int
    income_tariff: int
    started_on: date | None
    stopped_on: date | None
    share_of_year: float

    @property
    def mean_licensed(self) -> float:
        """Licensed places as an average over the year."""
        return self.licensed * self.share_of_year

    @property
    def mean_income_tariff(self) -> float:
        """Income-tariff places as an average over the year."""
        return self.income_tariff * self.share_of_year


@cache
def _ranks() -> dict[str, int]:
    return {nis_code: rank for rank, nis_code in enumerate(sorted(parts()))}


def kbo_number(nis_code: str, organiser: int) -> str:
    """An invented company number of a part, with valid check digits."""
    base = FIRST_KBO_BLOCK + MOST_ORGANISERS * _ranks()[nis_code] + organiser
    digits = f"{base:08d}{97 - base % 97:02d}"
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def _n_organisers(part: Part, seed: int) -> int:
    return rng(seed, part.nis_code, "organisers").choice((1, 1, 2, 2, 3))


def organisers(part: Part, seed: int) -> list[str]:
    """The invented company numbers of the organisers of a part (municipality, OCMW, AGB …)."""
    return [kbo_number(part.nis_code, organiser) for organiser in range(_n_organisers(part, seed))]


def _tier(random: Random, care_type: str, traits: Traits, year: int, is_first: bool) -> str:
    draw = random.random()
    if care_type == "out_of_school":
        return "T1" if draw < 0.7 else "T0"
    if draw < 0.06 and not is_first:
        return "T1"
    if draw < 0.14:
        return "T3"
    return "T2A" if year >= traits.first_year_t2a else "T2B"


def _life(random: Random, is_first: bool) -> tuple[date | None, date | None]:
    draw = random.random()
    if is_first or draw > 0.07:
        return None, None
    on_the_first = date(random.randint(2021, 2025), random.choice((1, 4, 7, 9)), 1)
    return (on_the_first, None) if draw > 0.025 else (None, on_the_first)


def _share_of_year(started_on: date | None, stopped_on: date | None, year: int) -> float:
    first, after_last = date(year, 1, 1), date(year + 1, 1, 1)
    start = max(first, started_on or first)
    stop = min(after_last, stopped_on or after_last)
    return max(0, (stop - start).days) / (after_last - first).days


def _licensed(base: int, random: Random, year: int) -> int:
    places = base
    for _ in range(2021, year + 1):
        step = random.choice((-3, -2, 2, 3, 4, 6)) if random.random() < 0.08 else 0
        places = max(14, places + step)
    return places


def _location(part: Part, traits: Traits, seed: int, year: int, care_type: str, number: int, base: int) -> Location:
    random = rng(seed, part.nis_code, "location", care_type, number)
    tier = _tier(random, care_type, traits, year, number == 1)
    started_on, stopped_on = _life(random, number == 1)
    has_free_places = random.random() < 0.12
    organiser = organisers(part, seed)[random.randrange(_n_organisers(part, seed))]
    licensed = _licensed(base, random, year)
    free = round(licensed * 0.15) if has_free_places else 0
    return Location(
        dossier_number=f"DEMO-{part.nis_code}-{LETTERS[care_type]}{number:02d}",
        name=f"{NAMES_NL[care_type]} {part.nis_code}-{number:02d}",
        organiser_kbo=organiser,
        care_type=care_type,
        tier=tier,
        licensed=licensed,
        income_tariff=licensed - free if tier in INCOME_TARIFF_TIERS else 0,
        started_on=started_on if started_on and started_on.year <= year else None,
        stopped_on=stopped_on if stopped_on and stopped_on.year <= year else None,
        share_of_year=_share_of_year(started_on, stopped_on, year),
    )


def locations_of(part: Part, traits: Traits, seed: int, year: int) -> list[Location]:
    """The locations that were open for at least a day in `year`, by type of care and number."""
    found = []
    for care_type in traits.offers:
        random = rng(seed, part.nis_code, "sizes", care_type)
        n = max(1, round(traits.places[care_type] / random.uniform(*USUAL_SIZE[care_type])))
        sizes = apportion(traits.places[care_type], [random.uniform(0.7, 1.3) for _ in range(n)])
        rows = [_location(part, traits, seed, year, care_type, i + 1, sizes[i]) for i in range(n)]
        found += [row for row in rows if row.share_of_year > 0]
    return found
