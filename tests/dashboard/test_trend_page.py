"""The page Evolutie: amounts as booked and in the prices of one year, and municipalities of before a merger."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import trend_words
from dashboard.indicators import Indicator
from dashboard.queries import trend
from dashboard.queries.benchmarks import Choice
from ingest.home import Home
from tests.dashboard.pages import link_of, opened, words
from tests.dashboard.synthetic_warehouse import build

COST = {"nis": "11001", "peer_group": "all", "indicator": "gross_cost_per_place"}
STAFF = COST | {"indicator": "fte_per_10_places"}
AMOUNTS = ["value", "p10", "p25", "median", "p75", "p90", "weighted_mean"]
# The demo's own index: 115,50 in 2024 and 118,40 in 2025.
PRICES_2024_TO_2025 = 118.40 / 115.50


def switches(app: AppTest) -> set[str]:
    return {control.key for control in app.get("button_group")}


@pytest.mark.usefixtures("warehouse")
def test_amounts_in_the_prices_of_a_year_are_told_drawn_and_tabled() -> None:
    # 11001 has the steps 0, 3 and 6 of a hundredth from 0,85 on 14.000: 11.900, 12.320 and 12.740 as booked.
    booked, real = opened("trend", **COST), opened("trend", **COST, prices="real")
    assert "Gemeente 01 steeg van €\u00a011.900 in 2023 naar €\u00a012.740 in 2025." in words(booked)
    assert "de stijging van de prijzen zit erin" in words(booked)
    assert "Gemeente 01 daalde van €\u00a015.400 in 2024 naar €\u00a012.740 in 2025." in words(real)
    assert "Brutokost per plaats, in prijzen van 2025 volgens Proefindex <b>, groepsopvang" in words(real)
    assert "omgerekend met Proefindex <b> (bron: Proefdienst)" in words(real)
    assert real.dataframe[0].value["Gemeente 01"].isna().tolist() == [True, False, False]


@pytest.mark.usefixtures("warehouse")
def test_a_year_that_the_index_does_not_know_has_no_real_amount_and_the_page_says_so() -> None:
    real = opened("trend", **COST, prices="real")
    assert "De index heeft geen cijfer voor 2023" in words(real)
    assert real.dataframe[0].value.set_index("Jaar").loc["2023", ["Mediaan", "Groep (som/som)"]].isna().all()


@pytest.mark.usefixtures("warehouse")
def test_prices_are_no_choice_for_what_is_not_money() -> None:
    app, plain = opened("trend", **STAFF, prices="real"), opened("trend", **STAFF)
    assert "prices" not in switches(app)
    assert "prijzen" not in words(app)
    pd.testing.assert_frame_equal(app.dataframe[0].value, plain.dataframe[0].value)


def test_without_an_index_the_page_says_how_to_load_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    with duckdb.connect(str((tmp_path / "current.duckdb").resolve())) as connection:
        connection.execute(
            "update marts.dim_deflators set deflator = null, prices_of_year = null, index_name = null, "
            "index_source = null"
        )
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    app = opened("trend", **COST, prices="real")
    assert "prices" not in switches(app)
    assert "er is geen prijsindex" in words(app)
    assert "`opvangspiegel load`" in words(app)
    assert "naar €\u00a012.740 in 2025" in words(app)


@pytest.mark.usefixtures("warehouse")
def test_a_merged_authority_shows_what_each_municipality_reported_itself() -> None:
    app = opened("trend", **COST, map="reported")
    assert "Oude Gemeente (t.e.m. 2024) steeg van €\u00a010.000 in 2023 naar €\u00a012.000 in 2024." in words(app)
    assert app.dataframe[0].value["Oude Gemeente (t.e.m. 2024)"].tolist()[:2] == [10000.0, 12000.0]
    today = opened("trend", **COST, map="today")
    assert "Oude Gemeente" not in words(today)
    assert "map" in switches(today)


@pytest.mark.usefixtures("warehouse")
def test_what_a_former_municipality_reported_is_read_in_the_same_prices_and_keeps_its_gaps() -> None:
    real = opened("trend", **COST, map="reported", prices="real")
    assert "Oude Gemeente (t.e.m. 2024) heeft alleen voor 2024 een cijfer: €\u00a015.000." in words(real)
    staff = opened("trend", **STAFF, map="reported")
    assert staff.dataframe[0].value["Oude Gemeente (t.e.m. 2024)"].isna().tolist() == [False, True, True]


@pytest.mark.usefixtures("warehouse")
def test_an_authority_that_never_merged_has_no_choice_of_maps() -> None:
    app = opened("trend", **COST | {"nis": "11003"}, map="reported")
    assert "map" not in switches(app)
    assert "fusie" not in words(app)


@pytest.mark.usefixtures("warehouse")
def test_the_link_holds_the_prices_and_the_map() -> None:
    link = COST | {"map": "reported", "prices": "real"}
    app = opened("trend", **link)
    assert link.items() <= link_of(app).items()
    assert words(opened("trend", **link_of(app))) == words(app)


@pytest.fixture
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


@pytest.mark.parametrize("peer_group", ["all", "own"])
def test_within_a_year_prices_move_every_statistic_alike_whoever_the_peers_are(
    publication: duckdb.DuckDBPyConnection, peer_group: str
) -> None:
    own, *peers = [
        code
        for (code,) in publication.execute(
            """
            select nis_code from marts.fct_indicator_values
            where indicator_code = 'cost_per_place' and care_type = 'group' and status = 'reported'
            group by 1 having count(*) = 2 order by 1 limit 8
            """
        ).fetchall()
    ]
    choice = Choice(own, 2025, "group", peer_group, tuple(peers))
    booked, real = (
        trend.series(choice, "cost_per_place", is_real=is_real).set_index("year")[AMOUNTS] for is_real in (False, True)
    )
    assert booked.notna().all().all()
    assert real.loc[2024].tolist() == pytest.approx((booked.loc[2024] * PRICES_2024_TO_2025).tolist())
    assert real.loc[2025].tolist() == booked.loc[2025].tolist()


def test_prices_are_taken_out_of_every_indicator_in_euro_and_of_no_share_of_money(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    found = publication.execute("select distinct indicator_code from marts.dim_deflators").fetchall()
    in_euro = publication.execute("select indicator_code from marts.dim_indicators where unit = '€'").fetchall()
    assert set(found) == set(in_euro)
    assert {("personnel_share",), ("via_execution",)}.isdisjoint(found)


def test_the_figures_of_before_a_merger_are_those_of_the_mart(publication: duckdb.DuckDBPyConnection) -> None:
    found = trend.former_units(Choice("44086", 2025, "all", "nearest"), "submitted_share")
    expected = publication.execute(
        """
        select unit_nis_code, value from marts.fct_indicator_values_as_reported
        where nis_code = '44086' and unit_nis_code <> '44086' and year = 2024 and indicator_code = 'submitted_share'
        order by case unit_nis_code when '44012' then 1 else 2 end
        """
    ).fetchall()
    assert [code for code, _value in expected] == ["44012", "44048"]
    assert list(zip(found["name"], found["year"], found["value"], strict=True)) == [
        ("De Pinte", 2024, expected[0][1]), ("Nazareth", 2024, expected[1][1]),
    ]  # fmt: skip


def test_a_finding_without_figures_of_the_group_tells_of_the_authority_alone() -> None:
    indicator = Indicator("fte", "VTE per 10 plaatsen", "staff", "Personeel", "VTE", 2, "neutral", "…")
    series = pd.DataFrame({"year": [2024, 2025], "value": [1.5, 1.8], "median": [None, 1.4]})
    told = trend_words.finding("A", indicator, series, pd.DataFrame({"year": [], "label": []}), pd.DataFrame())
    assert told == "A steeg van 1,50\u00a0VTE in 2024 naar 1,80\u00a0VTE in 2025."
