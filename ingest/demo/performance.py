"""Child-days per month, duration and tariff, from the occupancy of the places."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from ingest.demo.traits import Traits, between, rng

DAY_WEIGHT = {"lt_3h": 0.4, "3h_5h": 0.6, "5h_11h": 1.0, "ge_11h": 1.6}
DURATION_SHARES = {
    "group": {"lt_3h": 0.03, "3h_5h": 0.15, "5h_11h": 0.79, "ge_11h": 0.03},
    "family": {"lt_3h": 0.07, "3h_5h": 0.18, "5h_11h": 0.72, "ge_11h": 0.03},
    "out_of_school": {"lt_3h": 0.36, "3h_5h": 0.34, "5h_11h": 0.295, "ge_11h": 0.005},
}
MONTH_SHARES = (0.087, 0.083, 0.092, 0.083, 0.085, 0.087, 0.066, 0.064, 0.09, 0.093, 0.087, 0.083)
MOST_CHILDREN_PER_PLACE_DAY = 1.15
"""Below the 120 % that is allowed on one day, so that chance never passes it."""


@dataclass(slots=True)
class Attendance:
    """Rows of the sheet, and what they come to in full-day equivalents per tariff."""

    rows: list[dict[str, object]] = field(default_factory=list)
    present: dict[str, float] = field(default_factory=lambda: {"income": 0.0, "free": 0.0})
    payable: dict[str, float] = field(default_factory=lambda: {"income": 0.0, "free": 0.0})

    def add(self, row: dict[str, object]) -> None:
        """Add a row, unless it is all zeroes: the sheet says that what is not in it did not happen."""
        present, unjustified = row["present_days"], row["unjustified_absent_days"]
        if not (present or unjustified or row["justified_absent_days"]):
            return
        weight = DAY_WEIGHT[row["duration_bucket"]]
        self.rows.append(row)
        self.present[row["tariff"]] += weight * present
        self.payable[row["tariff"]] += weight * (present + unjustified)


def occupancy_of(care_type: str, traits: Traits, seed: int, nis_code: str, year: int) -> float:
    """Full-day equivalents present per place and opening day in a year, around the lasting occupancy."""
    drift = rng(seed, nis_code, "occupancy", care_type, year).gauss(0, 0.02)
    return traits.occupancy[care_type] + drift - (0.03 if year == 2021 else 0)


def _child_days(care_type: str, occupancy: float, place_days: float) -> float:
    shares = DURATION_SHARES[care_type]
    mean_weight = sum(share * DAY_WEIGHT[bucket] for bucket, share in shares.items())
    return min(occupancy * place_days / mean_weight, MOST_CHILDREN_PER_PLACE_DAY * place_days)


def _row(random: Random, key: dict[str, object], days: float) -> dict[str, object]:
    return {
        **key,
        "present_days": round(days),
        "justified_absent_days": round(days * random.uniform(0.05, 0.1)),
        "unjustified_absent_days": round(days * random.uniform(0.01, 0.04)),
    }


def add_attendance(
    attendance: Attendance,
    care_type: str,
    dossier: str | None,
    place_days: dict[str, float],
    occupancy: float,
    random: Random,
) -> None:
    """Add a year of child-days for one type of care (or one location of it, when `dossier` is given).

    `place_days` is the number of places times the days open, per tariff.
    """
    level = between(random, 0.98, 1.02)
    for tariff, available in place_days.items():
        total = _child_days(care_type, occupancy * level, available)
        for month, month_share in enumerate(MONTH_SHARES, start=1):
            for bucket, share in DURATION_SHARES[care_type].items():
                days = total * month_share * share * random.uniform(0.97, 1.03)
                key = {"care_type": care_type, "dossier_number": dossier, "month": month}
                attendance.add(_row(random, key | {"duration_bucket": bucket, "tariff": tariff}, days))
