"""The figures, submissions and problems of the synthetic publication."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product

import pandas as pd

from tests.dashboard.synthetic_dimensions import (
    CARE_TYPES,
    INDICATORS,
    NIS_CODES,
    PEER_GROUPS,
    UNDER_QUERY,
    WITHOUT_SUBMISSION,
    YEARS,
    nearest_of,
    status_of,
    value_of,
)
from tests.dashboard.synthetic_statistics import Peers, benchmark


def values() -> pd.DataFrame:
    rows = []
    for (index, nis_code), year, care_type, indicator in product(enumerate(NIS_CODES), YEARS, CARE_TYPES, INDICATORS):
        status = status_of(nis_code, year, care_type)
        value = None if status.startswith("not_") else value_of(index, year, care_type, indicator[7])
        places = 20.0 + 2 * index
        numerator = None if value is None else value * places
        rows.append((nis_code, year, care_type, indicator[0], numerator, places, value, status))
    columns = ["nis_code", "year", "care_type", "indicator_code", "numerator", "denominator", "value", "status"]
    return pd.DataFrame(rows, columns=columns)


def measures() -> pd.DataFrame:
    """How many people live in each authority: a thousand more from one to the next."""
    people = [(nis_code, year, 10_000 + 1_000 * index) for index, nis_code in enumerate(NIS_CODES) for year in YEARS]
    known = pd.DataFrame(people, columns=["nis_code", "year", "value"])
    return known.assign(care_type="all", measure="population", status="reported")


def differences(benchmarks: pd.DataFrame) -> pd.DataFrame:
    """What the difference to the median of each peer group comes to, for the costs."""
    rows = benchmarks[benchmarks["indicator_code"].str.startswith("cost") & benchmarks["difference"].notna()]
    kept = rows[["nis_code", "year", "care_type", "indicator_code", "peer_group"]]
    return kept.assign(amount=rows["difference"] * rows["denominator"], unit="euro")


def benchmarks(values: pd.DataFrame, authorities: pd.DataFrame) -> pd.DataFrame:
    by_nis = {row["nis_code"]: row for row in authorities.to_dict("records")}
    polarity = {indicator[0]: indicator[6] for indicator in INDICATORS}
    rows = []
    for (year, care_type, code), cell in values.groupby(["year", "care_type", "indicator_code"], sort=False):
        own = {row["nis_code"]: row for row in cell.to_dict("records")}
        for (index, nis_code), group in product(enumerate(NIS_CODES), PEER_GROUPS):
            if group == "nearest":
                peers, label = [NIS_CODES[other] for other in nearest_of(index)], "nearest"
            else:
                label = "all" if group == "all" else by_nis[nis_code][group]
                peers = [c for c in NIS_CODES if c != nis_code and (group == "all" or by_nis[c][group] == label)]
            fixed = {
                "nis_code": nis_code,
                "year": year,
                "care_type": care_type,
                "indicator_code": code,
                "peer_group": group,
                "group_code": label,
            }
            rows.append(fixed | benchmark(own[nis_code], Peers([own[peer] for peer in peers]), polarity[code]))
    return pd.DataFrame(rows)


def submissions() -> pd.DataFrame:
    rows = []
    for (index, nis_code), year in product(enumerate(NIS_CODES), YEARS):
        missing = nis_code == WITHOUT_SUBMISSION and year == YEARS[-1]
        status = "expected" if missing else "queried" if nis_code == UNDER_QUERY and year == YEARS[-1] else "accepted"
        is_late = not missing and index % 10 == 9
        received = None if missing else date(year + 1, 5 if is_late else 3, 1)
        rows.append(
            (
                nis_code,
                nis_code,
                f"Gemeente {index + 1:02d}",
                year,
                status,
                None if missing else 1,
                received,
                None if received is None else datetime(received.year, received.month, received.day, 9, 30, tzinfo=UTC),
                date(year + 1, 4, 30),
                is_late,
                3 if nis_code == UNDER_QUERY and year == YEARS[-1] else 0,
                None if missing else 100,
                None if missing else 100 - index,
                None if missing else (100 - index) / 100,
                "demo",
                None if missing else 1,
                not missing,
                received,
                missing,
                2 if nis_code == UNDER_QUERY and year == YEARS[-1] else 0,
                1 if nis_code == UNDER_QUERY and year == YEARS[-1] else 0,
                f"opvang.{nis_code}@demo.example",
            )
        )
    columns = [
        "nis_code",
        "current_nis_code",
        "name",
        "year",
        "status",
        "version",
        "received_on",
        "received_at",
        "due_on",
        "is_late",
        "n_problems",
        "n_required_cells",
        "n_filled_cells",
        "completeness",
        "data_kind",
        "published_version",
        "is_published",
        "first_received_on",
        "is_overdue",
        "n_open_problems",
        "n_open_queries",
        "mailbox",
    ]
    integers = dict.fromkeys(("version", "published_version", "n_required_cells", "n_filled_cells"), "Int64")
    return pd.DataFrame(rows, columns=columns).astype(integers)


def submission_versions(submissions: pd.DataFrame) -> pd.DataFrame:
    """Each was decided on ten days after it came."""
    received = submissions[submissions["version"].notna()]
    decided_at = pd.to_datetime(received["received_on"]) + pd.Timedelta(days=10)
    return received[["nis_code", "year", "version", "status", "received_on"]].assign(decided_at=decided_at)


def queries() -> pd.DataFrame:
    """One question that waits for an answer."""
    asked_at = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
    about = {"nis_code": UNDER_QUERY, "year": YEARS[-1], "version": 1}
    return pd.DataFrame([about | {"query_id": 1, "asked_at": asked_at, "is_open": True}])


def problems() -> pd.DataFrame:
    common = {
        "nis_code": UNDER_QUERY,
        "year": YEARS[-1],
        "file": "11007_2025.xlsx",
        "file_hash": "ab" * 32,
        "care_type": "group",
        "version": 1,
    }
    rows = [
        common
        | {
            "sheet": "staff",
            "sheet_nl": "Personeel",
            "row_number": 4,
            "column_name": "fte",
            "header_nl": "VTE",
            "rule_code": "not_a_number",
            "severity": "rejected",
            "found": "<b>twaalf</b>",
            "expected": "een getal",
            "message_nl": "11007_2025.xlsx, blad Personeel, rij 4, kolom VTE: '<b>twaalf</b>' is geen getal. **Nu**",
        },
        common
        | {
            "sheet": "finance",
            "sheet_nl": "Financiën",
            "row_number": 9,
            "column_name": "amount_eur",
            "header_nl": "Bedrag",
            "rule_code": "jump",
            "severity": "blocking",
            "found": "1200000",
            "expected": "ongeveer 120000",
            "message_nl": "11007_2025.xlsx, blad Financiën, rij 9, kolom Bedrag: tien keer zo hoog als vorig jaar.",
        },
        common
        | {
            "sheet": None,
            "sheet_nl": None,
            "row_number": None,
            "column_name": None,
            "header_nl": None,
            "rule_code": "late",
            "severity": "warning",
            "found": None,
            "expected": None,
            "message_nl": "11007_2025.xlsx: na de uiterste datum ontvangen.",
        },
        common
        | {
            "nis_code": "99999",
            "version": None,
            "is_published": False,
            "file": "99999_2025.xlsx",
            "sheet": "authority",
            "sheet_nl": "Bestuur",
            "row_number": 2,
            "column_name": "nis_code",
            "header_nl": "NIS-code",
            "rule_code": "unknown_authority",
            "severity": "fatal",
            "found": "99999",
            "expected": "een NIS-code van 2025",
            "message_nl": "Blad Bestuur, rij 2, NIS-code: NIS-code 99999 bestaat niet in Vlaanderen.",
        },
    ]
    explained = {"is_answered": True, "reason_nl": "Nieuwe locatie geopend", "is_settled": False}
    answers = [explained if row["rule_code"] == "jump" else {"is_answered": False, "is_settled": False} for row in rows]
    problems = pd.DataFrame([row | answer for row, answer in zip(rows, answers, strict=True)])
    return problems.astype({"row_number": "Int64", "version": "Int64"})


def corrections() -> pd.DataFrame:
    """One figure that the publication changed."""
    row = {
        "publication_number": 7,
        "published_on": date(2026, 6, 1),
        "nis_code": UNDER_QUERY,
        "year": YEARS[-1],
        "care_type": "group",
        "indicator_code": INDICATORS[0][0],
        "old_value": 10.0,
        "new_value": 12.5,
        "old_status": "reported",
        "new_status": "reported",
        "cause": "cell_correction",
        "from_version": 1,
        "to_version": 1,
        "why_nl": "<b>Een nul te veel</b>",
        "n_moved": 3,
    }
    return pd.DataFrame([row])


def cell_corrections() -> pd.DataFrame:
    """One correction, which the source has overtaken."""
    row = {
        "correction_id": 1,
        "nis_code": UNDER_QUERY,
        "year": YEARS[-1],
        "sheet": "finance",
        "row_number": 9,
        "column_name": "amount_eur",
        "old_value": "1200000.00",
        "found_value": "120000.00",
        "new_value": "120000.00",
        "state": "source_mended",
        "is_estimate": False,
        "reason_nl": "Een nul te veel",
        "on_word_of": "financieel directeur",
        "valid_until": date(2027, 12, 31),
    }
    return pd.DataFrame([row])


def publication(data_kind: str, number: int) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "number": number,
                "published_at": datetime(2026, 6, 1, 8, 0, tzinfo=UTC),
                "note": "",
                "inputs_digest": "cd" * 32,
                "data_kind": data_kind,
                "n_submissions": 89,
            }
        ]
    )
