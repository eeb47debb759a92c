"""Mistakes that people make in a submission, one or more for each rule that looks at cells, and where they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from tests.ingest.workbook_builder import (
    CARE,
    FailingFormula,
    Sheets,
)

Mistake = Callable[[Sheets], Any]
Place = tuple[str | None, int | None, str | None]


def put(sheet: str, row: int, header: str, value: Any) -> Mistake:
    """Type a value in a row (1 is the first below the headers)."""
    return lambda sheets: sheets[sheet][row - 1].__setitem__(header, value)


def answer(label: str, value: Any) -> Mistake:
    return put("Bestuur", 1, label, value)


def again(sheet: str, row: int, **changes: Any) -> Mistake:
    """Repeat a row below the others, with changes (underscores stand for spaces)."""
    changed = {name.replace("_", " "): value for name, value in changes.items()}
    return lambda sheets: sheets[sheet].append({**sheets[sheet][row - 1], **changed})


def drop(sheet: str, *rows: int) -> Mistake:
    def dropping(sheets: Sheets) -> None:
        sheets[sheet] = [row for number, row in enumerate(sheets[sheet], start=1) if number not in rows]

    return dropping


def rename(sheet: str, old: str, new: str) -> Mistake:
    def renaming(sheets: Sheets) -> None:
        sheets[sheet] = [{new if name == old else name: cell for name, cell in row.items()} for row in sheets[sheet]]

    return renaming


def both(*mistakes: Mistake) -> Mistake:
    return lambda sheets: [mistake(sheets) for mistake in mistakes]


def twice_open(sheets: Sheets) -> None:
    again("Openingsuren", 1, Open=dt.time(12, 0), Sluit=dt.time(19, 0))(sheets)


def second_location_without_hours(sheets: Sheets) -> None:
    again("Locaties", 1, Dossiernummer="G-2")(sheets)


def nothing_offered_or_denied(sheets: Sheets) -> None:
    for care_type in CARE.values():
        answer(f"{care_type}: aangeboden", None)(sheets)


def sui_generis_with_fte(sheets: Sheets) -> None:
    again("Personeel", 1, Functie="onthaalouder sui generis", Statuut="sui generis")(sheets)


def shifted(sheets: Sheets) -> None:
    row = sheets["Financiën"][1]
    sheets["Financiën"][1] = {
        "Type opvang": None,
        "Post": row["Type opvang"],
        "Bedrag": row["Post"],
        " ": row["Bedrag"],
    }


def ten_times_the_staff_cost(sheets: Sheets) -> None:
    put("Financiën", 2, "Bedrag", 3000000.0)(sheets)
    put("Financiën", 5, "Bedrag", 3150000.0)(sheets)


def total_of_fte(shown: float) -> Mistake:
    """Add the sheet Totalen of the template, with one sum on it; the VTE of the file are 8."""
    words = {"Blad": "Personeel", "Kolom": "VTE", "Type opvang": CARE["group"], "Welke rijen": "alle rijen"}
    return lambda sheets: sheets.update({"Totalen": [{**words, "Eenheid": "VTE", "Som": shown}]})


MISTAKES: list[tuple[str, Mistake, Place | None]] = [
    # what makes a file refused
    ("year_missing", answer("Boekjaar", None), ("authority", 4, "year")),
    ("year_missing", answer("Boekjaar", "twintig"), ("authority", 4, "year")),
    ("not_a_nis_code", answer("NIS-code", "1101"), ("authority", 2, "nis_code")),
    ("identity_missing", answer("NIS-code", None), ("authority", 2, "nis_code")),
    ("identity_missing", answer("Soort gegevens", None), ("authority", 1, "data_kind")),
    ("unknown_authority", answer("NIS-code", "99999"), ("authority", 2, "nis_code")),
    ("name_does_not_match", answer("NIS-code", "11002"), ("authority", 2, "nis_code")),
    ("nothing_declared", nothing_offered_or_denied, ("authority", None, None)),
    ("missing_sheet", lambda sheets: sheets.pop("Prestaties"), ("performance", None, None)),
    ("missing_column", rename("Personeel", "Personen", "Aantal"), ("staff", None, "persons")),
    ("missing_column", lambda sheets: sheets["Bestuur"][0].pop("Boekjaar"), ("authority", None, "year")),
    # what makes a cell or row rejected
    ("formula_error", put("Financiën", 3, "Bedrag", FailingFormula()), ("finance", 4, "amount_eur")),
    ("not_a_number", put("Personeel", 1, "VTE", "zeven"), ("staff", 2, "fte")),
    ("ambiguous_number", put("Financiën", 3, "Bedrag", "40.000"), ("finance", 4, "amount_eur")),
    ("not_whole", put("Locaties", 1, "Vergunde plaatsen", 30.5), ("locations", 2, "licensed_places")),
    ("out_of_range", put("Prestaties", 1, "Aanwezig", -4), ("performance", 2, "present_days")),
    ("not_a_date", put("Locaties", 1, "Startdatum", "9/30/2010"), ("locations", 2, "started_on")),
    ("not_a_time", put("Openingsuren", 1, "Sluit", "zes uur"), ("hours", 2, "closes_minute")),
    ("not_text", put("Locaties", 1, "Naam locatie", "x" * 300), ("locations", 2, "location_name")),
    ("unknown_code", put("Locaties", 1, "Subsidietrap", "T9"), ("locations", 2, "subsidy_tier")),
    ("not_a_kbo_number", put("Locaties", 1, "KBO-nummer organisator", "123"), ("locations", 2, "organiser_kbo")),
    ("not_an_email", answer("Functionele mailbox", "bel ons"), ("authority", 5, "mailbox")),
    ("empty_answer", answer("Mag bij naam getoond worden", None), ("authority", 7, "consents_to_be_named")),
    ("empty_answer", answer("Gezinsopvang: aangeboden", None), ("authority", 14, "offers_family")),
    ("must_be_empty", sui_generis_with_fte, ("staff", 4, "fte")),
    ("shifted_row", shifted, ("finance", 3, None)),
    ("row_without_key", put("Financiën", 3, "Post", None), ("finance", 4, None)),
    ("duplicate_key", again("Financiën", 3), ("finance", 4, None)),
    ("unknown_location", put("Openingsuren", 5, "Dossiernummer", "G-9"), ("hours", 6, "dossier_number")),
    ("income_places_above_licensed", put("Locaties", 1, "IKT-plaatsen", 31), ("locations", 2, "income_tariff_places")),
    ("stopped_before_started", put("Locaties", 1, "Stopdatum", dt.date(2009, 1, 1)), ("locations", 2, "stopped_on")),
    ("closes_before_opens", put("Openingsuren", 1, "Sluit", dt.time(6, 0)), ("hours", 2, "closes_minute")),
    ("overlapping_hours", twice_open, ("hours", 2, None)),
    (
        "months_reversed",
        both(answer("Eerste maand van de cijfers", 6), answer("Laatste maand van de cijfers", 3)),
        ("authority", 9, "last_month"),
    ),
    # what must be answered first
    ("total_mismatch", put("Financiën", 5, "Bedrag", 440000.0), ("finance", 6, "amount_eur")),
    ("qualified_above_fte", put("Personeel", 1, "Gekwalificeerde VTE", 7.5), ("staff", 2, "qualified_fte")),
    ("offered_without_location", answer("Gezinsopvang: aangeboden", "ja"), ("locations", None, None)),
    ("not_offered_but_there", put("Personeel", 2, "Type opvang", CARE["family"]), ("staff", None, None)),
    ("complete_but_empty", lambda sheets: sheets.update({"Personeel": []}), ("staff", None, None)),
    ("location_without_hours", second_location_without_hours, ("locations", 3, None)),
    ("implausible", ten_times_the_staff_cost, ("finance", 3, "amount_eur")),
    ("implausible", put("Personeel", 1, "VTE", 70.0), ("staff", 2, "fte")),
    ("too_many_child_days", put("Prestaties", 3, "Aanwezig", 4500), ("performance", 4, "present_days")),
    ("counted_twice", again("Prestaties", 1, Dossiernummer="G-1"), ("performance", 2, None)),
    (
        "location_of_other_care",
        both(
            again("Locaties", 1, Dossiernummer="B-1", Type_opvang=CARE["out_of_school"]),
            put("Prestaties", 1, "Dossiernummer", "B-1"),
        ),
        ("performance", 2, "care_type"),
    ),
    # what is worth a look
    ("empty_cell", put("Personeel", 1, "Personen", None), ("staff", 2, "persons")),
    (
        "location_without_declared_hours",
        both(second_location_without_hours, answer("Groepsopvang: Openingsuren volledig", "nee")),
        ("locations", 3, None),
    ),
    ("rounded_value", put("Financiën", 3, "Bedrag", 40000.123), ("finance", 4, "amount_eur")),
    ("missing_optional_column", rename("Locaties", "Stopdatum", "Einde"), ("locations", None, "stopped_on")),
    ("extra_column", put("VIA", 1, "Opmerking", "nog na te kijken"), ("via", None, None)),
    ("other_version", rename("Personeel", "VTE", "Voltijdse equivalenten"), ("staff", None, None)),
    ("total_differs", total_of_fte(1.0), ("staff", None, "fte")),
    ("extra_sheet", lambda sheets: sheets.update({"Kladblad": []}), None),
    ("name_spelled_differently", answer("Naam bestuur", "Aartselar"), ("authority", 3, "authority_name")),
    ("months_missing", drop("Prestaties", 7), ("performance", None, None)),
    ("month_outside_period", answer("Laatste maand van de cijfers", 11), ("performance", 13, "month")),
    ("few_opening_days", put("Openingsuren", 1, "Open dagen per jaar", 30), ("locations", 2, None)),
    ("negative_amount", put("VIA", 1, "Bedrag", -5.0), ("via", 2, "amount_eur")),
]  # fmt: skip
