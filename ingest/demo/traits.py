"""What stays the same about a part through the years: which care it offers, how large, how dear, how full."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from ingest.demo.ages import children
from ingest.demo.authorities import EXAMPLE, FIRST_YEAR, Part, parts

SHARE_WITHOUT = {"group": 0.17, "family": 0.55, "out_of_school": 0.20}
PLACES_PER_100_CHILDREN = {"group": 8.5, "family": 8.0, "out_of_school": 6.5}
SHARE_OFFERING_NOTHING = 0.007
CHILDREN_OF_AN_AVERAGE_PART = 400
INDEX_2021 = {2020: 0.975, 2021: 1.0, 2022: 1.025, 2023: 1.1275, 2024: 1.155, 2025: 1.184, 2026: 1.212}
"""Prices against those of 2021: 2 to 3 % a year, and 10 % from 2022 to 2023."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The lasting character of a part. Levels are factors around 1."""

    offers: tuple[str, ...]
    places: dict[str, int]
    staffing: dict[str, float]
    occupancy: dict[str, float]
    cost_level: float
    fee_level: float
    permanent_share: float
    qualified_share: float
    sick_share: float
    leaver_share: float
    has_coach: bool
    employs_childminders: bool
    charges_overhead: bool
    charges_rent: bool
    books_on_0945: bool
    consents_to_be_named: bool
    long_hours: float
    first_year_t2a: int
    reports_per_location: bool


def rng(seed: int, *keys: object) -> Random:
    """A stream of random numbers of its own for every thing, so that neither order nor number of workers matters."""
    return Random("|".join(str(key) for key in (seed, *keys)))


def between(random: Random, low: float, high: float, middle: float | None = None) -> float:
    """A number between `low` and `high`, most often near `middle` (halfway when not given)."""
    return random.triangular(low, high, (low + high) / 2 if middle is None else middle)


def _offered(random: Random, n_children: int) -> tuple[str, ...]:
    draws = {care_type: random.random() for care_type in SHARE_WITHOUT}
    offers_nothing = random.random() < SHARE_OFFERING_NOTHING
    larger_offer_more = min(1.3, max(0.5, CHILDREN_OF_AN_AVERAGE_PART / n_children))
    offered = tuple(care for care, draw in draws.items() if draw > SHARE_WITHOUT[care] * larger_offer_more)
    return () if offers_nothing else offered or ("out_of_school",)


def _places(random: Random, offers: tuple[str, ...], n_young: int, n_older: int) -> dict[str, int]:
    smallest = {"group": (15, 24), "family": (40, 70), "out_of_school": (25, 40)}
    places = {}
    for care_type in offers:
        n_children = n_older if care_type == "out_of_school" else n_young
        wanted = n_children * PLACES_PER_100_CHILDREN[care_type] / 100 * random.lognormvariate(0, 0.4)
        places[care_type] = max(random.randint(*smallest[care_type]), round(min(wanted, n_children * 0.3)))
    return places


def traits_of(part: Part, seed: int) -> Traits:
    """The lasting character of a part, the same in every year."""
    return _traits_of(part.nis_code, seed)


@cache
def _traits_of(nis_code: str, seed: int) -> Traits:
    part = parts()[nis_code]
    random = rng(seed, part.nis_code, "traits")
    n_young, n_older = children(part, FIRST_YEAR)
    drawn = _offered(random, n_young)
    offers = tuple(SHARE_WITHOUT) if nis_code == EXAMPLE else drawn
    return Traits(
        offers=offers,
        places=_places(random, offers, n_young, n_older),
        staffing={care_type: between(random, 0.9, 1.12) for care_type in SHARE_WITHOUT},
        occupancy={
            "group": between(random, 0.74, 1.0, 0.88),
            "family": between(random, 0.68, 0.96, 0.82),
            "out_of_school": between(random, 0.56, 0.78),
        },
        cost_level=between(random, 0.94, 1.07),
        fee_level=between(random, 0.82, 1.24, 0.98),
        permanent_share=between(random, 0.05, 0.4),
        qualified_share=between(random, 0.86, 1.0, 0.97),
        sick_share=between(random, 0.07, 0.11),
        leaver_share=between(random, 0.08, 0.18),
        has_coach=random.random() < 0.75,
        employs_childminders=random.random() < 0.15,
        charges_overhead=random.random() < 0.6,
        charges_rent=random.random() < 0.3,
        books_on_0945=random.random() < 0.8,
        consents_to_be_named=random.random() < 0.85,
        long_hours=random.random(),
        first_year_t2a=random.choice((2000, 2000, 2000, 2023, 2023, 2024, 2024, 2025, 2025, 2027)),
        reports_per_location=random.random() < 0.1,
    )
