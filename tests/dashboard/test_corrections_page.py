"""The page Correcties: the public list on an invented publication, and a real publication beside a changed copy."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from ingest.home import Home
from ingest.publications import make_current, publication_file
from ingest.register import Register
from tests.dashboard.pages import link_of, opened, words
from tests.dashboard.synthetic_dimensions import NIS_CODES, UNDER_QUERY
from tests.dashboard.synthetic_warehouse import build

CHANGED = "cost_per_place"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))


@pytest.mark.usefixtures("listed")
def test_a_changed_figure_stands_with_old_new_why_and_what_moved() -> None:
    app = opened("corrections", nis=UNDER_QUERY)
    row = app.dataframe[0].value.iloc[0]

    assert (row["Was"], row["Is nu"]) == ("10,0\u00a0plaatsen", "12,5\u00a0plaatsen")
    assert row["Oorzaak"] == "correctie door het Steunpunt"
    assert row["Waarom"] == "<b>Een nul te veel</b>"
    assert row["Vergelijkingen van anderen die meebewogen"] == "3"
    assert "Cijfers die publicatie 7 veranderde: 1; bij 1 daarvan" in words(app)
    assert "<b>" not in words(app)


@pytest.mark.usefixtures("listed")
def test_the_list_narrows_to_ones_own_authority_in_the_link() -> None:
    other = next(code for code in NIS_CODES if code != UNDER_QUERY)
    app = opened("corrections", nis=other, changed_of="own")

    assert link_of(app)["changed_of"] == "own"
    assert "Voor deze keuze is er geen correctie." in words(app)


@pytest.fixture
def two_publications(small_warehouse: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with a publication, and a second one in which one figure is ten higher."""
    home = Home(tmp_path / "home").ensure()
    shutil.copy(small_warehouse.register_path, home.register_path)
    first = publication_file(home, 1)
    shutil.copy(os.path.realpath(small_warehouse.current), first)
    second = publication_file(home, 2)
    shutil.copy(first, second)
    with duckdb.connect(str(second)) as connection:
        connection.execute("update publication.publication set number = 2, note = 'Na controle'")
        connection.execute(
            """
            update marts.fct_indicator_values set value = value + 10
            where (nis_code, year, care_type, indicator_code) = (
                select (nis_code, year, care_type, indicator_code) from marts.fct_indicator_values
                where indicator_code = ? and value is not null and care_type = 'group' order by all limit 1
            )
            """,
            [CHANGED],
        )
        moment = connection.execute("select published_at from publication.publication").fetchone()[0]
    make_current(home, 2)
    with Register(home.register_path) as register:
        register.add_publication(2, second.name, moment.astimezone(), "digest", "Na controle")
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(home.path))
    return home


def test_two_publications_differ_in_the_one_figure_that_was_changed(two_publications: Home) -> None:
    app = opened("corrections")
    table = app.dataframe[-1].value

    assert "Tussen publicatie 1 en publicatie 2 verschilt 1 cijfer." in words(app)
    assert len(table) == 1
    assert table.loc[0, "Was"] != table.loc[0, "Is nu"]
    assert "geen enkel gepubliceerd cijfer" in words(app)


def test_a_publication_beside_itself_asks_for_another(two_publications: Home) -> None:
    assert "Kies twee verschillende publicaties." in words(opened("corrections", older="2", newer="2"))


def test_one_publication_says_that_there_is_nothing_to_compare_yet(
    small_warehouse: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    assert "Er is maar één publicatie bewaard" in words(opened("corrections"))


def figures_of(app: AppTest) -> str:
    return app.dataframe[0].value.to_csv()


def test_an_earlier_publication_is_shown_on_every_page_until_one_goes_back(two_publications: Home) -> None:
    with duckdb.connect(str(publication_file(two_publications, 1)), read_only=True) as connection:
        nis, year = connection.execute(
            "select nis_code, year from marts.fct_indicator_values where indicator_code = ? and value is not null "
            "and care_type = 'group' order by nis_code, year, care_type limit 1",
            [CHANGED],
        ).fetchone()
    link = {"nis": nis, "year": str(year), "indicator": CHANGED}
    now, then = opened("compare", **link), opened("compare", **link, publication="1")

    assert "Bron: publicatie 1 van" in words(then)
    assert "U kijkt naar een eerdere publicatie, nummer 1." in words(then)
    assert link_of(then)["publication"] == "1"
    assert figures_of(now) != figures_of(then)
    next(button for button in then.button if button.label == "Terug naar de huidige publicatie").click().run()
    assert "Bron: publicatie 2 van" in words(then)
    assert figures_of(now) == figures_of(then)


def test_a_publication_that_is_not_kept_gives_the_current_one(two_publications: Home) -> None:
    assert "Bron: publicatie 2 van" in words(opened(publication="../1"))
