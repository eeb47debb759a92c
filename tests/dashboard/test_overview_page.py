"""The page Overzicht: three sentences, what changed, and the explanation for a first visitor.

Gemeente 13 is at step 27 in 2024 and at step 0 in 2025 (see ``synthetic_dimensions``): everything falls from 1,12 to
0,85 times its base, further than nearly everybody, and to the lowest value of all.
"""

from __future__ import annotations

import os

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import overview_tables
from dashboard.charts.changes import changes_chart
from dashboard.indicators import Indicator
from ingest.home import Home
from tests.dashboard.pages import link_of, opened, words
from tests.dashboard.synthetic_dimensions import UNDER_QUERY

FALLEN, MERGED = "11013", "11002"
PLACES = "“Gemeentelijke plaatsen per 100 kinderen”"
COST = Indicator("cost", "Brutokost per plaats", "cost", "Kosten", "€", 0, "neutral", "…")
CLOSE, SHOW = "Sluit deze uitleg", "Uitleg"


@pytest.mark.usefixtures("warehouse")
def test_what_lies_furthest_out_is_named_in_the_words_of_its_judgement() -> None:
    told = words(opened(nis=FALLEN, year="2025", peer_group="all"))
    assert f"Het meest valt {PLACES} op: 10,2\u00a0plaatsen, minder goed dan de meeste gelijken (mediaan" in told


@pytest.mark.usefixtures("warehouse")
def test_what_moved_most_is_named_with_both_years_and_no_break_is_made_up() -> None:
    told = words(opened(nis=FALLEN, year="2025", peer_group="all"))
    assert f"veranderde {PLACES} het sterkst: het daalde van 13,4\u00a0plaatsen naar 10,2\u00a0plaatsen." in told
    assert (
        "6 van de 6 kengetallen met een gerapporteerd cijfer voor zowel 2024 als 2025. Gestegen: 0; gedaald: 6;" in told
    )
    assert "breuk in de reeks" not in told


@pytest.mark.usefixtures("warehouse")
def test_a_change_across_a_break_is_told_with_the_break() -> None:
    told = words(opened(nis=MERGED, year="2025", peer_group="all"))
    assert "Daartussen ligt een breuk in de reeks: vergelijk met voorzichtigheid." in told
    assert "breuk in de reeks: fusie met Oude Gemeente." in told


@pytest.mark.parametrize(("nis", "year"), [(UNDER_QUERY, 2025), (FALLEN, 2023)])
@pytest.mark.usefixtures("warehouse")
def test_without_two_reported_years_the_page_says_what_to_do(nis: str, year: int) -> None:
    app = opened(nis=nis, year=str(year))
    told = [info.value for info in app.info if f"gerapporteerd cijfer voor zowel {year - 1} als {year}." in info.value]
    assert len(told) == 1
    assert "Kies in de zijbalk een ander jaar" in told[0]


def test_what_stands_out_and_the_table_of_changes_are_those_of_a_real_publication(
    small_warehouse: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    with duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True) as publication:
        values = publication.execute(
            "select nis_code, year, label_nl, value from marts.fct_indicator_values join marts.dim_indicators using "
            "(indicator_code) where care_type = 'group' and status = 'reported'"
        ).df()
        own = values.groupby("nis_code")["value"].size().idxmax()
        placed = publication.execute(
            "select label_nl, judgement, polarity, abs(percentile_rank - 50) as far from marts.fct_benchmarks join "
            "marts.dim_indicators using (indicator_code) where nis_code = ? and year = 2025 and care_type = 'group' "
            "and peer_group = 'nearest'",
            [own],
        ).df()
    app = opened(nis=own, year="2025")
    told = next(line for line in words(app).splitlines() if "Het meest valt" in line)
    judged = placed[~placed["judgement"].isin(["none", "similar", "in_band"])]
    furthest = judged[judged["far"] == judged["far"].max()].set_index("label_nl")
    (named,) = [label for label in furthest.index if f"“{label}”" in told]
    assert ("beter" in told or "minder goed" in told) == (furthest.loc[named, "polarity"] in ("higher", "lower"))
    known = values[values["nis_code"] == own].pivot(index="label_nl", columns="year", values="value").dropna()
    table = app.dataframe[-1].value.set_index("Kengetal")
    assert set(table.index[table["Verandering"] != ""]) == set(known.index)
    rises = {label for label, change in table["Verandering"].items() if change.startswith("+")}
    assert rises == set(known.index[known[2025] - known[2024] > 1e-9])


def test_the_picture_holds_both_years_and_marks_a_break_by_a_sign_and_a_broken_line() -> None:
    changes = pd.DataFrame(
        {
            "indicator_code": ["cost", "cost"],
            "value": [12_000.0, 9_000.0],
            "value_before": [10_000.0, 9_500.0],
            "change": [2_000.0, -500.0],
            "has_break": [True, False],
            **{name: [11_000.0, None] for name in ("p10", "p25", "median", "median_before", "p75")},
            "p90": [14_000.0, None],
        }
    )
    rows = overview_tables.change_rows(changes, {"cost": COST})
    assert rows["label"].tolist() == ["Brutokost per plaats\u00a0‖", "Brutokost per plaats"]
    assert rows["before_words"].tolist() == ["was €\u00a010.000", "was €\u00a09.500"]
    assert rows["shown_change"].tolist() == ["+\u00a0€\u00a02.000", "−\u00a0€\u00a0500"]

    chart = changes_chart(rows, "Gemeente 02").to_dict()
    placed = chart["datasets"]["rows"]
    assert [(row["value_before_place"], row["value_place"]) for row in placed] == [(0.0, 0.5), (1.0, 0.0)]
    assert placed[1]["median_place"] is None
    dashes = [layer.get("encoding", {}).get("strokeDash") for layer in chart["layer"]]
    assert [dash["scale"] for dash in dashes if dash] == [{"domain": [False, True], "range": [[1, 0], [5, 4]]}]


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


@pytest.mark.usefixtures("warehouse")
def test_a_first_visitor_reads_four_points_until_they_are_closed_and_can_ask_them_back() -> None:
    app = opened()
    assert "In vier punten" in words(app)
    press(app, CLOSE)
    assert "In vier punten" not in words(app)
    assert link_of(app)["intro"] == "closed"
    app.switch_page("app_pages/method.py").run()
    app.switch_page("app_pages/overview.py").run()
    assert "In vier punten" not in words(app)
    press(app, SHOW)
    assert "In vier punten" in words(app)
    assert "intro" not in link_of(app)


@pytest.mark.usefixtures("warehouse")
def test_a_link_with_the_explanation_closed_keeps_it_closed() -> None:
    app = opened(intro="closed")
    assert "In vier punten" not in words(app)
    assert [button.label for button in app.button] == [SHOW]
