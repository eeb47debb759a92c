"""Staff on 1 January per function and statute, and the staff figures over the year."""

from __future__ import annotations

from random import Random

from ingest.demo.ages import apportion
from ingest.demo.traits import Traits

PLACES_PER_CAREGIVER = {"group": 9, "out_of_school": 14}
HOURS_PER_WEEK = 38
WORKING_DAYS_PER_FTE = 261
SUI_GENERIS = "sui_generis_childminder"
FTE_PER_PLACE = {
    "group": {"lead": 0.024, "logistics": 0.02, "administration": 0.006, "management": 0.003},
    "family": {"family_service_lead": 0.0155, "administration": 0.0025, "management": 0.001},
    "out_of_school": {"lead": 0.0085, "logistics": 0.003, "administration": 0.002},
}
CONTRACTUAL_ONLY = ("pedagogical_coach", "employed_childminder")
SMALLEST_FTE = 0.05
SMALLEST_COACH_FTE = 0.2
StaffRow = dict[str, object]


def caregiver_fte(care_type: str, places: float, weekly_hours: float, level: float) -> float:
    """Full-time caregivers: the legal ratio held at every opening hour, plus cover for leave and absence."""
    floor = places / PLACES_PER_CAREGIVER[care_type] * weekly_hours / HOURS_PER_WEEK
    cover = 1.14 if care_type == "group" else 1.22
    return floor * max(1.04, cover * level)


def _wanted_fte(random: Random, care_type: str, places: float, weekly_hours: float, traits: Traits) -> dict[str, float]:
    level = traits.staffing[care_type]
    shares = FTE_PER_PLACE[care_type]
    wanted = {function: places * share * level * random.uniform(0.92, 1.08) for function, share in shares.items()}
    if care_type in PLACES_PER_CAREGIVER:
        wanted["caregiver"] = caregiver_fte(care_type, places, weekly_hours, level)
    elif traits.employs_childminders:
        wanted["employed_childminder"] = max(1.0, places * 0.02)
    if traits.has_coach and (care_type == "group" or (care_type == "family" and "group" not in traits.offers)):
        wanted["pedagogical_coach"] = max(SMALLEST_COACH_FTE, places * 0.003)
    return {function: fte for function, fte in wanted.items() if fte >= SMALLEST_FTE}


def _statute_shares(function: str, traits: Traits, year: int) -> dict[str, float]:
    if function in CONTRACTUAL_ONLY:
        return {"contractual": 1.0}
    permanent = max(0.0, traits.permanent_share - 0.02 * (year - 2021))
    shares = {"permanent": permanent, "contractual": 0.9 - permanent, "gesco": 0.1}
    if function == "logistics":
        shares |= {"article_60": 0.15}
    return shares


def _statute_row(random: Random, function: str, statute: str, fte: float, traits: Traits) -> StaffRow:
    qualified = min(1.0, traits.qualified_share + random.uniform(-0.02, 0.03)) if function == "caregiver" else 1.0
    vacant = fte * random.uniform(0.01, 0.08) if statute == "contractual" and random.random() < 0.5 else 0.0
    return {
        "function": function,
        "statute": statute,
        "persons": max(1, round(fte / random.uniform(0.72, 0.86))),
        "fte": fte,
        "qualified_fte": round(fte * qualified, 2),
        "vacant_fte": round(vacant, 2),
    }


def _statute_rows(random: Random, function: str, fte: float, traits: Traits, year: int) -> list[StaffRow]:
    shares = {name: share for name, share in _statute_shares(function, traits, year).items() if share * fte >= 0.25}
    shares = shares or {"contractual": 1.0}
    hundredths = apportion(round(fte * 100), list(shares.values()))
    return [
        _statute_row(random, function, statute, parts_of_100 / 100, traits)
        for statute, parts_of_100 in zip(shares, hundredths, strict=True)
    ]


def _childminders(random: Random, places: float) -> StaffRow:
    persons = max(3, round(places / random.uniform(4.4, 5.6)))
    empty = {"fte": None, "qualified_fte": None, "vacant_fte": None}
    return {"care_type": "family", "function": SUI_GENERIS, "statute": "sui_generis", "persons": persons, **empty}


def staff_rows(
    random: Random, care_type: str, places: float, weekly_hours: float, traits: Traits, year: int
) -> list[StaffRow]:
    """The sheet Personeel for one type of care."""
    wanted = _wanted_fte(random, care_type, places, weekly_hours, traits)
    rows = [
        {"care_type": care_type, **row}
        for function, fte in wanted.items()
        for row in _statute_rows(random, function, fte, traits, year)
    ]
    return [*rows, _childminders(random, places)] if care_type == "family" else rows


def staff_year_row(random: Random, care_type: str, rows: list[StaffRow], traits: Traits) -> dict[str, object]:
    """The sheet Personeel jaar for one type of care; childminders with the sui-generis statute are not employees."""
    employed = [row for row in rows if row["fte"] is not None]
    contract_days = round(sum(row["fte"] for row in employed) * WORKING_DAYS_PER_FTE, 1)
    sick_share = traits.sick_share * random.uniform(0.92, 1.08)
    persons = sum(row["persons"] for row in employed)
    return {
        "care_type": care_type,
        "contract_days": contract_days,
        "sick_days": round(contract_days * sick_share, 1),
        "leavers": round(persons * traits.leaver_share * random.uniform(0.8, 1.2)),
    }
