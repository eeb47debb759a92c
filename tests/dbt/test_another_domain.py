"""Home care on the same models: another folder of seeds and one bulk file, and not a line of code.

The answers are worked out by hand from dbt_project/examples/home_care/measures.csv.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.home import Home
from ingest.publish import build
from ingest.receive import load_paths
from tests.dbt.running_dbt import PROJECT_FOLDER, SEEDS

EXAMPLE = PROJECT_FOLDER / "examples" / "home_care"
Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Home(tmp_path_factory.mktemp("home_care") / "home").ensure()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPVANGSPIEGEL_SEEDS", str(EXAMPLE / "seeds"))
        received = load_paths(home, [EXAMPLE / "measures.csv"], workers=1)
        report = build(home)
    assert [problem.message_nl for file in received.files for problem in file.problems] == []
    assert report.is_published, [report.error, *report.failures]
    return home.current.resolve()


@pytest.fixture
def ask(publication: Path) -> Ask:
    def answer(query: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(publication), read_only=True) as connection:
            return connection.execute(query).fetchall()

    return answer


def test_the_other_domain_fills_in_the_same_seeds() -> None:
    def headers(folder: Path) -> dict[str, str]:
        return {path.name: path.read_text(encoding="utf-8").splitlines()[0] for path in folder.glob("*.csv")}

    assert headers(EXAMPLE / "seeds") == headers(SEEDS)


def test_costs_of_municipalities_that_merged_are_summed_before_they_are_divided(ask: Ask) -> None:
    values = ask(
        """
        select year, numerator, denominator, value, status from marts.fct_indicator_values
        where nis_code = '44088' and care_type = 'family_help' and indicator_code = 'cost_per_hour' order by year
        """
    )

    # Melle 420.000 over 10.000 hours is 42, Merelbeke 672.000 over 14.000 is 48: together 45,5 and not 45.
    assert values == [(2024, 1_092_000, 24_000, 45.5, "reported"), (2025, 1_250_000, 25_000, 50, "reported")]


def test_an_authority_stands_beside_the_five_others_of_its_province(ask: Ask) -> None:
    # The others cost 44, 38, 40, 41 and 42 an hour, for 100, 40, 30, 50 and 20 thousand hours: 10.010.000 / 240.000.
    ((*figures, weighted_mean, judgement),) = ask(
        """
        select n_peers, p10, p25, median, p75, p90, rank, difference, weighted_mean, judgement
        from marts.fct_benchmarks
        where nis_code = '44088' and year = 2025 and care_type = 'family_help' and indicator_code = 'cost_per_hour'
            and peer_group = 'province'
        """
    )

    assert figures == pytest.approx([5, 38.8, 40, 41, 42, 43.2, 1, 9])
    assert weighted_mean == pytest.approx(10_010_000 / 240_000)
    assert judgement == "higher"


def test_a_figure_that_is_not_in_the_file_is_missing_and_counts_for_nobody(ask: Ask) -> None:
    rows = ask(
        """
        select nis_code, n_peers, median, judgement, reason from marts.fct_benchmarks
        where nis_code in ('23002', '23027') and year = 2025 and care_type = 'family_help'
            and indicator_code = 'cost_per_hour' and peer_group = 'province' order by nis_code
        """
    )

    # Halle did not give its cost. Its five peers still cost 43, 46, 45, 47 and 49; Asse is left with four.
    assert rows == [("23002", 4, None, "none", "too_few_peers"), ("23027", 5, 46, "none", "not_submitted")]


def test_what_an_authority_does_not_offer_stays_out_of_its_total(ask: Ask) -> None:
    rows = ask(
        """
        select care_type, value, status from marts.fct_measures
        where nis_code = '41081' and year = 2025 and measure = 'hours_delivered' order by care_type
        """
    )

    assert rows == [
        ("all", 30_000, "reported"), ("cleaning", None, "not_applicable"), ("family_help", 30_000, "reported"),
    ]  # fmt: skip


def test_inhabitants_are_given_for_the_total_and_never_added_up_over_types_of_care(ask: Ask) -> None:
    # 30.000 + 18.000 hours for 8.190 inhabitants of 65 and over.
    ((value,),) = ask(
        """
        select value from marts.fct_indicator_values where nis_code = '23025' and year = 2025 and care_type = 'all'
            and indicator_code = 'hours_per_1000_65_plus'
        """
    )

    assert value == pytest.approx(48_000 / 8_190 * 1000)


def test_a_target_band_of_the_seeds_judges_and_an_estimate_is_not_judged(ask: Ask) -> None:
    rows = ask(
        """
        select nis_code, care_type, judgement, reason from marts.fct_benchmarks
        where nis_code in ('44088', '23062') and year = 2025 and care_type in ('family_help', 'all')
            and indicator_code = 'hours_per_fte' and peer_group = 'all' order by nis_code desc, care_type desc
        """
    )

    assert rows == [
        ("44088", "family_help", "in_band", None), ("44088", "all", "none", "no_band"),
        ("23062", "family_help", "none", "estimated"), ("23062", "all", "none", "estimated"),
    ]  # fmt: skip


def test_nearest_peers_offer_the_same_kind_of_help(ask: Ask) -> None:
    counts = ask(
        """
        select care_type, count(*), count(distinct nis_code), count(case when peer_nis_code = '41081' then 1 end)
        from marts.dim_peers where year = 2025 and theme = 'cost' group by care_type order by care_type
        """
    )

    # Twelve authorities with eleven others each. Zottegem (41081) offers no cleaning: nobody's peer there.
    assert counts == [("all", 132, 12, 11), ("cleaning", 121, 12, 0), ("family_help", 132, 12, 11)]


def test_the_functions_for_an_own_choice_work_on_the_other_domain_too(ask: Ask) -> None:
    # Chosen: Ninove (38), Zottegem (40), Dendermonde (41), Eeklo (42) and Aalst (44); oneself does not count.
    rows = ask(
        """
        select n_peers, median, judgement
        from functions.benchmarks_of('44088', ['41048', '41081', '42006', '43005', '41002', '44088'])
        where year = 2025 and care_type = 'family_help' and indicator_code = 'cost_per_hour'
        """
    )

    assert rows == [(5, 41, "higher")]


def test_nothing_of_childcare_is_left_in_what_readers_see(ask: Ask) -> None:
    themes = ask("select distinct theme_nl from marts.dim_indicators order by 1")

    assert themes == [("Aanbod",), ("Kosten",), ("Personeel",)]
    assert ask("select count(*) from marts.dim_indicators where definition_nl like '%opvang%'") == [(0,)]
    assert ask("select care_type from marts.dim_care_types order by position") == [
        ("family_help",), ("cleaning",), ("all",),
    ]  # fmt: skip
