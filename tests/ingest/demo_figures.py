"""Questions that the tests ask of invented figures."""

from __future__ import annotations

from ingest.demo.authorities import Authority, authorities_of_year
from ingest.demo.world import Figures

SEED = 7
DAY_WEIGHT = {"lt_3h": 0.4, "3h_5h": 0.6, "5h_11h": 1.0, "ge_11h": 1.6}


def authority(nis_code: str, year: int) -> Authority:
    return next(one for one in authorities_of_year(year) if one.nis_code == nis_code)


def rows(figures: Figures, table: str, care_type: str) -> list[dict]:
    return [row for row in figures.tables[table] if row["care_type"] == care_type]


def amounts(figures: Figures, care_type: str) -> dict[str, float]:
    return {row["post"]: row["amount_eur"] for row in rows(figures, "finance", care_type)}


def places(figures: Figures, care_type: str) -> int:
    return sum(row["licensed_places"] for row in rows(figures, "locations", care_type))


def days_open(figures: Figures) -> dict[str, dict[tuple[str, str], int]]:
    """Per location, the days open per period and weekday; two blocks of hours on one day are one day."""
    found: dict[str, dict[tuple[str, str], int]] = {}
    for row in figures.tables["hours"]:
        found.setdefault(row["dossier_number"], {})[row["period"], row["weekday"]] = row["opening_days"]
    return found


def place_days(figures: Figures, care_type: str) -> int:
    open_days = days_open(figures)
    return sum(
        row["licensed_places"] * sum(open_days[row["dossier_number"]].values())
        for row in rows(figures, "locations", care_type)
    )


def full_days(figures: Figures, care_type: str) -> float:
    return sum(
        DAY_WEIGHT[row["duration_bucket"]] * row["present_days"] for row in rows(figures, "performance", care_type)
    )
