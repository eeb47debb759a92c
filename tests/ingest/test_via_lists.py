"""A list is read line by line, to the cent, whatever it is written in; and each rule finds its fault and no other."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest.home import Home
from ingest.problems import Severity
from ingest.receive import load_paths
from ingest.via_lists.rules import LIST_RULES
from tests.ingest.via_list_faults import BESIDE_EARLIER, FAULTS, WHOLE_FILES
from tests.ingest.via_list_files import (
    HEADERS,
    RECEIVED_ON,
    Row,
    booking,
    check,
    checked,
    line,
    told,
    total,
    write_csv,
    write_workbook,
)

LINES = [line(1), line(2, Type_opvang="Gezinsopvang"), line(3, Maatregel="pedagogical_coaches")]


def movements(found: Any) -> list[dict[str, Any]]:
    return found.tables["via_movements"].to_pylist()


def test_a_list_without_a_fault_gives_every_line_to_the_cent(tmp_path: Path) -> None:
    found = checked(tmp_path, LINES)

    assert (found.kind, told(found)) == ("via_payments", [])
    assert movements(found)[0] == {
        "source_kind": "payment_list", "payer": "gsd_v", "nis_code": "11001", "agreement": "VIA6",
        "measure": "purchasing_power", "year": 2024, "care_type": "group", "step": "paid",
        "moved_on": dt.date(2024, 5, 31), "amount_eur": Decimal("1001.50"), "reference": "B-1", "row_number": 2,
    }  # fmt: skip
    assert [row["amount_eur"] for row in movements(found)] == [Decimal(f"100{n}.50") for n in (1, 2, 3)]
    facts = found.via_list
    assert (facts.identity, facts.list_version) == (("payment_list", "gsd_v", "2024-K2"), 1)
    assert (facts.period_from, facts.period_to) == (dt.date(2024, 4, 1), dt.date(2024, 6, 30))
    assert (facts.n_lines, facts.total_eur) == (3, Decimal("3007.50"))


def test_bookings_are_booked_and_belong_to_who_made_the_list(tmp_path: Path) -> None:
    rows = [booking(1), booking(2), booking(1) | {"NIS-code": "11002", "Bestuur": "Antwerpen"}]
    found = checked(tmp_path, rows)

    assert (found.kind, told(found)) == ("via_bookings", []), "the same reference in two accounts is two bookings"
    assert {(row["source_kind"], row["step"], row["payer"]) for row in movements(found)} == {
        ("booking", "booked", "Aartselaar")
    }


def test_a_workbook_with_a_title_above_and_real_dates_and_numbers_says_the_same_as_the_csv_file(tmp_path: Path) -> None:
    days = {
        "Periode van": dt.date(2024, 4, 1),
        "Periode tot en met": dt.date(2024, 6, 30),
        "Datum": dt.date(2024, 5, 31),
    }
    rows = [row | days | {"Bedrag": 1001.5 + n, "NIS-code": 11001, "Jaar": 2024} for n, row in enumerate(LINES)]
    found = check(write_workbook(tmp_path / "lijst.xlsx", [*rows, {"Betaler": "Totaal", "Bedrag": 3007.5}]))

    assert (found.kind, told(found)) == ("via_payments", [])
    same = [row | {"row_number": row["row_number"] - 2} for row in movements(found)]
    assert same == movements(checked(tmp_path, LINES))


def test_the_headers_may_stand_in_any_order_and_case_and_a_column_of_the_sender_is_left_alone(tmp_path: Path) -> None:
    rows = [{"eigen nota": "x"} | {name.upper(): row[name] for name in reversed(row)} for row in LINES]
    found = check(write_csv(tmp_path / "l.csv", [*rows, {"eigen nota": "Totaal", "BEDRAG": "3007,50"}]))

    assert (found.kind, told(found)) == ("via_payments", [])
    assert len(movements(found)) == 3


def test_every_rule_of_a_list_has_a_file_that_breaks_it() -> None:
    assert set(FAULTS) | set(WHOLE_FILES) | set(BESIDE_EARLIER) >= set(LIST_RULES)


@pytest.mark.parametrize("rule", WHOLE_FILES)
def test_each_fault_of_a_file_as_a_whole_is_found(tmp_path: Path, rule: str) -> None:
    found = check(WHOLE_FILES[rule](tmp_path))

    assert rule in [problem.rule_code for problem in found.problems]
    assert found.is_refused == (LIST_RULES[rule].severity is Severity.FATAL)


@pytest.mark.parametrize("rule", BESIDE_EARLIER)
def test_each_fault_beside_an_earlier_list_is_found(home: Home, tmp_path: Path, rule: str) -> None:
    paths = [
        write_csv(tmp_path / f"{number}.csv", [*rows, total(rows)]) for number, rows in enumerate(BESIDE_EARLIER[rule])
    ]
    first, second = load_paths(home, paths, RECEIVED_ON, workers=1).files

    assert (first.problems, [problem.rule_code for problem in second.problems]) == ((), [rule])


@pytest.mark.parametrize("rows, expected", FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found_in_its_cell_and_nothing_else(tmp_path: Path, rows: list[Row], expected: list) -> None:
    readable = [row for row in rows if re.fullmatch(r"-?(1\.)?[0-9]+(,[0-9]{2})?", row["Bedrag"])]
    found = checked(tmp_path, rows, with_total=total(readable)["Bedrag"] if readable else "0,00")

    assert told(found) == expected
    assert all(problem.message_nl.endswith(LIST_RULES[problem.rule_code].mend_nl) for problem in found.problems)


@pytest.mark.parametrize(
    "rows",
    [
        [line(1, Bedrag="€ 1.001,50"), line(2, Bedrag="1002.50".replace(".", ","), Munt="€")],
        [line(1, Munt=""), line(2, Bestuur="")],
        [line(1, Datum="2024-05-31"), line(2, Datum="30/06/2024"), line(3, Datum="01/04/2024")],
        [line(n, Bedrag=f"{n}00") for n in range(1, 10)],
        [line(n, Bedrag=f"{n}00,{n % 10}0") for n in range(1, 11)],
        [line(1), line(1, Referentie="B-2", Datum="01/06/2024")],
        [line(1), line(1, Referentie="B-2", Type_opvang="Gezinsopvang")],
        [line(1, Bestuur="Gemeente Aartselaar"), line(2, Bestuur="AARTSELAAR")],
        [line(1, Jaar="2021"), line(2, Jaar="2025")],
    ],
)
def test_what_only_looks_like_a_fault_passes(tmp_path: Path, rows: list[Row]) -> None:
    rows = [row | {"Bedrag": row["Bedrag"].removeprefix("€ ")} for row in rows]

    assert told(checked(tmp_path, rows)) == []


def test_euro_signs_and_words_are_euros(tmp_path: Path) -> None:
    rows = [line(1, Bedrag="€ 1.001,50"), line(2, Bedrag="1.002,50 EUR"), line(3, Bedrag="1003,5 euro")]
    found = checked(tmp_path, rows, with_total="€ 3.007,50")

    assert told(found) == []
    assert found.via_list.total_eur == Decimal("3007.50")


@pytest.mark.parametrize(
    "amount, hint",
    [
        ("3.007,51", "wijst op afgeronde bedragen"),
        ("2.005,00", "Dat is het bedrag van rij 3"),
        ("9.000,00", "€ 5.992,50"),
    ],
)
def test_a_total_that_is_not_the_sum_of_its_lines_is_refused_with_its_likely_cause(
    tmp_path: Path, amount: str, hint: str
) -> None:
    (problem,) = checked(tmp_path, LINES, with_total=amount).problems

    assert (problem.rule_code, problem.severity, problem.row_number) == ("via_total_differs", Severity.REJECTED, 5)
    assert problem.expected == "€ 3.007,50"
    assert hint in problem.message_nl


def test_a_list_without_a_total_or_with_lines_under_it_is_refused(tmp_path: Path) -> None:
    without = check(write_csv(tmp_path / "zonder.csv", LINES))
    under = check(write_csv(tmp_path / "onder.csv", [*LINES[:2], total(LINES[:2]), LINES[2]]))

    assert told(without) == [("via_total_missing", None, "Bedrag")]
    assert told(under) == [("via_line_after_total", 5, None)]


def test_a_workbook_with_parts_of_cents_is_refused_and_never_rounded(tmp_path: Path) -> None:
    rows = [line(1, Bedrag=1001.505), line(2, Bedrag=0.1 + 0.2)]
    found = check(write_workbook(tmp_path / "l.xlsx", [*rows, {"Betaler": "Totaal", "Bedrag": 1001.8}]))

    assert told(found) == [("via_more_decimals", 4, "Bedrag")]
    assert [row["amount_eur"] for row in movements(found)] == [Decimal("0.30")], "what Excel adds is no part of a cent"


@pytest.mark.parametrize(
    "amount_format", ["[$$-409]#,##0.00", '#,##0.00 "£"', "[$USD] #,##0.00", "#,##0.00 [$CHF-807]"]
)
def test_an_amount_that_excel_shows_in_another_currency_is_refused(tmp_path: Path, amount_format: str) -> None:
    rows = [line(1, Bedrag=1001.5), {"Betaler": "Totaal", "Bedrag": 1001.5}]
    found = check(write_workbook(tmp_path / "l.xlsx", rows, amount_format=amount_format))

    assert told(found) == [("via_other_currency", 4, "Bedrag"), ("via_other_currency", 5, "Bedrag")]
    assert movements(found) == []


@pytest.mark.parametrize(
    "amount_format", ["[$€-2] #,##0.00", '#,##0.00 "€"', "#,##0.00 [$EUR]", "[$-813]#,##0.00", "0"]
)
def test_an_amount_that_excel_shows_in_euro_or_without_a_sign_is_read(tmp_path: Path, amount_format: str) -> None:
    rows = [line(1, Bedrag=1001.5), {"Betaler": "Totaal", "Bedrag": 1001.5}]

    assert told(check(write_workbook(tmp_path / "l.xlsx", rows, amount_format=amount_format))) == []


def test_a_file_that_does_not_say_which_list_it_is_or_has_no_lines_is_refused_as_a_whole(tmp_path: Path) -> None:
    nameless = check(write_csv(tmp_path / "a.csv", [line(1, Lijst="")]))
    only_a_total = dict.fromkeys(HEADERS, "") | {"Betaler": "Totaal", "Bedrag": "0,00"}
    empty = check(write_csv(tmp_path / "b.csv", [only_a_total]))
    two = check(write_workbook(tmp_path / "c.xlsx", LINES, LINES))
    no_column = check(
        write_csv(tmp_path / "d.csv", [{k: v for k, v in row.items() if k != "Referentie"} for row in LINES])
    )

    assert ("via_list_unknown", None, None) in told(nameless)
    assert nameless.is_refused and not nameless.tables
    assert told(empty) == [("via_no_lines", None, None)]
    assert told(two) == [("via_two_lists", None, None)]
    assert told(no_column) == [("via_missing_column", 1, "Referentie")]
    assert empty.is_refused and two.is_refused and no_column.is_refused


def test_the_code_of_an_authority_that_merged_leads_to_the_one_it_became(tmp_path: Path) -> None:
    later = {"Datum": "15/05/2025", "Periode van": "01/04/2025", "Periode tot en met": "30/06/2025", "Bestuur": ""}
    rows = [line(1) | later | {"NIS-code": "44012"}]
    (problem,) = check(write_csv(tmp_path / "l.csv", [*rows, total(rows)]), dt.date(2025, 7, 1)).problems

    assert (problem.rule_code, problem.found) == ("via_unknown_authority", "44012")
    assert "Op de kaart van 2025 is dat Nazareth-De Pinte (44086)." in problem.message_nl


def test_a_separator_too_many_refuses_the_line(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "l.csv", [*LINES, total(LINES)])
    path.write_text(path.read_text(encoding="utf-8").replace("B-2", "B-2;x"), encoding="utf-8")

    assert told(check(path)) == [("via_too_many_cells", 3, None)]


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://x")', "'; drop table files; --", "<script>alert(1)</script>", "../../etc/passwd", "@SUM(1)"],
)
def test_hostile_text_stays_text(tmp_path: Path, text: str) -> None:
    found = checked(tmp_path, [line(1, Referentie=text, Lijst=text)])

    assert told(found) == []
    assert (movements(found)[0]["reference"], found.via_list.list_number) == (text, text)


def test_text_that_cannot_be_seen_or_never_ends_is_refused_and_quoted_short(tmp_path: Path) -> None:
    found = checked(tmp_path, [line(1, Referentie="B\x07-1"), line(2, Referentie="x" * 5000)])

    assert told(found) == [("via_cell_unreadable", 2, "Referentie"), ("via_cell_unreadable", 3, "Referentie")]
    assert all(len(problem.message_nl) < 400 for problem in found.problems)


def test_the_sheet_via_of_a_submission_and_the_printed_figures_of_an_agreement_are_no_lists(tmp_path: Path) -> None:
    sheet = {"Akkoord": "VIA6", "Maatregel": "Koopkracht", "Jaar": "2024", "Type opvang": "Groepsopvang",
             "Stap": "uitbetaald", "Datum": "31/05/2024", "Bedrag": "1,00"}  # fmt: skip
    alone = check(write_csv(tmp_path / "via.csv", [sheet]))

    assert alone.kind == "unknown"
