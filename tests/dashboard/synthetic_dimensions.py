"""The authorities, indicators and groups of the synthetic publication. Code lists come from the project's seeds.

Thirty authorities, three years, four types of care, six indicators. Every value follows from one formula
(``value_of``), so that an answer can be worked out by hand.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pandas as pd

SEEDS = Path(__file__).parents[2] / "dbt_project" / "seeds"
YEARS = (2023, 2024, 2025)
CARE_TYPES = ("group", "family", "out_of_school", "all")
PEER_GROUPS = ("all", "province", "reference_region", "size_class", "service_level", "belfius_cluster", "nearest")
PROVINCES = ("Antwerpen", "Limburg", "Oost-Vlaanderen")
NIS_CODES = tuple(str(11001 + index) for index in range(30))

WITHOUT_SUBMISSION = "11004"  # handed nothing in for 2025
WITHOUT_FAMILY_CARE = "11005"
PARTIAL_YEAR = "11006"
UNDER_QUERY = "11007"
ESTIMATED = "11008"
UNNAMED = "11009"
ALONE = "11030"  # the only one of its region: never enough peers there

# code, label, theme, unit, unit in Dutch, decimals, polarity, base value
INDICATORS = (
    (
        "places_per_100_children",
        "Gemeentelijke plaatsen per 100 kinderen",
        "supply",
        "places",
        "plaatsen",
        1,
        "higher",
        12.0,
    ),
    ("fte_per_10_places", "VTE per 10 plaatsen", "staff", "fte", "VTE", 2, "neutral", 1.8),
    ("sickness_absence", "Ziekteverzuim", "staff", "percent", "%", 1, "lower", 8.0),
    ("gross_cost_per_place", "Brutokost per plaats", "cost", "eur", "€", 0, "neutral", 14000.0),
    ("opening_hours_per_week", "Openingsuren per week", "hours", "hours", "uur", 1, "higher", 56.0),
    ("occupancy", "Bezetting", "performance", "percent", "%", 1, "target_band", 85.0),
)
THEMES = {
    "supply": "Aanbod",
    "staff": "Personeel",
    "cost": "Kosten",
    "hours": "Openingsuren",
    "performance": "Prestaties",
}


def value_of(index: int, year: int, care_type: str, base: float) -> float:
    """The value of the authority at a place in the list (0 to 29): the base, 15 % lower to 14 % higher."""
    step = (7 * index + 3 * (year - YEARS[0]) + 5 * CARE_TYPES.index(care_type)) % 30
    return base * (0.85 + 0.01 * step)


def status_of(nis_code: str, year: int, care_type: str) -> str:
    """The status of every value of an authority, year and type of care."""
    if nis_code == WITHOUT_FAMILY_CARE and care_type == "family":
        return "not_applicable"
    if year != YEARS[-1]:
        return "reported"
    special = {
        WITHOUT_SUBMISSION: "not_submitted",
        PARTIAL_YEAR: "partial_year",
        UNDER_QUERY: "under_query",
        ESTIMATED: "estimated",
    }
    return special.get(nis_code, "reported")


def authorities() -> pd.DataFrame:
    rows = []
    for index, nis_code in enumerate(NIS_CODES):
        rows.append(
            {
                "nis_code": nis_code,
                "name": f"Gemeente {index + 1:02d}",
                "province": PROVINCES[index % 3],
                "reference_region": "Westhoek" if nis_code == ALONE else "Kempen",
                "size_class": "lt_10k" if index < 15 else "10k_15k",
                "service_level": "a0" if index % 2 else "a1",
                "belfius_cluster": "V1" if index < 4 else "V2",
                "belfius_status": "mixed" if index == 1 else "classified",
                "area_km2": 10.0 + index,
                "lon": 3.0 + 0.1 * index,
                "lat": 50.8 + 0.02 * (index % 10),
                "is_named": nis_code != UNNAMED,
            }
        )
    return pd.DataFrame(rows)


def units() -> pd.DataFrame:
    today = [(code, f"Gemeente {index + 1:02d}", 1977, None, code) for index, code in enumerate(NIS_CODES)]
    columns = ["unit_nis_code", "unit_name", "valid_from_year", "valid_to_year", "nis_code"]
    frame = pd.DataFrame([*today, ("11099", "Oude Gemeente", 1977, 2024, "11001")], columns=columns)
    return frame.astype({"valid_to_year": "Int64"})


def indicators() -> pd.DataFrame:
    rows = []
    for position, (code, label, theme, unit, unit_nl, decimals, polarity, base) in enumerate(INDICATORS, start=1):
        rows.append(
            {
                "indicator_code": code,
                "label_nl": label,
                "label_en": code.replace("_", " "),
                "theme": theme,
                "theme_nl": THEMES[theme],
                "theme_en": theme,
                "unit": unit,
                "unit_nl": unit_nl,
                "unit_en": unit,
                "decimals": decimals,
                "polarity": polarity,
                "definition_nl": f"{label}: een voorbeelddefinitie voor de toetsen.",
                "definition_en": "An example.",
                "plausible_min": base * 0.2,
                "plausible_max": base * 3,
                "source": "inzending",
                "owner": "Steunpunt Kinderopvang",
                "next_review": date(2027, 1, 31),
                "care_types": "group family" if code == "occupancy" else "group family out_of_school all",
                "multiplier": 1.0,
                "formula_nl": "teller ÷ noemer",
                "formula_en": "numerator ÷ denominator",
                "position": position,
            }
        )
    return pd.DataFrame(rows)


def members(authorities: pd.DataFrame) -> pd.DataFrame:
    rows = [("all", "all", code) for code in NIS_CODES]
    for group in PEER_GROUPS[1:-1]:
        rows += [(group, row[group], row["nis_code"]) for row in authorities.to_dict("records")]
    return pd.DataFrame(rows, columns=["peer_group", "group_code", "nis_code"])


def nearest_of(index: int) -> list[int]:
    return sorted((other for other in range(30) if other != index), key=lambda other: (abs(other - index), other))[:8]


def nearest() -> pd.DataFrame:
    rows = [
        (NIS_CODES[index], year, care_type, theme, NIS_CODES[other], rank, abs(other - index) / 10)
        for index, year, care_type, theme in product(range(30), YEARS, CARE_TYPES, THEMES)
        for rank, other in enumerate(nearest_of(index), start=1)
    ]
    return pd.DataFrame(
        rows, columns=["nis_code", "year", "care_type", "theme", "peer_nis_code", "peer_rank", "distance"]
    )


def breaks() -> pd.DataFrame:
    rows = [
        (2025, "11002", None, "fusie met Oude Gemeente", "merger with Oude Gemeente"),
        (2024, None, "family", "andere subsidietrap", "other subsidy tier"),
    ]
    return pd.DataFrame(rows, columns=["year", "nis_code", "care_type", "label_nl", "label_en"])


def seed(name: str) -> pd.DataFrame:
    return pd.read_csv(SEEDS / f"{name}.csv", dtype=str).astype({"position": int})


def terms() -> pd.DataFrame:
    """The seed of terms; those of a code list have its labels."""
    rows, codes = seed("terms"), seed("codes").rename(columns={"code": "term"}).drop(columns="position")
    labelled = rows.merge(codes, how="left", on=["codelist", "term"], suffixes=("", "_of_code"))
    filled = {name: labelled[name].fillna(labelled[f"{name}_of_code"]) for name in ("label_nl", "label_en")}
    return rows.assign(**filled)


def target_bands() -> pd.DataFrame:
    columns = ["indicator_code", "care_type", "valid_from_year", "lower_bound", "upper_bound", "source"]
    return pd.DataFrame([("occupancy", "group", 2014, 80.0, None, "voorbeeld")], columns=columns)
