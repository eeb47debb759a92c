"""What readers take away says the same as the page, and text out of files stays text."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

import altair as alt
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import exports
from dashboard.exports import Words
from tests.dashboard.pages import opened

WORDS = Words("Kost per plaats", "Bron: publicatie 3.", "Demogegevens.")
TABLE = pd.DataFrame(
    {
        "Bestuur": ["=1+1", "Aalst <b>"],
        "Kost (€)": [1234.5, None],
        "Ontvangen op": [date(2025, 3, 1), None],
        "Rang": [1, 2],
    }
)
FORMATS = {"Kost (€)": lambda value: f"{value:.1f}".replace(".", ",")}


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))


def read_xlsx(data: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(BytesIO(data)).active


def chart() -> alt.LayerChart:
    data = pd.DataFrame({"x": ["a", "b"], "y": [1500.5, 51111.1]})
    bars = alt.Chart(data).mark_bar().encode(x="x:N", y=alt.Y("y:Q", axis=alt.Axis(format=",.1f")))
    return alt.layer(bars).properties(width="container", height=200)


def test_a_workbook_holds_numbers_as_numbers_and_dates_as_dates() -> None:
    page = read_xlsx(exports.table_xlsx(TABLE, WORDS, FORMATS))
    assert [cell.value for cell in page[3]] == ["Bestuur", "Kost (€)", "Ontvangen op", "Rang"]
    assert (page["B4"].value, page["B4"].number_format) == (1234.5, "#,##0.0")
    assert page["C4"].value.date() == date(2025, 3, 1)
    assert page["D5"].value == 2
    assert (page["B5"].value, page["C5"].value) == (None, None)


def test_a_workbook_names_its_figures_and_their_source_and_says_that_they_are_invented() -> None:
    page = read_xlsx(exports.table_xlsx(TABLE, WORDS, FORMATS))
    assert page["A1"].value == "Kost per plaats"
    assert [page["A7"].value, page["A8"].value] == ["Demogegevens.", "Bron: publicatie 3."]


def test_a_csv_file_opens_in_a_belgian_spreadsheet() -> None:
    rows = read_csv(exports.table_csv(TABLE, WORDS))
    assert rows[1][1:] == ["1234,5", "01/03/2025", "1"]
    assert rows[2] == ["Aalst <b>", "", "", "2"]
    assert rows[-3:] == [["Kost per plaats"], ["Demogegevens."], ["Bron: publicatie 3."]]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20), st.sampled_from("=+-@"))
def test_text_that_looks_like_a_formula_stays_text(text: str, sign: str) -> None:
    table = pd.DataFrame({f"{sign}A1": [f"{sign}{text}"]})
    page = read_xlsx(exports.table_xlsx(table, Words(f"{sign}T", "")))
    assert {page["A1"].data_type, page["A3"].data_type, page["A4"].data_type} == {"s"}
    rows = read_csv(exports.table_csv(table, Words(f"{sign}T", f"{sign}S")))
    assert all(cell.startswith("'") for row in rows for cell in row)


def test_a_chart_is_drawn_with_belgian_numbers_its_title_and_its_source() -> None:
    svg = exports.chart_svg(chart(), Words("Kost <script>", "Bron: publicatie 3.", "Demogegevens.")).decode()
    assert "50.000,0" in svg
    assert "Kost &lt;script&gt;" in svg
    assert "<script" not in svg
    assert "Demogegevens." in svg
    assert "Bron: publicatie 3." in svg


def test_a_chart_is_drawn_as_png_twice_as_large() -> None:
    png = exports.chart_png(chart(), WORDS)
    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20], "big")
    assert width >= 2 * exports.CHART_WIDTH


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kost per plaats, 2025", "opvangspiegel-kost-per-plaats-2025.csv"),
        ("../../etc/passwd", "opvangspiegel-etc-passwd.csv"),
        ("Financiën & BOA", "opvangspiegel-financien-boa.csv"),
        ("…", "opvangspiegel-cijfers.csv"),
    ],
)
def test_a_file_name_holds_letters_digits_and_hyphens_only(words: str, name: str) -> None:
    assert exports.file_name(words, "csv") == name


@pytest.mark.usefixtures("warehouse")
def test_every_chart_and_table_of_a_page_can_be_kept() -> None:
    app = opened("compare", nis="11003")
    labels = [button.label for button in app.get("download_button")]
    assert (labels.count("Download als SVG"), labels.count("Download als PNG")) == (3, 3)
    assert (labels.count("Download als XLSX"), labels.count("Download als CSV")) == (1, 1)
