"""The page Herkomst on a real publication: the formula, the measures and the cells behind a figure."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from tests.dashboard.pages import opened, words

CSV_FOLDER = ("72038", "2024")


@pytest.fixture(autouse=True)
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


def test_both_sides_of_a_figure_and_the_cells_behind_them_stand_on_the_page(
    small_warehouse: Home, publication: duckdb.DuckDBPyConnection
) -> None:
    nis_code, year = CSV_FOLDER
    app = opened("trace", nis=nis_code, year=year, care_type="all", indicator="places_per_location")
    numerator, denominator = publication.execute(
        """
        select numerator, denominator from marts.fct_indicator_values
        where nis_code = ? and year = ? and care_type = 'all' and indicator_code = 'places_per_location'
        """,
        [nis_code, int(year)],
    ).fetchone()
    assert f"Teller: {_belgian(numerator)}" in words(app)
    assert f"Noemer: {_belgian(denominator)}" in words(app)

    text = (small_warehouse.demo / year / f"{nis_code}_{year}" / "locaties.csv").read_bytes().decode("cp1252")
    lines = list(csv.reader(text.splitlines(), delimiter=";" if ";" in text else ","))
    cells = [cell for table in app.dataframe for cell in table.value.to_dict("records") if "Cel" in table.value]
    places = [cell for cell in cells if cell["Kolom"] == "Vergunde plaatsen"]
    assert places
    for cell in places:
        column = ord(cell["Cel"][0]) - ord("A")
        assert lines[int(cell["Rij"]) - 1][column] == cell["In het bestand"]


def _belgian(value: float) -> str:
    return f"{float(value):,.4f}".rstrip("0").rstrip(".").replace(",", " ").replace(".", ",").replace(" ", ".")


def test_codes_and_factors_are_shown_in_the_words_of_the_workbook(publication: duckdb.DuckDBPyConnection) -> None:
    nis_code = publication.execute(
        """
        select min(nis_code) from marts.fct_indicator_values
        where year = 2025 and care_type = 'group' and indicator_code = 'children_per_caregiver' and value is not null
        """
    ).fetchone()[0]
    app = opened("trace", nis=nis_code, year="2025", care_type="group", indicator="children_per_caregiver")
    shown = {str(cell) for table in app.dataframe for column in table.value for cell in table.value[column]}
    assert {"Groepsopvang", "kinderbegeleider", "Prestaties: inkomenstarief (IKT)"} <= shown
    assert any(cell.startswith("midden van de duur in uren = ") for cell in shown)
    assert not {"group", "caregiver", "income", "Prestaties: income"} & shown


def test_a_figure_that_was_not_handed_in_has_no_formula(publication: duckdb.DuckDBPyConnection) -> None:
    nis_code, year = publication.execute(
        """
        select nis_code, year from marts.fct_indicator_values
        where care_type = 'all' and indicator_code = 'cost_per_place' and status = 'not_submitted'
        order by all limit 1
        """
    ).fetchone()
    app = opened("trace", nis=nis_code, year=str(year), care_type="all", indicator="cost_per_place")
    assert "geen cijfer" in words(app)
    assert "Er is geen teller of geen noemer om mee te rekenen." in words(app)


def test_the_page_compare_leads_to_the_origin_of_its_figure() -> None:
    app = opened("compare", nis=CSV_FOLDER[0], year=CSV_FOLDER[1], indicator="cost_per_place")
    links = [link.proto.label for link in app.get("page_link")]
    assert links == ["Waaruit bestaat dit cijfer? Ga terug tot de cel"]


def test_a_publication_that_is_older_than_the_page_says_what_to_do(warehouse: Path) -> None:
    assert "Bouw ze opnieuw met 'opvangspiegel build'." in words(opened("trace"))
