"""Expenditure and revenue per post, from the places, the staff and the child-days of a type of care."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ingest.demo.definitions import posts
from ingest.demo.performance import Attendance
from ingest.demo.staff import StaffRow
from ingest.demo.traits import INDEX_2021, Traits, between

EUR_PER_FTE = {
    "caregiver": 44500,
    "employed_childminder": 43000,
    "lead": 60500,
    "family_service_lead": 59000,
    "pedagogical_coach": 58500,
    "logistics": 38500,
    "administration": 47000,
    "management": 70000,
}
EUR_PER_PLACE = {
    "group": {"maintenance": 380, "insurance": 60, "other_goods_services": 560, "other_expenditure": 70},
    "family": {"maintenance": 15, "insurance": 35, "other_goods_services": 420, "other_expenditure": 60},
    "out_of_school": {"maintenance": 90, "insurance": 20, "other_goods_services": 190, "other_expenditure": 20},
}
ENERGY_PER_PLACE = {"group": 300, "family": 20, "out_of_school": 75}
RENT_PER_PLACE = {"group": 520, "family": 40, "out_of_school": 160}
FOOD_PER_CHILD_DAY = {"group": 3.1, "family": 0.0, "out_of_school": 0.8}
GOODS_PER_CHILD_DAY = {"group": 0.95, "family": 0.15, "out_of_school": 0.35}
OVERHEAD_SHARE = {"group": 0.045, "family": 0.06, "out_of_school": 0.04}
ALLOWANCE_PER_CHILD_DAY = 20.6
ENERGY_CRISIS = {2022: 1.45, 2023: 1.3, 2024: 1.1}
FEE_PER_CHILD_DAY = {
    ("group", "income"): 14.6,
    ("group", "free"): 27.5,
    ("family", "income"): 13.9,
    ("family", "free"): 24.0,
    ("out_of_school", "free"): 8.0,
}
SUBSIDY_PER_PLACE = {
    "group": {"T0": 0, "T1": 830, "T2A": 9900, "T2B": 8500, "T3": 10200},
    "family": {"T0": 0, "T1": 700, "T2A": 3050, "T2B": 2850, "T3": 3150},
    "out_of_school": {"T0": 900, "T1": 1550},
}
OTHER_REVENUE_PER_PLACE = {"group": 260, "family": 60, "out_of_school": 140}


@dataclass(frozen=True, slots=True)
class Operation:
    """A type of care of a part in a year, as far as money depends on it. `places_by_tier` are yearly means."""

    care_type: str
    year: int
    places: float
    places_by_tier: dict[str, float]
    staff: list[StaffRow]
    attendance: Attendance
    via_eur: float

    @property
    def present(self) -> float:
        """Full-day equivalents present, over both tariffs."""
        return sum(self.attendance.present.values())


def _personnel(operation: Operation, level: float, random: Random) -> dict[str, float]:
    cost = {"permanent": 0.0, "other": 0.0}
    for row in operation.staff:
        if row["fte"] is not None:
            permanent = row["statute"] == "permanent"
            rate = EUR_PER_FTE[row["function"]] * (1.08 if permanent else 1.0)
            cost["permanent" if permanent else "other"] += row["fte"] * rate * level
    total = cost["permanent"] + cost["other"]
    return {
        "personnel_permanent": cost["permanent"] * 0.94,
        "personnel_contractual": cost["other"] * 0.94,
        "personnel_other": total * random.uniform(0.045, 0.065),
        "temporary_staff": total * random.choice((0, 0, random.uniform(0.003, 0.015))),
    }


def _working_costs(operation: Operation, level: float, traits: Traits, random: Random) -> dict[str, float]:
    care_type, places, present = operation.care_type, operation.places, operation.present
    crisis = ENERGY_CRISIS.get(operation.year, 1.0)
    costs = {post: rate * places * random.uniform(0.8, 1.2) for post, rate in EUR_PER_PLACE[care_type].items()}
    costs["energy"] = ENERGY_PER_PLACE[care_type] * places * crisis * random.uniform(0.85, 1.15)
    costs["rent"] = RENT_PER_PLACE[care_type] * places * random.uniform(0.7, 1.3) if traits.charges_rent else 0.0
    costs["food"] = FOOD_PER_CHILD_DAY[care_type] * present * random.uniform(0.9, 1.1)
    costs["care_goods"] = GOODS_PER_CHILD_DAY[care_type] * present * random.uniform(0.85, 1.15)
    allowance = ALLOWANCE_PER_CHILD_DAY * present if care_type == "family" else 0.0
    return {post: cost * level for post, cost in costs.items()} | {
        "childminder_allowances": allowance * INDEX_2021[operation.year]
    }


def expenditure(operation: Operation, traits: Traits, random: Random) -> dict[str, float]:
    """Every expenditure post of a type of care, in euro; what the authority does not charge is a typed zero."""
    level = INDEX_2021[operation.year] * traits.cost_level * between(random, 0.985, 1.015)
    costs = _personnel(operation, level, random) | _working_costs(operation, level, traits, random)
    share = OVERHEAD_SHARE[operation.care_type] * random.uniform(0.8, 1.2) if traits.charges_overhead else 0.0
    return costs | {"overhead": sum(costs.values()) * share}


def _subsidy(operation: Operation) -> float:
    rates = SUBSIDY_PER_PLACE[operation.care_type]
    return sum(places * rates[tier] for tier, places in operation.places_by_tier.items()) * INDEX_2021[operation.year]


def revenue(operation: Operation, traits: Traits, random: Random) -> dict[str, float]:
    """Every revenue post and the fees received, in euro: fees x child-days + subsidy x places + VIA + other."""
    index = INDEX_2021[operation.year]
    fee_level = index * traits.fee_level * random.uniform(0.985, 1.015)
    payable = operation.attendance.payable
    fees = sum(FEE_PER_CHILD_DAY[operation.care_type, tariff] * days for tariff, days in payable.items() if days)
    other = OTHER_REVENUE_PER_PLACE[operation.care_type] * operation.places * random.uniform(0.3, 1.7)
    invoiced = round(fees * fee_level, 2)
    return {
        "fees_invoiced": invoiced,
        "subsidy_opgroeien": _subsidy(operation) * random.uniform(0.98, 1.02),
        "subsidy_via": operation.via_eur,
        "other_revenue": other * index,
        "fees_received": invoiced * random.uniform(0.96, 0.999),
    }


def finance_rows(operation: Operation, traits: Traits, random: Random) -> list[dict[str, object]]:
    """The sheet Financiën for one type of care, without its control totals."""
    amounts = expenditure(operation, traits, random) | revenue(operation, traits, random)
    order = (*posts("expenditure"), *posts("revenue"), *posts("memo"))
    return [{"care_type": operation.care_type, "post": post, "amount_eur": round(amounts[post], 2)} for post in order]
