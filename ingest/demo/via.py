"""VIA movements dated in a year: announced, paid, booked, spent and justified amounts."""

from __future__ import annotations

from datetime import date
from random import Random

from ingest.demo.authorities import Part
from ingest.demo.traits import INDEX_2021, Traits, rng

AGREEMENT = "VIA6"
FIRST_YEAR, LAST_YEAR = 2021, 2025
TYPICAL_FTE_PER_PLACE = {"group": 0.255, "family": 0.02, "out_of_school": 0.068}
EUR_PER_FTE = {"purchasing_power": 640, "ific_local": 188, "training": 45, "inflow": 95, "management_support": 60}
EUR_PER_PLACE = {
    ("pedagogical_coaches", "group"): 80.57,
    ("pedagogical_coaches", "family"): 80.57,
    ("sui_generis_allowance", "family"): 34.0,
    ("expansion_t2b", "group"): 180.0,
}
NOT_FOR_EVERYBODY = {"training": 0.7, "inflow": 0.6, "management_support": 0.5}
ViaRow = dict[str, object]


def _takes_part(measure: str, care_type: str, part: Part, traits: Traits, seed: int, via_year: int) -> bool:
    if measure == "expansion_t2b" and via_year >= traits.first_year_t2a:
        return False
    if measure == "pedagogical_coaches" and not traits.has_coach:
        return False
    draw = rng(seed, part.nis_code, "via", measure).random()
    return draw < NOT_FOR_EVERYBODY.get(measure, 1.0) and not (measure == "management_support" and care_type != "group")


def _announced(part: Part, traits: Traits, seed: int, via_year: int) -> dict[tuple[str, str], float]:
    amounts = {}
    for care_type in traits.offers:
        places = traits.places[care_type]
        fte = places * TYPICAL_FTE_PER_PLACE[care_type] * traits.staffing[care_type]
        per_measure = {measure: rate * fte for measure, rate in EUR_PER_FTE.items()}
        per_measure |= {measure: rate * places for (measure, own), rate in EUR_PER_PLACE.items() if own == care_type}
        for measure, amount in per_measure.items():
            if _takes_part(measure, care_type, part, traits, seed, via_year):
                amounts[measure, care_type] = amount * INDEX_2021[via_year]
    return amounts


def _movements(random: Random, via_year: int, announced: float) -> list[tuple[str, date, float]]:
    """All movements of one amount, each step at most the one before it."""
    paid = announced * random.choice((1.0, 1.0, random.uniform(0.94, 0.99)))
    booked = paid * random.choice((1.0, 1.0, 1.0, random.uniform(0.85, 0.99)))
    spent = booked * min(1.0, random.uniform(0.78, 1.1))
    justified = spent * min(1.0, random.uniform(0.85, 1.2))
    advance, early = round(paid * 0.8, 2), round(spent * random.uniform(0.65, 0.9), 2)
    movements = [
        ("announced", date(via_year, 2, 15), announced),
        ("paid", date(via_year, 5, 31), advance),
        ("paid", date(via_year, 11, 15), paid - advance),
        ("booked", date(via_year, 12, 15), booked),
        ("spent", date(via_year, 12, 31), early),
        ("spent", date(via_year + 1, 3, 31), spent - early),
        ("justified", date(via_year + 1, 9, 30), justified),
    ]
    return [(step, moved_on, round(amount, 2)) for step, moved_on, amount in movements if round(amount, 2) > 0]


def _rows_of_via_year(part: Part, traits: Traits, seed: int, via_year: int, moved_in: int) -> list[ViaRow]:
    rows = []
    for (measure, care_type), announced in _announced(part, traits, seed, via_year).items():
        random = rng(seed, part.nis_code, "via", measure, care_type, via_year)
        key = {"agreement": AGREEMENT, "via_measure": measure, "via_year": via_year, "care_type": care_type}
        for step, moved_on, amount in _movements(random, via_year, announced):
            if moved_on.year == moved_in:
                rows.append({**key, "step": step, "moved_on": moved_on, "amount_eur": amount})
    return rows


def via_rows(part: Part, traits: Traits, seed: int, year: int) -> list[ViaRow]:
    """The sheet VIA: what moved in `year`, of that year's money and of what was left of the year before."""
    via_years = [via_year for via_year in (year - 1, year) if FIRST_YEAR <= via_year <= LAST_YEAR]
    return [row for via_year in via_years for row in _rows_of_via_year(part, traits, seed, via_year, year)]


def booked_eur(rows: list[ViaRow], care_type: str) -> float:
    """What was booked as revenue for one type of care."""
    return sum(row["amount_eur"] for row in rows if row["care_type"] == care_type and row["step"] == "booked")
