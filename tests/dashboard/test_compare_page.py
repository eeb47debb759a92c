"""The page Vergelijk: the difference over the year, two indicators at once, and authorities that are marked."""

from __future__ import annotations

import json
import os
from statistics import median

import duckdb
import pandas as pd
import pytest
import streamlit as st

from dashboard import compare_tables
from dashboard.charts.distribution import distribution_chart
from dashboard.charts.map import Ground, map_chart
from dashboard.charts.marks import BRUSHED, CLICKED
from dashboard.charts.ranking import MOST_NAMED, ranking_chart
from dashboard.charts.scatter import scatter_chart
from dashboard.components import marking
from dashboard.indicators import Indicator
from dashboard.queries import comparison
from dashboard.queries.benchmarks import Choice
from ingest.home import Home
from tests.dashboard.pages import link_of, opened, words

COST = Indicator("cost", "Kost", "cost", "Kosten", "€", 0, "neutral", "…")
STAFF = Indicator("fte", "VTE per 10 plaatsen", "staff", "Personeel", "VTE", 2, "neutral", "…")
Peers = dict[str, dict[str, float]]


@pytest.fixture
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


def reported(publication: duckdb.DuckDBPyConnection, indicator_code: str) -> dict[str, tuple[float, float]]:
    """Per authority that reported one: its value and its denominator, of group care in 2025."""
    found = publication.execute(
        """
        select nis_code, value, denominator from marts.fct_indicator_values
        where year = 2025 and care_type = 'group' and indicator_code = ? and status = 'reported'
        """,
        [indicator_code],
    ).fetchall()
    return {code: (float(value), float(denominator)) for code, value, denominator in found}


def named(publication: duckdb.DuckDBPyConnection) -> list[str]:
    found = publication.execute("select nis_code from marts.dim_authorities where is_named order by 1").fetchall()
    return [code for (code,) in found]


def told(amount: float) -> str:
    return f"€\u00a0{abs(amount):,.0f} {'hoger' if amount > 0 else 'lager'}".replace(",", ".")


def test_over_the_year_a_difference_comes_to_itself_times_the_own_denominator(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    costs = reported(publication, "cost_per_place")
    own = min(costs)
    value, places = costs.pop(own)
    app = opened("compare", nis=own, peer_group="all", indicator="cost_per_place")
    assert [metric.value for metric in app.metric] == [
        told((value - median(one for one, _n in costs.values())) * places)
    ]
    assert "niet dat het anders moet" in words(app)


def test_a_selection_of_ones_own_has_a_difference_over_the_year_of_its_own(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    costs = reported(publication, "cost_per_place")
    own = min(costs)
    chosen = [code for code in named(publication) if code in costs and code != own][:6]
    app = opened("compare", nis=own, peers=",".join(chosen), peer_group="own", indicator="cost_per_place")
    value, places = costs[own]
    amount = (value - median(costs[code][0] for code in chosen)) * places
    assert [metric.value for metric in app.metric] == [told(amount)]


def test_what_is_neither_money_nor_staff_comes_to_nothing_over_the_year(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    app = opened("compare", nis=min(reported(publication, "occupancy")), peer_group="all", indicator="occupancy")
    assert "(mediaan " in words(app)
    assert [metric.value for metric in app.metric] == []


def test_a_second_indicator_of_another_theme_is_held_against_the_same_peers(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    costs, staff = reported(publication, "cost_per_place"), reported(publication, "fte_per_10_places")
    found = publication.execute(
        """
        select nis_code, list(peer_nis_code) from marts.dim_peers
        where year = 2025 and care_type = 'group' and theme = 'cost' group by 1 order by 1
        """
    ).fetchall()
    complete = costs.keys() & staff.keys()
    own, peers = next((code, peers) for code, peers in found if code in complete and not complete.issuperset(peers))
    app = opened("compare", nis=own, indicator="cost_per_place", other="fte_per_10_places")
    middle = median(staff[code][0] for code in peers if code in staff)
    side = "boven" if staff[own][0] > middle else "onder"
    assert f"{side} de mediaan ({middle:.2f}\u00a0VTE)".replace(".", ",") in words(app)
    n_absent = len(set(peers) - complete)
    verb = "bestuur staat" if n_absent == 1 else "besturen staan"
    assert f"{n_absent} {verb} niet in deze figuur" in words(app)


def test_without_a_second_indicator_the_page_says_what_to_do(publication: duckdb.DuckDBPyConnection) -> None:
    app = opened("compare", nis=min(reported(publication, "cost_per_place")), other="none")
    assert "Kies hierboven een tweede kengetal" in words(app)


def test_only_authorities_that_may_be_named_can_be_marked_by_a_link(publication: duckdb.DuckDBPyConnection) -> None:
    hidden = publication.execute("select min(nis_code) from marts.dim_authorities where not is_named").fetchone()[0]
    costs = reported(publication, "cost_per_place")
    own, one, two = [code for code in named(publication) if code in costs][:3]
    app = opened("compare", nis=own, peer_group="all", indicator="cost_per_place",
                 marked=f"{own},{two},{hidden},99999,<b>,{one}")  # fmt: skip
    assert link_of(app)["marked"] == f"{two},{one}"
    names = dict(publication.execute("select nis_code, name from marts.dim_authorities").fetchall())
    signed = [label for label in app.dataframe[0].value["Bestuur"] if label.startswith("●")]
    assert sorted(signed) == sorted(f"● {names[code]}" for code in (one, two))
    next(button for button in app.button if button.label == "Wis aanduiding").click().run()
    assert "marked" not in link_of(app)


def test_of_an_authority_that_is_not_to_be_named_only_the_figure_itself_is_asked(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    own = named(publication)[0]
    found = comparison.everybody(Choice(own, 2025, "group", "all"), "cost_per_place")
    n_hidden = publication.execute("select count(*) from marts.dim_authorities where not is_named").fetchone()[0]
    hidden = found[found["name"].isna()]
    assert len(hidden) == n_hidden > 0
    assert hidden[["code", "lon", "lat", "quarter", "numerator", "denominator"]].isna().all().all()
    assert hidden["value"].notna().any()


def everybody(n: int) -> pd.DataFrame:
    """The authority itself and n peers, of which the last is not to be named."""
    frame = pd.DataFrame(
        {
            "code": [str(11001 + place) for place in range(n)] + [None],
            "name": [f"Gemeente {place}" for place in range(n)] + [None],
            "role": ["own"] + ["peer"] * n,
            "value": [1000.0 + place for place in range(n + 1)],
            "other_value": [2.0 + place for place in range(n + 1)],
        }
    )
    constant = {"numerator": 123456.0, "denominator": 1.0, "status": "reported", "status_label": "gerapporteerd",
                "other_status": "reported", "lon": 4.0, "lat": 51.0, "quarter": 1}  # fmt: skip
    return frame.assign(is_own=frame["role"] == "own", **constant)


def charts(n: int, codes: tuple[str, ...]) -> dict[str, str]:
    """What the four charts of the page send to the browser."""
    found = everybody(n)
    rows = compare_tables.compared(found, COST, codes)
    both = compare_tables.with_both(rows, STAFF)
    places = pd.DataFrame({"label": ["Hasselt"], "province": ["Limburg"], "lon": [5.4], "lat": [50.9]})
    drawn = {
        "ranking": ranking_chart(rows, COST, 1002.0, is_clickable=True),
        "distribution": distribution_chart(rows, COST, 1002.0, is_brushable=True),
        "map": map_chart(compare_tables.on_map(found, COST, codes), Ground(places, places), is_clickable=True),
        "scatter": scatter_chart(both, COST, STAFF, (1002.0, 4.0), is_clickable=True),
    }
    return {name: json.dumps(chart.to_dict(), ensure_ascii=False) for name, chart in drawn.items()}


@pytest.mark.parametrize("n", [8, MOST_NAMED + 5])
def test_a_marked_authority_carries_its_name_in_every_figure_and_nobody_does_when_none_is_marked(n: int) -> None:
    for name, sent in charts(n, ("11003",)).items():
        assert '"tag": "Gemeente 2"' in sent, name
        assert '"field": "tag"' in sent or '"● Gemeente 2"' in sent, name
    assert not [name for name, sent in charts(n, ()).items() if '"field": "tag"' in sent]


def test_many_marked_authorities_carry_numbers_in_the_order_of_the_choice() -> None:
    codes = tuple(str(code) for code in range(11009, 11001, -1))
    sent = charts(10, codes)["scatter"]
    assert '"tag": "1"' in sent
    assert '"label": "● 1 Gemeente 8"' in sent


def test_charts_send_no_figures_that_they_do_not_draw() -> None:
    assert not [name for name, sent in charts(8, ("11003",)).items() if "123456" in sent]


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What a session remembers."""
    kept: dict[str, object] = {"marked": ["11002", "46021"]}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def select(state: dict[str, object], settings: dict[str, object], **selection: object) -> object:
    state[str(settings["key"])] = {"selection": selection}
    settings["on_select"]()
    return state["marked"]


def test_a_click_marks_and_a_second_click_lets_go_and_who_stands_elsewhere_stays(state: dict[str, object]) -> None:
    rows = compare_tables.compared(everybody(8), COST, ("11002",))
    before = marking.events("ranking", rows)
    click = {CLICKED: [{"code": "11003"}]}
    assert select(state, before, **click) == ["11002", "46021", "11003"]
    after = marking.events("ranking", rows)
    assert after["key"] != before["key"]
    assert select(state, after, **click) == ["11002", "46021"]


def test_nothing_but_an_authority_in_the_chart_that_may_be_named_can_be_clicked(state: dict[str, object]) -> None:
    rows = compare_tables.compared(everybody(8), COST, ())
    points = [{"code": None}, {"code": "11001"}, {"code": "99999"}, {}]
    assert select(state, marking.events("map", rows), **{CLICKED: points}) == ["11002", "46021"]


def test_a_brush_marks_who_lies_inside_it_on_every_side(state: dict[str, object]) -> None:
    rows = compare_tables.compared(everybody(8), COST, ())
    inside = {"value": [1003.0, 1006.0], "other_value": [0.0, 6.0]}
    # The second value of the k-th peer is 2 + k, so only the third and the fourth lie inside both.
    assert select(state, marking.events("scatter", rows), **{BRUSHED: inside}) == ["11002", "46021", "11004", "11005"]
    low = {"low": [1007.0, 2000.0]}
    assert select(state, marking.events("distribution", rows), **{BRUSHED: low})[4:] == ["11008"]


def test_ticking_rows_marks_those_and_lets_the_others_of_the_table_go(state: dict[str, object]) -> None:
    rows = compare_tables.compared(everybody(8), COST, ("11002",))
    settings = marking.row_events("table", rows)
    assert settings["selection_default"] == {"selection": {"rows": [1]}}
    assert select(state, settings, rows=[0, 4, 8]) == ["46021", "11005"]


def test_more_than_there_is_room_for_is_left_out_and_counted(state: dict[str, object]) -> None:
    rows = compare_tables.compared(everybody(40), COST, ())
    marked = select(state, marking.events("distribution", rows), **{BRUSHED: {"low": [0.0, 5000.0]}})
    assert len(marked) == marking.MOST_MARKED
    # 39 peers may be named, one of them was marked already, and 46021 lies elsewhere.
    assert state[marking.LEFT_OUT] == 40 - marking.MOST_MARKED
