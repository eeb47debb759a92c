"""A small publication with invented figures, in the shape of the marts, for the tests of the dashboard.

Thirty authorities, three years, four types of care, six indicators. Every value follows from one formula
(``value_of``), so that an answer can be worked out by hand.
"""

from datetime import date, datetime
from itertools import product
from pathlib import Path

import duckdb
import pandas as pd
from synthetic_statistics import Peers, benchmark

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
    ("places_per_100_children", "Gemeentelijke plaatsen per 100 kinderen", "supply", "places", "plaatsen", 1, "higher", 12.0),
    ("fte_per_10_places", "VTE per 10 plaatsen", "staff", "fte", "VTE", 2, "neutral", 1.8),
    ("sickness_absence", "Ziekteverzuim", "staff", "percent", "%", 1, "lower", 8.0),
    ("gross_cost_per_place", "Brutokost per plaats", "cost", "eur", "€", 0, "neutral", 14000.0),
    ("opening_hours_per_week", "Openingsuren per week", "hours", "hours", "uur", 1, "higher", 56.0),
    ("occupancy", "Bezetting", "performance", "percent", "%", 1, "target_band", 85.0),
)
THEMES = {"supply": "Aanbod", "staff": "Personeel", "cost": "Kosten", "hours": "Openingsuren", "performance": "Prestaties"}


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
    special = {WITHOUT_SUBMISSION: "not_submitted", PARTIAL_YEAR: "partial_year", UNDER_QUERY: "under_query", ESTIMATED: "estimated"}
    return special.get(nis_code, "reported")


def build(home: Path, *, data_kind: str = "demo", number: int = 7) -> Path:
    """Write a publication into a home folder and return the path of its file."""
    publications = home / "publications"
    publications.mkdir(parents=True, exist_ok=True)
    path = publications / f"opvangspiegel_{number}.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts; create schema publication")
        for name, frame in _tables().items():
            connection.register("frame", frame)
            connection.execute(f"create table marts.{name} as select * from frame")
        connection.register("frame", _publication(data_kind, number))
        connection.execute("create table publication.publication as select * from frame")
    current = home / "current.duckdb"
    current.unlink(missing_ok=True)
    current.symlink_to(path)
    return path


def _tables() -> dict[str, pd.DataFrame]:
    authorities = _authorities()
    values = _values()
    return {
        "dim_authorities": authorities,
        "dim_authority_units": _units(),
        "dim_indicators": _indicators(),
        "dim_care_types": _care_types(),
        "dim_codes": _codes(),
        "dim_peer_groups": _peer_groups(),
        "dim_group_labels": _group_labels(),
        "dim_group_members": _members(authorities),
        "dim_peers": _nearest(),
        "dim_series_breaks": _breaks(),
        "fct_indicator_values": values,
        "fct_benchmarks": _benchmarks(values, authorities),
        "fct_submissions": _submissions(),
        "fct_problems": _problems(),
    }


def _authorities() -> pd.DataFrame:
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


def _units() -> pd.DataFrame:
    today = [(code, f"Gemeente {index + 1:02d}", 1977, None, code) for index, code in enumerate(NIS_CODES)]
    columns = ["unit_nis_code", "unit_name", "valid_from_year", "valid_to_year", "nis_code"]
    frame = pd.DataFrame([*today, ("11099", "Oude Gemeente", 1977, 2024, "11001")], columns=columns)
    return frame.astype({"valid_to_year": "Int64"})


def _indicators() -> pd.DataFrame:
    rows = []
    for position, (code, label, theme, unit, unit_nl, decimals, polarity, base) in enumerate(INDICATORS, start=1):
        rows.append(
            {
                "indicator_code": code,
                "label_nl": label,
                "label_en": code.replace("_", " "),
                "theme": theme,
                "theme_nl": THEMES[theme],
                "unit": unit,
                "unit_nl": unit_nl,
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
                "position": position,
            }
        )
    return pd.DataFrame(rows)


def _care_types() -> pd.DataFrame:
    labels = (("Groepsopvang", "Groep"), ("Gezinsopvang", "Gezin"), ("Buitenschoolse opvang", "Buitenschools"), ("Alle opvang samen", "Totaal"))
    rows = [(code, long, code, short, place) for place, (code, (long, short)) in enumerate(zip(CARE_TYPES, labels, strict=True), start=1)]
    return pd.DataFrame(rows, columns=["care_type", "label_nl", "label_en", "short_nl", "position"])


def _codes() -> pd.DataFrame:
    lists = {
        "status": {"not_applicable": "niet van toepassing", "not_submitted": "niet ingediend", "rejected": "onleesbaar ingediend",
                   "withheld": "niet getoond (te klein aantal)", "under_query": "in navraag",
                   "partial_year": "slechts een deel van het jaar", "estimated": "geraamd", "reported": "gerapporteerd"},
        "severity": {"fatal": "bestand geweigerd", "rejected": "cel of rij geweigerd",
                     "blocking": "vraag die eerst beantwoord moet worden", "warning": "opvallend"},
        "polarity": {"higher": "hoger is beter", "lower": "lager is beter", "neutral": "geen oordeel", "target_band": "streefwaarde"},
        "judgement": {"better": "beter dan de meeste gelijken", "worse": "minder goed dan de meeste gelijken",
                      "higher": "hoger dan de meeste gelijken", "lower": "lager dan de meeste gelijken",
                      "similar": "vergelijkbaar met de gelijken", "in_band": "binnen de streefwaarde",
                      "below_band": "onder de streefwaarde", "above_band": "boven de streefwaarde", "none": "geen oordeel mogelijk"},
        "theme": THEMES,
    }  # fmt: skip
    rows = [(name, code, label, code, place) for name, codes in lists.items() for place, (code, label) in enumerate(codes.items(), 1)]
    return pd.DataFrame(rows, columns=["codelist", "code", "label_nl", "label_en", "position"])


def _peer_groups() -> pd.DataFrame:
    labels = ("Alle besturen", "Provincie", "Referentieregio", "Grootteklasse", "Uitrustingsgraad", "Belfius-cluster", "Meest gelijkende besturen")
    rows = [(code, label, code, place, "nearest" if code == "nearest" else "fixed", f"{label}: definitie.")
            for place, (code, label) in enumerate(zip(PEER_GROUPS, labels, strict=True), start=1)]  # fmt: skip
    return pd.DataFrame(rows, columns=["peer_group", "label_nl", "label_en", "position", "kind", "definition_nl"])


def _group_labels() -> pd.DataFrame:
    rows = [("all", "all", "Alle besturen", 1), ("nearest", "nearest", "Meest gelijkende besturen", 1)]
    rows += [("province", name, name, place) for place, name in enumerate(PROVINCES, start=1)]
    rows += [("reference_region", "Kempen", "Kempen", 1), ("reference_region", "Westhoek", "Westhoek", 2)]
    rows += [("size_class", "lt_10k", "minder dan 10.000 inwoners", 1), ("size_class", "10k_15k", "10.000 tot 14.999 inwoners", 2)]
    rows += [("service_level", "a0", "Grote en regionale steden", 1), ("service_level", "a1", "Zeer goed uitgeruste centra", 2)]
    rows += [("belfius_cluster", "V1", "V1 Stadsrand", 1), ("belfius_cluster", "V2", "V2 Woongemeenten", 2)]
    return pd.DataFrame(rows, columns=["peer_group", "group_code", "label_nl", "position"])


def _members(authorities: pd.DataFrame) -> pd.DataFrame:
    rows = [("all", "all", code) for code in NIS_CODES]
    for group in PEER_GROUPS[1:-1]:
        rows += [(group, row[group], row["nis_code"]) for row in authorities.to_dict("records")]
    return pd.DataFrame(rows, columns=["peer_group", "group_code", "nis_code"])


def _nearest_of(index: int) -> list[int]:
    return sorted((other for other in range(30) if other != index), key=lambda other: (abs(other - index), other))[:8]


def _nearest() -> pd.DataFrame:
    rows = [
        (NIS_CODES[index], year, care_type, theme, NIS_CODES[other], rank, abs(other - index) / 10)
        for index, year, care_type, theme in product(range(30), YEARS, CARE_TYPES, THEMES)
        for rank, other in enumerate(_nearest_of(index), start=1)
    ]
    return pd.DataFrame(rows, columns=["nis_code", "year", "care_type", "theme", "peer_nis_code", "peer_rank", "distance"])


def _breaks() -> pd.DataFrame:
    rows = [(2025, "11002", None, "fusie met Oude Gemeente"), (2024, None, "family", "andere subsidietrap")]
    return pd.DataFrame(rows, columns=["year", "nis_code", "care_type", "label_nl"])


def _values() -> pd.DataFrame:
    rows = []
    for (index, nis_code), year, care_type, indicator in product(enumerate(NIS_CODES), YEARS, CARE_TYPES, INDICATORS):
        status = status_of(nis_code, year, care_type)
        value = None if status.startswith("not_") else value_of(index, year, care_type, indicator[7])
        places = 20.0 + 2 * index
        numerator = None if value is None else value * places
        rows.append((nis_code, year, care_type, indicator[0], numerator, places, value, status))
    columns = ["nis_code", "year", "care_type", "indicator_code", "numerator", "denominator", "value", "status"]
    return pd.DataFrame(rows, columns=columns)


def _benchmarks(values: pd.DataFrame, authorities: pd.DataFrame) -> pd.DataFrame:
    by_nis = {row["nis_code"]: row for row in authorities.to_dict("records")}
    polarity = {indicator[0]: indicator[6] for indicator in INDICATORS}
    rows = []
    for (year, care_type, code), cell in values.groupby(["year", "care_type", "indicator_code"], sort=False):
        own = {row["nis_code"]: row for row in cell.to_dict("records")}
        for (index, nis_code), group in product(enumerate(NIS_CODES), PEER_GROUPS):
            if group == "nearest":
                peers, label = [NIS_CODES[other] for other in _nearest_of(index)], "nearest"
            else:
                label = "all" if group == "all" else by_nis[nis_code][group]
                peers = [c for c in NIS_CODES if c != nis_code and (group == "all" or by_nis[c][group] == label)]
            fixed = {"nis_code": nis_code, "year": year, "care_type": care_type, "indicator_code": code, "peer_group": group, "group_code": label}
            rows.append(fixed | benchmark(own[nis_code], Peers([own[peer] for peer in peers]), polarity[code]))
    return pd.DataFrame(rows)


def _submissions() -> pd.DataFrame:
    rows = []
    for (index, nis_code), year in product(enumerate(NIS_CODES), YEARS):
        missing = nis_code == WITHOUT_SUBMISSION and year == YEARS[-1]
        status = "expected" if missing else "queried" if nis_code == UNDER_QUERY and year == YEARS[-1] else "accepted"
        is_late = not missing and index % 10 == 9
        received = None if missing else date(year + 1, 5 if is_late else 3, 1)
        rows.append(
            (nis_code, f"Gemeente {index + 1:02d}", year, status, None if missing else 1, received,
             None if received is None else datetime(received.year, received.month, received.day, 9, 30),
             date(year + 1, 4, 30), is_late, 3 if nis_code == UNDER_QUERY and year == YEARS[-1] else 0,
             None if missing else 100, None if missing else 100 - index, "demo")
        )  # fmt: skip
    columns = ["nis_code", "name", "year", "status", "version", "received_on", "received_at", "due_on", "is_late",
               "n_problems", "n_required_cells", "n_filled_cells", "data_kind"]  # fmt: skip
    integers = {"version": "Int64", "n_required_cells": "Int64", "n_filled_cells": "Int64"}
    return pd.DataFrame(rows, columns=columns).astype(integers)


def _problems() -> pd.DataFrame:
    common = {"nis_code": UNDER_QUERY, "year": YEARS[-1], "file": "11007_2025.xlsx", "file_hash": "ab" * 32, "care_type": "group"}
    rows = [
        common | {"sheet": "staff", "sheet_nl": "Personeel", "row_number": 4, "column_name": "fte", "header_nl": "VTE",
                  "rule_code": "not_a_number", "severity": "rejected", "found": "<b>twaalf</b>", "expected": "een getal",
                  "message_nl": "11007_2025.xlsx, blad Personeel, rij 4, kolom VTE: '<b>twaalf</b>' is geen getal. **Let op**"},
        common | {"sheet": "finance", "sheet_nl": "Financiën", "row_number": 9, "column_name": "amount_eur", "header_nl": "Bedrag",
                  "rule_code": "jump", "severity": "blocking", "found": "1200000", "expected": "ongeveer 120000",
                  "message_nl": "11007_2025.xlsx, blad Financiën, rij 9, kolom Bedrag: tien keer zo hoog als vorig jaar."},
        common | {"sheet": None, "sheet_nl": None, "row_number": None, "column_name": None, "header_nl": None,
                  "rule_code": "late", "severity": "warning", "found": None, "expected": None,
                  "message_nl": "11007_2025.xlsx: na de uiterste datum ontvangen."},
    ]  # fmt: skip
    return pd.DataFrame(rows).astype({"row_number": "Int64"})


def _publication(data_kind: str, number: int) -> pd.DataFrame:
    return pd.DataFrame(
        [{"number": number, "published_at": datetime(2026, 6, 1, 8, 0), "note": "", "inputs_digest": "cd" * 32,
          "data_kind": data_kind, "n_submissions": 89}]
    )  # fmt: skip
