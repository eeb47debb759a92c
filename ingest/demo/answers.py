"""The answers on the sheet Bestuur: who hands in, for which year, and what is complete."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.demo.authorities import Authority
from ingest.demo.locations import organisers
from ingest.demo.traits import traits_of

CARE_TYPES = ("group", "family", "out_of_school")
TABLES = ("locations", "staff", "staff_year", "finance", "hours", "performance", "via")
Answers = dict[str, object]


def _completeness(offers: Sequence[str], asked_over_year: Sequence[str]) -> Answers:
    answers: Answers = {}
    for care_type in CARE_TYPES:
        answers[f"offers_{care_type}"] = care_type in offers
        for table in TABLES:
            is_asked = care_type in (asked_over_year if table == "staff_year" else offers)
            answers[f"complete_{care_type}_{table}"] = True if is_asked else None
    return answers


def answers_of(
    authority: Authority, offers: Sequence[str], asked_over_year: Sequence[str], seed: int, year: int
) -> Answers:
    """The answers of an authority that hands in a whole and complete year.

    What is not asked has no answer: completeness of care that is not offered, or of staff figures over the year for a
    type of care that is not in `asked_over_year`.
    """
    traits = [traits_of(part, seed) for part in authority.parts]
    numbers = [number for part in authority.parts for number in organisers(part, seed)]
    return {
        "data_kind": "demo",
        "nis_code": authority.nis_code,
        "authority_name": authority.name,
        "year": year,
        "mailbox": f"kinderopvang.{authority.nis_code}@demo.example",
        "organiser_kbo_numbers": "; ".join(numbers),
        "consents_to_be_named": all(own.consents_to_be_named for own in traits),
        "first_month": 1,
        "last_month": 12,
        "overhead_charged": any(own.charges_overhead for own in traits),
        "rent_charged": any(own.charges_rent for own in traits),
        "out_of_school_on_0945": any(own.books_on_0945 for own in traits) if "out_of_school" in offers else None,
    } | _completeness(offers, asked_over_year)
