"""The VIA6 figures as printed, misprint included, and the layout for further agreements."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.check_files import CheckTask, check_file
from ingest.checked import CheckedFile
from ingest.codelists import seed_rows
from tests.ingest.public_files import checked_text, places

VIA6 = Path(__file__).resolve().parents[2] / "ingest" / "reference" / "via6_lines.csv"
HEADER = "agreement,year,table_code,row_label,kind,unit,measure,sector,amount_printed_eur,quantity_printed,source_place"


@pytest.fixture(scope="module")
def via6() -> CheckedFile:
    return check_file(CheckTask(VIA6, VIA6.name, "real"))


def amount(checked: CheckedFile, table_code: str, kind: str, measure: str | None, sector: str) -> Decimal:
    (found,) = [
        row["amount_printed_eur"]
        for row in checked.tables["via_lines"].to_pylist()
        if (row["table_code"], row["kind"], row["measure"], row["sector"]) == (table_code, kind, measure, sector)
    ]
    return found


def test_the_reference_file_is_read_whole(via6: CheckedFile) -> None:
    assert (via6.kind, via6.problems) == ("via_lines", ())
    rows = via6.tables["via_lines"].to_pylist()
    assert Counter(row["table_code"] for row in rows) == {"1": 5, "2": 20, "3": 13, "4": 30}
    assert [row["line_number"] for row in rows] == list(range(2, 70))


def test_the_misprint_stays_as_printed_and_so_do_the_totals_that_contradict_it(via6: CheckedFile) -> None:
    assert amount(via6, "4", "allocation", "ific_local", "home_care") == 550_020
    assert amount(via6, "4", "allocation_subtotal", "all_but_inflow", "home_care") == 555_020
    assert amount(via6, "4", "allocation_total", "ific_local", "all") == 5_632_499
    assert amount(via6, "3", "allocation", "ific_local", "classic") == 1_766_527


def test_the_budget_table_adds_up_as_printed(via6: CheckedFile) -> None:
    rows = [row for row in via6.tables["via_lines"].to_pylist() if row["table_code"] == "2"]
    for kind, total in (("budget", 30_249_175), ("unused", 11_264_049)):
        parts = [row["amount_printed_eur"] for row in rows if row["kind"] == kind and row["amount_printed_eur"]]
        assert sum(parts) == amount(via6, "2", f"{kind}_total", None, "all") == total


def test_what_is_printed_as_not_applicable_has_no_amount(via6: CheckedFile) -> None:
    empty = [row["sector"] for row in via6.tables["via_lines"].to_pylist()
             if row["amount_printed_eur"] is None and row["quantity_printed"] is None]  # fmt: skip
    assert empty == ["local_service_centres", "disability", "youth_care"]


def test_rate_and_staff_are_quantities_and_no_money(via6: CheckedFile) -> None:
    rows = [
        row
        for row in via6.tables["via_lines"].to_pylist()
        if row["quantity_printed"] is not None and row["kind"] != "share"
    ]
    assert [(row["kind"], row["unit"], row["quantity_printed"]) for row in rows] == [
        ("rate", "eur_per_fte", 175), ("vte", "fte", 18655), ("rate", "eur_per_fte", 175), ("vte", "fte", 10399),
    ]  # fmt: skip
    assert {row["amount_printed_eur"] for row in rows} == {None}


def test_every_measure_of_the_agreement_is_a_known_one_or_a_total(via6: CheckedFile) -> None:
    known = {row["measure"] for row in seed_rows("via_measures")}
    found = set(via6.tables["via_lines"].column("measure").to_pylist())
    assert found - known == {None, "all", "all_but_inflow", "all_but_ific_local"}


def test_the_column_that_the_text_does_not_keep_is_not_filled_in(via6: CheckedFile) -> None:
    rows = via6.tables["via_lines"].to_pylist()
    assert [(row["measure"], row["amount_printed_eur"]) for row in rows if row["sector"] is None] == [
        ("assessment", 120_000), ("pedagogical_coaches", 720_000),
    ]  # fmt: skip


def test_the_stated_shares_are_percentages(via6: CheckedFile) -> None:
    rows = [row for row in via6.tables["via_lines"].to_pylist() if row["kind"] == "share"]
    assert {(row["measure"], row["sector"]): row["quantity_printed"] for row in rows} == {
        ("ific_local", "all"): 50, ("all_but_ific_local", "all"): 50, (None, "regionalised"): 50,
        (None, "home_care"): Decimal("33.3333"), (None, "childcare"): Decimal("33.3333"),
    }  # fmt: skip


def test_a_figure_in_the_wrong_column_and_an_unknown_agreement_refuse_the_file(tmp_path: Path) -> None:
    lines = (
        "VIA6,2021,2,Rij,budget,eur,,childcare,12,,deel 2",
        "VIA6,2021,2,Rij,budget,eur,,childcare,,12,deel 2",
        "VIA6,2021,3,Rij,rate,eur_per_fte,,childcare,175,,deel 3",
        'VIA66,2021,2,Rij,budget,eur,,childcare,"1.234,5",,deel 2',
    )

    checked = checked_text(tmp_path, "via.csv", "\n".join((HEADER, *lines)))

    assert checked.is_refused
    assert places(checked) == [
        (3, "quantity_printed", "12"),
        (4, "amount_printed_eur", "175"),
        (5, "agreement", "VIA66"),
        (5, "amount_printed_eur", "1.234,5"),
    ]


def test_a_kind_measure_or_sector_that_nobody_knows_refuses_the_file(tmp_path: Path) -> None:
    lines = (
        "VIA6,2021,4,Rij,allocation_total,eur,all_but_training,all,12,,deel 4",
        "VIA6,2021,4,Rij,besteding,eur,inflow,childcare,12,,deel 4",
        "VIA6,2021,4,Rij,allocation,eur,instroom,childcare,12,,deel 4",
        "VIA6,2021,4,Rij,allocation,eur,all_but_instroom,kinderopvang,12,,deel 4",
    )

    checked = checked_text(tmp_path, "via.csv", "\n".join((HEADER, *lines)))

    assert places(checked) == [
        (3, "kind", "besteding"),
        (4, "measure", "instroom"),
        (5, "measure", "all_but_instroom"),
        (5, "sector", "kinderopvang"),
    ]
