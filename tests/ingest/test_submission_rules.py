"""Every rule: a valid submission passes it, and one with the mistake is told so, in the right place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.checked import CheckedFile
from ingest.checking.rules import ALL_RULES
from ingest.problems import Problem, Severity
from ingest.submission import check_submission
from tests.ingest.workbook_builder import (
    CARE,
    FailingFormula,
    Sheets,
    build_workbook,
    minimal_submission,
)

Mistake = Callable[[Sheets], Any]
Place = tuple[str | None, int | None, str | None]


def checked(folder: Path, sheets: Sheets) -> CheckedFile:
    return check_submission(build_workbook(folder / "aartselaar.xlsx", sheets))


def problems_of(folder: Path, mistake: Mistake) -> list[Problem]:
    sheets = minimal_submission()
    mistake(sheets)
    return list(checked(folder, sheets).problems)


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


MISTAKES: list[tuple[str, Mistake, Place]] = [
    # what makes a file refused
    ("year_missing", answer("Boekjaar", None), ("authority", 4, "year")),
    ("year_missing", answer("Boekjaar", "twintig"), ("authority", 4, "year")),
    ("identity_missing", answer("NIS-code", "1101"), ("authority", 2, "nis_code")),
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
    ("extra_sheet", lambda sheets: sheets.update({"Kladblad": []}), None),
    ("name_spelled_differently", answer("Naam bestuur", "Aartselar"), ("authority", 3, "authority_name")),
    ("months_missing", drop("Prestaties", 7), ("performance", None, None)),
    ("month_outside_period", answer("Laatste maand van de cijfers", 11), ("performance", 13, "month")),
    ("few_opening_days", put("Openingsuren", 1, "Open dagen per jaar", 30), ("locations", 2, None)),
    ("negative_amount", put("VIA", 1, "Bedrag", -5.0), ("via", 2, "amount_eur")),
]  # fmt: skip


def test_a_valid_submission_has_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, minimal_submission()).problems == ()


@pytest.mark.parametrize(("rule", "mistake", "place"), MISTAKES)
def test_a_mistake_is_told_by_its_rule_and_in_its_place(
    tmp_path: Path, rule: str, mistake: Mistake, place: Place | None
) -> None:
    told = [problem for problem in problems_of(tmp_path, mistake) if problem.rule_code == rule]
    assert told, f"{rule} was not told"
    severity = next(known.severity for known in ALL_RULES if known.code == rule)
    assert {problem.severity for problem in told} == {severity}
    if place is not None:
        assert place in [(problem.sheet, problem.row_number, problem.column_name) for problem in told]
    assert all(problem.message_nl and "None" not in problem.message_nl for problem in told)


def test_every_rule_has_a_mistake_that_breaks_it() -> None:
    elsewhere = {
        "empty_file", "not_a_workbook", "unreadable_file", "password_protected", "old_excel", "too_large",
        "double_sheet",
        "double_header", "not_a_nis_code", "too_many_cells",
    }  # fmt: skip
    assert {rule.code for rule in ALL_RULES} == {rule for rule, _, _ in MISTAKES} | elsewhere


def test_every_rule_explains_itself_once() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert len(codes) == len(set(codes))
    assert all(rule.explanation_nl.endswith(".") for rule in ALL_RULES)


def test_only_a_fatal_problem_keeps_everything_out(tmp_path: Path) -> None:
    for rule, mistake, _ in MISTAKES:
        sheets = minimal_submission()
        mistake(sheets)
        result = checked(tmp_path, sheets)
        is_fatal = any(problem.severity is Severity.FATAL for problem in result.problems)
        assert (result.tables == {}) == is_fatal, rule


def test_a_merged_authority_is_told_where_it_went(tmp_path: Path) -> None:
    sheets = minimal_submission(NIS_code=None, Boekjaar=2025, Naam_bestuur="Galmaarden")
    sheets["Bestuur"][0].pop("NIS code")
    sheets["Bestuur"][0]["NIS-code"] = 23023
    (problem,) = checked(tmp_path, sheets).problems
    assert "23023 (Galmaarden) bestaat niet meer in 2025" in problem.message_nl
    assert "Pajottegem: NIS-code 23106" in problem.message_nl


def test_a_code_of_later_is_told_what_it_was_before(tmp_path: Path) -> None:
    sheets = minimal_submission(Naam_bestuur="Pajottegem")
    sheets["Bestuur"][0]["NIS-code"] = "23106"
    (problem,) = checked(tmp_path, sheets).problems
    assert "pas vanaf 2025" in problem.message_nl
    assert all(name in problem.message_nl for name in ("23023 (Galmaarden)", "23024 (Gooik)", "23032 (Herne)"))


def test_the_name_of_another_authority_is_told_with_its_own_code(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, answer("NIS-code", "11002"))
    assert "NIS-code 11002 hoort bij Antwerpen, niet bij Aartselaar" in problem.message_nl
    assert "Aartselaar heeft in 2024 NIS-code 11001" in problem.message_nl


@pytest.mark.parametrize("name", ["Stad Aartselaar", "AARTSELAAR", "Gemeente Aartselaar", "OCMW Aartselaar"])
def test_a_title_before_the_name_does_no_harm(tmp_path: Path, name: str) -> None:
    assert problems_of(tmp_path, answer("Naam bestuur", name)) == []


def test_a_factor_ten_is_told_with_the_amount_that_was_meant(tmp_path: Path) -> None:
    told = [p for p in problems_of(tmp_path, ten_times_the_staff_cost) if p.rule_code == "implausible"]
    assert "Bedoelde u € 300.000,00 in plaats van € 3.000.000,00" in told[0].message_nl
    assert (told[0].care_type, told[0].item) == ("group", "personnel_contractual")


def test_a_total_with_a_post_ten_times_too_small_is_told_which(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, put("Financiën", 3, "Bedrag", 4000.0))
    assert "Bedoelde u € 40.000,00 bij ‘Voeding’?" in problem.message_nl
    assert (problem.found, problem.expected, problem.item) == ("€ 450.000,00", "€ 414.000,00", "total_expenditure")


def test_a_total_may_be_a_euro_off(tmp_path: Path) -> None:
    assert problems_of(tmp_path, put("Financiën", 5, "Bedrag", 450001.0)) == []
    assert len(problems_of(tmp_path, put("Financiën", 5, "Bedrag", 450001.01))) == 1
