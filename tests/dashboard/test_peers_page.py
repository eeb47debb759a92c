"""The page Peers on a real publication: who the peers are, moved weights, a selection of one's own, a region."""

from __future__ import annotations

import os

import duckdb
import pytest

from dashboard import peer_words
from ingest.home import Home
from tests.dashboard.pages import link_of, opened, words


@pytest.fixture
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


@pytest.fixture
def own(publication: duckdb.DuckDBPyConnection) -> str:
    """An authority with nearest peers for group care in 2025."""
    return publication.execute(
        "select nis_code from marts.dim_peers where year = 2025 and care_type = 'group' order by 1 limit 1"
    ).fetchone()[0]


@pytest.fixture
def named(publication: duckdb.DuckDBPyConnection, own: str) -> list[str]:
    """Six other authorities with a cost per place for group care in 2025 that agreed to be named."""
    found = publication.execute(
        """
        select v.nis_code from marts.fct_indicator_values as v
        inner join marts.dim_authorities as a on a.nis_code = v.nis_code and a.is_named
        where v.year = 2025 and v.care_type = 'group' and v.indicator_code = 'cost_per_place'
            and v.status = 'reported' and v.nis_code <> ?
        order by 1 limit 6
        """,
        [own],
    ).fetchall()
    return [code for (code,) in found]


def test_the_nearest_peers_are_those_of_the_mart_and_the_page_says_on_what(
    publication: duckdb.DuckDBPyConnection, own: str
) -> None:
    app = opened("peers", nis=own, theme="staff")
    n, labels = publication.execute(
        """
        select count(distinct p.peer_nis_code), list(distinct f.label_nl)
        from marts.dim_peers as p
        inner join marts.fct_peer_features as f using (nis_code, year, care_type, profile, peer_nis_code)
        where p.nis_code = ? and p.year = 2025 and p.care_type = 'group' and p.theme = 'staff'
        """,
        [own],
    ).fetchone()
    shown = words(app)
    assert f"Deze {n} besturen lijken het meest op" in shown
    assert all(label[0].lower() + label[1:] in shown for label in labels)


def test_moving_a_weight_changes_the_peers_and_stands_in_the_link(own: str) -> None:
    app = opened("peers", nis=own, theme="staff")
    before = app.dataframe[0].value
    for slider in app.select_slider:
        slider.set_value(5.0 if slider.key == "weights_population" else 0.0)
    app.run()
    after = app.dataframe[0].value
    assert list(before["Bestuur"]) != list(after["Bestuur"])
    assert set(after["Verschilt het meest in"]) <= {"Inwoners (100\u00a0%)", ""}
    assert "population:5" in link_of(app)["weights"]
    again = opened("peers", **link_of(app))
    assert list(again.dataframe[0].value["Bestuur"]) == list(after["Bestuur"])


def test_a_selection_of_ones_own_gives_its_own_median_on_the_other_pages(
    publication: duckdb.DuckDBPyConnection, own: str, named: list[str]
) -> None:
    median = publication.execute(
        """
        select round(median(value)) from marts.fct_indicator_values
        where year = 2025 and care_type = 'group' and indicator_code = 'cost_per_place' and nis_code in ?
        """,
        [named],
    ).fetchone()[0]
    link = {"nis": own, "peers": ",".join(named), "peer_group": "own", "indicator": "cost_per_place"}
    app = opened("compare", **link)
    assert "6 zelf gekozen besturen" in words(app)
    assert f"mediaan €\u00a0{median:,.0f}".replace(",", ".") in words(app)
    assert link.items() <= link_of(app).items()


def test_peers_that_cannot_be_named_or_do_not_exist_drop_out_of_the_link(
    publication: duckdb.DuckDBPyConnection, own: str, named: list[str]
) -> None:
    hidden = publication.execute("select min(nis_code) from marts.dim_authorities where not is_named").fetchone()[0]
    app = opened("peers", nis=own, view="own", peers=f"{named[0]},{hidden},99999,<b>")
    assert link_of(app)["peers"] == named[0]


def test_taking_over_the_nearest_peers_compares_with_them_everywhere(own: str) -> None:
    app = opened("peers", nis=own, theme="staff")
    next(button for button in app.button if button.label == "Vergelijk overal met deze besturen").click().run()
    assert link_of(app)["peer_group"] == "own"
    assert len(link_of(app)["peers"].split(",")) > 1


def test_a_province_as_a_whole_is_the_sum_of_its_authorities(publication: duckdb.DuckDBPyConnection) -> None:
    province, own, whole = publication.execute(
        """
        select a.province, min(a.nis_code), sum(v.numerator) / sum(v.denominator)
        from marts.fct_indicator_values as v
        inner join marts.dim_authorities as a using (nis_code)
        where v.year = 2025 and v.care_type = 'group' and v.indicator_code = 'cost_per_place'
            and v.status = 'reported'
        group by 1 having count(*) >= 5 and max(v.denominator) <= 0.75 * sum(v.denominator) order by 1 limit 1
        """
    ).fetchone()
    app = opened("peers", nis=own, view="group", kind="province", indicator="cost_per_place")
    shown = f"{float(whole):,.0f}".replace(",", ".")
    assert f"{province} als geheel" in words(app)
    assert f"komt op €\u00a0{shown}." in words(app)


def test_a_group_with_too_few_figures_says_so(publication: duckdb.DuckDBPyConnection) -> None:
    own = publication.execute(
        """
        select min(m.nis_code) from marts.fct_group_values as v
        inner join marts.dim_group_members as m using (peer_group, group_code)
        where v.peer_group = 'service_level' and v.year = 2025 and v.care_type = 'group'
            and v.indicator_code = 'cost_per_place' and v.reason = 'too_few_peers'
        """
    ).fetchone()[0]
    app = opened("peers", nis=own, view="group", kind="service_level", indicator="cost_per_place")
    assert "tonen we geen cijfer: te weinig besturen hebben een cijfer" in words(app)


@pytest.mark.parametrize(
    ("features", "told"),
    [([], ""), (["Inwoners"], "inwoners"), (["Inwoners", "Inkomen"], "inwoners en inkomen"),
     (["A", "B", "C"], "a, b en c")],
)  # fmt: skip
def test_features_are_joined_as_people_do(features: list[str], told: str) -> None:
    assert peer_words.joined(features) == told
