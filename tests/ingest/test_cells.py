"""Cells: Belgian numbers round-trip, what could be read in two ways is refused, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells.columns import read_cell, read_column
from ingest.cells.faults import CellFault
from ingest.contract import Column

BOUNDS = {"minimum": -(10**9), "maximum": 10**9}
CENTS = st.integers(-(10**10), 10**10)


def column(kind: str, **details: object) -> Column:
    bounds = BOUNDS if kind in ("integer", "decimal", "money") else {}
    return Column("x", "X", kind, **{**bounds, **details})


def refusal(value: object, kind: str, **details: object) -> CellFault:
    with pytest.raises(CellFault) as refused:
        read_cell(value, column(kind, **details))
    return refused.value


def belgian(cents: int, thousands: str) -> str:
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole:,}".replace(",", thousands) + f",{rest:02d}"


@given(CENTS, st.sampled_from(["", ".", " ", "\u00a0", "\u202f"]), st.sampled_from(["", "€ ", "€\u00a0"]))
def test_a_belgian_amount_reads_back_to_the_cent(cents: int, thousands: str, sign: str) -> None:
    assert read_cell(sign + belgian(cents, thousands), column("money")) == Decimal(cents) / 100


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_with_points_between_thousands_reads_back(number: int) -> None:
    assert read_cell(f"{number:,}".replace(",", "."), column("integer")) == number


@given(st.integers(1, 999), st.integers(0, 999))
def test_one_point_before_three_digits_is_refused_with_both_readings(left: int, right: int) -> None:
    fault = refusal(f"{left}.{right:03d}", "decimal")
    assert fault.rule_code == "ambiguous_number"
    assert f"{left}{right:03d} of {left},{right:03d}" in fault.sentence


@given(CENTS.filter(lambda cents: cents % 100))
def test_an_american_amount_is_never_read(cents: int) -> None:
    assert refusal(f"{Decimal(cents) / 100:,.2f}", "money").rule_code in ("not_a_number", "ambiguous_number")


@given(st.text(max_size=20))
def test_no_text_makes_a_reader_stumble(text: str) -> None:
    for kind in ("integer", "decimal", "money", "date", "time", "nis", "kbo", "kbo_list", "email", "text", "boolean"):
        if text.strip():
            try:
                read_cell(text, column(kind))
            except CellFault as fault:
                assert fault.sentence


@given(st.lists(st.one_of(st.floats(-1e6, 1e6), st.integers(-999, 999).map(float), st.just(""), st.text(max_size=6))))
def test_a_column_reads_as_its_cells_read_one_by_one(cells: list[object]) -> None:
    for kind in ("integer", "decimal", "money", "text"):
        reading = read_column(tuple(cells), column(kind))
        for place, cell in enumerate(cells):
            if isinstance(cell, str) and not cell.strip():
                assert reading.values[place] is None
            elif place in reading.faults:
                refusal(cell, kind)
            else:
                assert reading.values[place] == read_cell(cell, column(kind))


@pytest.mark.parametrize(
    ("text", "meant"),
    [("1234.5", "1234,5"), ("1,234.56", "1234,56"), ("1.23", "1,23"), ("0.123", "0,123"), ("12,345", "12345")],
)
def test_a_foreign_number_is_refused_with_the_belgian_way_to_write_it(text: str, meant: str) -> None:
    assert meant in refusal(text, "money").sentence


@pytest.mark.parametrize(
    "text", ["$ 5", "5%", "(5)", "1e5", "twaalf", "nvt", "²", "1.23.456", "1 23", "--5", ",5", "5,"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert refusal(text, "decimal").rule_code == "not_a_number"


@pytest.mark.parametrize("value", [True, dt.date(2024, 2, 1), dt.time(7, 0), float("nan"), float("inf")])
def test_an_excel_cell_of_another_kind_is_no_number(value: object) -> None:
    assert refusal(value, "decimal").rule_code == "not_a_number"


def test_a_whole_number_has_no_fraction() -> None:
    assert read_cell(12.0, column("integer")) == 12
    assert refusal(12.5, "integer").rule_code == "not_whole"
    assert refusal("12,5", "integer").rule_code == "not_whole"


def test_an_excel_number_with_more_decimals_is_rounded_and_said_so() -> None:
    reading = read_column((1 / 3, 0.1 + 0.2, 0.5), column("decimal"))
    assert reading.values == [Decimal("0.3333"), Decimal("0.3000"), Decimal("0.5000")]
    assert reading.rounded == [0]


@pytest.mark.parametrize("found", ["#DEEL/0!", "#DIV/0!", "#N/B", "#N/A"])
def test_a_formula_error_is_refused_by_its_dutch_name(found: str) -> None:
    fault = refusal(found, "decimal")
    assert fault.rule_code == "formula_error"
    assert "#DEEL/0!" in fault.sentence or "#N/B" in fault.sentence


@pytest.mark.parametrize(
    "value",
    [
        "1/2/2024",
        "01/02/2024",
        "1-2-2024",
        "01.02.2024",
        "2024-02-01",
        dt.date(2024, 2, 1),
        dt.datetime.fromisoformat("2024-02-01"),
    ],
)
def test_a_date_has_the_day_in_front(value: object) -> None:
    assert read_cell(value, column("date")) == dt.date(2024, 2, 1)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2/13/2024", "Bedoelde u 13/02/2024?"),
        ("1/2/24", "vier cijfers"),
        ("31/02/2024", "bestaat niet"),
        ("1/2-2024", "dag/maand/jaar"),
        (45000.0, "Bedoelde u 15/03/2023?"),
        ("1/2/1024", "dat jaar kan niet"),
    ],
)
def test_a_date_that_is_none_is_refused_with_a_hint(value: object, hint: str) -> None:
    assert hint in refusal(value, "date").sentence


@pytest.mark.parametrize(
    ("value", "minutes"),
    [("7:30", 450), ("07.30", 450), ("7u30", 450), ("7 u", 420), ("24:00", 1440), (0.3125, 450), (dt.time(7, 30), 450)],
)
def test_a_time_is_minutes_since_midnight(value: object, minutes: int) -> None:
    assert read_cell(value, column("time")) == minutes


@pytest.mark.parametrize(
    "value", ["7,30", "7.5", "25:00", "7:60", 7.3, 0.0, "0700", dt.datetime.fromisoformat("2024-01-01T07:00")]
)
def test_a_time_that_is_none_is_refused(value: object) -> None:
    assert refusal(value, "time").rule_code == "not_a_time"


def test_a_number_in_a_time_cell_is_refused_with_the_hour_it_may_be() -> None:
    assert "bedoelde u 7:00?" in refusal(7.0, "time").sentence


@pytest.mark.parametrize(
    ("value", "answer"), [("ja", True), ("Ja ", True), ("NEE", False), ("waar", True), (True, True), (False, False)]
)
def test_yes_and_no_are_read_as_people_write_them(value: object, answer: bool) -> None:
    assert read_cell(value, column("boolean")) is answer


@pytest.mark.parametrize("value", ["x", 1.0, "misschien", "0"])
def test_a_cross_or_a_one_is_no_answer(value: object) -> None:
    assert refusal(value, "boolean").rule_code == "unknown_code"


@pytest.mark.parametrize("value", [11001.0, "11001", " 11001 "])
def test_a_nis_code_is_five_digits_however_excel_keeps_it(value: object) -> None:
    assert read_cell(value, column("nis")) == "11001"


def test_a_nis_code_with_a_point_is_refused_with_the_code_it_may_be() -> None:
    assert "Bedoelde u 11001?" in refusal("11.001", "nis").sentence


@pytest.mark.parametrize("value", ["0207.437.468", "0207437468", "BE 0207.437.468", 207437468.0])
def test_a_kbo_number_is_checked_and_written_one_way(value: object) -> None:
    assert read_cell(value, column("kbo")) == "0207.437.468"


def test_a_kbo_number_with_a_slip_is_refused() -> None:
    assert "laatste cijfers" in refusal("0207.437.486", "kbo").sentence


@pytest.mark.parametrize("value", ["Financiën", "x" * 201, "a\u200bb"])
def test_text_is_kept_unless_it_is_too_long_or_invisible(value: str) -> None:
    if value == "Financiën":
        assert read_cell(value, column("text")) == value
    else:
        assert refusal(value, "text").rule_code == "not_text"


def test_a_code_is_read_from_its_label_or_itself_and_the_nearest_is_proposed() -> None:
    for written in ("groepsopvang", "GROEPSOPVANG", "group", " Groepsopvang"):
        assert read_cell(written, column("code", codelist="care_types")) == "group"
    assert "Bedoelde u ‘Groepsopvang’?" in refusal("Groepopvang", "code", codelist="care_types").sentence


def test_a_number_beyond_its_bounds_is_refused() -> None:
    assert refusal(13.0, "integer", minimum=1, maximum=12).rule_code == "out_of_range"
    assert read_column((1.0, 13.0), column("integer", minimum=1, maximum=12)).values == [1, None]
