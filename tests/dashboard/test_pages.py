from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from dashboard.components import overview_views
from tests.dashboard.pages import PAGES, link_of, opened, words
from tests.dashboard.synthetic_dimensions import (
    ALONE,
    CARE_TYPES,
    NIS_CODES,
    PARTIAL_YEAR,
    UNDER_QUERY,
    WITHOUT_FAMILY_CARE,
    WITHOUT_SUBMISSION,
)
from tests.dashboard.synthetic_warehouse import build


@pytest.mark.parametrize("care_type", CARE_TYPES)
@pytest.mark.usefixtures("warehouse")
def test_every_page_opens_for_every_type_of_care(care_type: str) -> None:
    app = opened(care_type=care_type, peer_group="all")
    for page in PAGES:
        app.switch_page(f"app_pages/{page}.py").run()
        assert not app.exception, page
        assert len(app.title) == 1, page


@pytest.mark.parametrize("nis", [WITHOUT_SUBMISSION, WITHOUT_FAMILY_CARE, PARTIAL_YEAR, UNDER_QUERY, ALONE])
@pytest.mark.usefixtures("warehouse")
def test_every_page_opens_for_an_authority_of_any_kind(nis: str) -> None:
    app = opened(nis=nis, care_type="family", peer_group="reference_region")
    for page in PAGES:
        app.switch_page(f"app_pages/{page}.py").run()
        assert not app.exception, page
        assert len(app.title) == 1, page


@pytest.mark.usefixtures("warehouse")
def test_every_page_says_that_it_shows_demo_data_and_where_it_comes_from() -> None:
    app = opened()
    for page in PAGES:
        told = words(app.switch_page(f"app_pages/{page}.py").run())
        assert "Demogegevens" in told, page
        assert "Bron: publicatie 7 van 1 juni 2026, 10.00 uur, gebouwd uit 89 inzendingen." in told, page


def test_real_figures_carry_no_demo_banner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, data_kind="real")
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    assert "Demogegevens" not in words(opened())


@pytest.mark.usefixtures("warehouse")
def test_an_authority_that_handed_nothing_in_reads_so_and_still_sees_the_others() -> None:
    told = words(opened(nis=WITHOUT_SUBMISSION, year="2025", theme="staff", peer_group="all"))
    assert "heeft voor 2025 geen cijfers ingediend" in told
    assert "Gemeente 04 heeft hier geen cijfer (niet ingediend)." in told
    assert "Van de 29 andere besturen, waarvan 26 met een cijfer, ligt de helft tussen" in told


def test_every_page_opens_before_anybody_handed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    with duckdb.connect(str((tmp_path / "current.duckdb").resolve())) as warehouse:
        for table in ("fct_submissions", "fct_indicator_values", "fct_benchmarks", "fct_problems"):
            warehouse.execute(f"delete from marts.{table}")
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    app = opened()
    for page in PAGES:
        app.switch_page(f"app_pages/{page}.py").run()
        assert not app.exception, page


@pytest.mark.usefixtures("warehouse")
def test_too_few_peers_are_explained() -> None:
    assert "geen andere besturen om mee te vergelijken" in words(
        opened("compare", nis=ALONE, peer_group="reference_region")
    )
    assert "te weinig om een mediaan of kwartielen te tonen" in words(
        opened("compare", year="2025", peer_group="nearest")
    )


@pytest.mark.usefixtures("warehouse")
def test_both_the_median_and_the_group_as_a_whole_are_named() -> None:
    told = words(opened("compare", year="2023", peer_group="all", indicator="fte_per_10_places"))
    assert "mediaan 1,80\u00a0VTE" in told
    assert "De groep als geheel (som van de tellers gedeeld door som van de noemers) komt op 1,8" in told


@pytest.mark.usefixtures("warehouse")
def test_a_neutral_indicator_is_never_called_good_or_bad() -> None:
    for nis in NIS_CODES[:6]:
        told = words(opened("compare", nis=nis, year="2023", peer_group="all", indicator="fte_per_10_places"))
        assert "beter" not in told
        assert "minder goed" not in told


@pytest.mark.usefixtures("warehouse")
def test_the_link_restores_every_choice() -> None:
    link = {
        "nis": "11007",
        "year": "2024",
        "care_type": "family",
        "peer_group": "province",
        "indicator": "sickness_absence",
    }
    app = opened("compare", **link)
    assert link.items() <= link_of(app).items()
    again = opened("compare", **link)
    assert words(again) == words(app)
    assert "Ziekteverzuim, gezinsopvang, 2024" in words(app)


@pytest.mark.usefixtures("warehouse")
def test_the_default_choices_stand_in_the_link_too() -> None:
    app = opened()
    assert link_of(app) == {
        "nis": "11001",
        "year": "2025",
        "care_type": "group",
        "peer_group": "nearest",
        "theme": "supply",
        "lang": "nl",
    }


@pytest.mark.usefixtures("warehouse")
def test_a_choice_made_on_one_page_holds_on_the_next() -> None:
    app = opened()
    app.sidebar.selectbox(key="nis").set_value("11012").run()
    app.switch_page("app_pages/trend.py").run()
    assert app.title[0].value == "Gemeente 12 door de jaren"
    assert link_of(app)["nis"] == "11012"


@pytest.mark.usefixtures("warehouse")
def test_an_indicator_stays_chosen_from_one_page_to_another() -> None:
    app = opened("compare")
    app.selectbox(key="indicator").set_value("gross_cost_per_place").run()
    app.switch_page("app_pages/trend.py").run()
    assert app.selectbox(key="indicator").value == "gross_cost_per_place"


@pytest.mark.parametrize(
    ("parameter", "value"),
    [("nis", "99999"), ("nis", "<script>"), ("year", "1815"), ("care_type", "'; drop table x"), ("peer_group", "")],
)
@pytest.mark.usefixtures("warehouse")
def test_an_unknown_choice_in_the_link_gives_a_message_and_the_default(parameter: str, value: str) -> None:
    app = opened(**{parameter: value})
    assert any("dat kennen we niet" in warning.value for warning in app.warning)
    assert app.title[0].value == "Gemeente 01, 2025"


@pytest.mark.usefixtures("warehouse")
def test_the_code_of_a_merged_municipality_leads_to_its_successor() -> None:
    app = opened(nis="11099")
    assert "De gemeente met NIS-code 11099 is samengevoegd. U ziet nu “Gemeente 01”." in words(app)


@pytest.mark.usefixtures("warehouse")
def test_an_indicator_without_meaning_for_the_type_of_care_falls_back() -> None:
    app = opened("compare", care_type="all", indicator="occupancy")
    assert any("dat kennen we niet" in warning.value for warning in app.warning)


@pytest.mark.usefixtures("warehouse")
def test_problems_are_shown_as_they_were_written() -> None:
    app = opened("follow_up", nis=UNDER_QUERY, year="2025")
    problems = app.dataframe[-1].value
    assert problems["Gevonden"].tolist()[0] == "<b>twaalf</b>"
    assert "<b>" not in words(app)


@pytest.mark.usefixtures("warehouse")
def test_refused_files_are_shown_with_the_reason_whoever_sent_them() -> None:
    app = opened("follow_up", year="2025")
    assert "Geweigerde bestanden, 2025" in words(app)
    refused = app.dataframe[2].value
    assert refused["Bestand"].tolist() == ["99999_2025.xlsx"]
    assert "99999 bestaat niet in Vlaanderen" in refused["Waarom geweigerd"][0]
    assert "Geweigerde bestanden" not in words(opened("follow_up", year="2024"))


@pytest.mark.usefixtures("warehouse")
def test_the_follow_up_can_be_narrowed_to_who_handed_nothing_in() -> None:
    app = opened("follow_up", year="2025", status="expected")
    submissions = app.dataframe[1].value
    assert submissions["Bestuur"].tolist() == ["Gemeente 04"]
    assert (
        opened("follow_up", year="2023", status="expected").info[0].value
        == "Geen enkel bestuur voldoet aan deze keuze. Kies hierboven een andere stand of andere opmerkingen."
    )


@pytest.mark.usefixtures("warehouse")
def test_the_method_page_explains_every_indicator() -> None:
    app = opened("method")
    assert len(app.expander) == 6
    assert "Formule: teller ÷ noemer" in words(app)
    assert "Streefwaarde: Groepsopvang minstens 80\u00a0% (vanaf 2014, voorbeeld)" in words(app)


@pytest.mark.usefixtures("empty_home")
def test_without_a_publication_the_page_says_what_to_do() -> None:
    app = opened()
    assert app.title[0].value == "Er is nog geen publicatie"
    assert "opvangspiegel demo" in app.info[0].value


def test_a_damaged_publication_gives_an_explanation(empty_home: Path) -> None:
    (empty_home / "current.duckdb").write_bytes(b"this is no database" * 100)
    assert "beschadigd" in words(opened())


def test_a_publication_of_an_older_version_gives_an_explanation(empty_home: Path) -> None:
    with duckdb.connect(str(empty_home / "current.duckdb")) as connection:
        connection.execute("create schema marts; create table marts.dim_authorities as select '11001' as nis_code")
    assert "tabellen die deze versie nodig heeft ontbreken" in words(opened()).replace("_", "_")


def test_a_page_that_fails_before_it_shows_anything_keeps_the_demo_banner_and_the_choices(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened()
    monkeypatch.setattr(overview_views, "ask", lambda _picked: 1 / 0)
    app.run()
    assert [error.message for error in app.exception] == ["division by zero"]
    assert app.title[0].value == "Deze pagina kon niet getoond worden"
    assert "Demogegevens" in words(app)
    assert "Gemeente" in [choice.label for choice in app.sidebar.selectbox]
