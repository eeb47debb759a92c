"""Answers worked out by hand from ``value_of``: the base, 15 % lower plus 1 % for each step of
(7 x place + 3 x year + 5 x care type) modulo 30, with places, years and types of care counted from 0."""

from __future__ import annotations

import os
from contextvars import copy_context
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard import data, language
from dashboard.queries import benchmarks, calling, comparison, follow_up, lists, trend
from dashboard.queries.benchmarks import Choice
from tests.dashboard import synthetic_warehouse
from tests.dashboard.synthetic_dimensions import UNDER_QUERY, UNNAMED, WITHOUT_FAMILY_CARE, WITHOUT_SUBMISSION

FIRST = Choice("11001", 2023, "group", "all")


@pytest.fixture(autouse=True)
def _use(warehouse: Path) -> None:
    """Every test here asks the synthetic publication."""


def test_the_value_and_the_median_of_the_first_authority_in_the_first_year() -> None:
    row = benchmarks.benchmark(FIRST, "fte_per_10_places")
    # Step 0 for the authority itself: 1,8 x 0,85. Its 29 peers have steps 1 to 29: the middle one is 15.
    assert row["value"] == pytest.approx(1.8 * 0.85)
    assert row["median"] == pytest.approx(1.8 * 1.00)
    assert (row["n_peers"], row["peers_total"], row["quartile"]) == (29, 29, 1)
    assert row["judgement_label"] == "lager dan de meeste gelijken"


def test_the_weighted_mean_is_a_ratio_of_sums() -> None:
    row = benchmarks.benchmark(FIRST, "fte_per_10_places")
    places = [20 + 2 * index for index in range(1, 30)]
    steps = [7 * index % 30 for index in range(1, 30)]
    expected = sum(1.8 * (0.85 + 0.01 * step) * n for step, n in zip(steps, places, strict=True)) / sum(places)
    assert row["weighted_mean"] == pytest.approx(expected)


def test_the_peers_of_a_fixed_group_are_its_other_members() -> None:
    values = comparison.everybody(Choice("11001", 2023, "group", "province"), "fte_per_10_places")
    # Every third authority lies in the same province as the first one.
    assert set(values["name"].dropna()) == {f"Gemeente {n:02d}" for n in range(1, 31, 3)}
    assert values["is_own"].sum() == 1
    assert values["value"].is_monotonic_decreasing


def test_the_nearest_peers_follow_the_theme_and_leave_out_the_authority() -> None:
    peers = benchmarks.peer_values(Choice("11001", 2023, "group", "nearest"), "staff")
    names = set(peers.loc[peers["indicator_code"] == "fte_per_10_places", "name"].dropna())
    # The eight next in the list, of which Gemeente 09 does not want to be named.
    assert names == {f"Gemeente {n:02d}" for n in range(2, 9)}
    assert peers["name"].isna().sum() == 2  # once for each of the two indicators of the theme


def test_an_authority_that_is_not_to_be_named_stays_nameless_for_others_only() -> None:
    for_others = comparison.everybody(FIRST, "fte_per_10_places")
    assert for_others["name"].isna().sum() == 1
    its_own = comparison.everybody(Choice(UNNAMED, 2023, "group", "all"), "fte_per_10_places")
    assert its_own["name"].notna().all()


def test_the_map_shows_no_value_of_authorities_that_are_not_to_be_named_or_no_peers() -> None:
    elsewhere = ("11002", UNNAMED)
    dots = comparison.everybody(Choice("11001", 2023, "group", "province"), "fte_per_10_places", also=elsewhere)
    assert set(dots.loc[dots["role"] == "other", "code"].dropna()) == {"11002"}
    assert dots.loc[dots["role"] == "other", ["value", "quarter"]].isna().all().all()
    assert dots.loc[dots["name"].isna(), ["code", "lon", "lat", "quarter"]].isna().all().all()
    assert dots["role"].value_counts().to_dict() == {"peer": 9, "other": 2, "own": 1}


def test_the_quarters_on_the_map_are_those_of_the_peers() -> None:
    dots = comparison.everybody(FIRST, "fte_per_10_places")
    # Peers have the steps 1 to 29; p25 = step 8, median = 15, p75 = 22. Step 0 (own) lies in the first quarter.
    own = dots[dots["role"] == "own"].iloc[0]
    assert own["quarter"] == 1
    # Steps 23 to 29 lie in the highest quarter; step 26 is that of the authority that is not to be named.
    assert (dots["quarter"] == 4).sum() == 6


def test_an_authority_without_submission_still_sees_the_others() -> None:
    row = benchmarks.benchmark(Choice(WITHOUT_SUBMISSION, 2025, "group", "all"), "fte_per_10_places")
    assert row["status_label"] == "niet ingediend"
    assert row["median"] > 0
    assert row["n_peers"] == 26  # 29 others without the three whose status is not reported


def test_under_five_peers_there_is_no_statistic() -> None:
    row = benchmarks.benchmark(Choice("11001", 2025, "group", "nearest"), "fte_per_10_places")
    assert (row["n_peers"], row["peers_total"]) == (4, 8)
    assert all(pd.isna(row[name]) for name in ("p25", "median", "p75", "weighted_mean"))


def test_indicators_without_meaning_for_a_type_of_care_are_left_out() -> None:
    assert "occupancy" in lists.indicators("group")
    assert "occupancy" not in lists.indicators("all")
    assert benchmarks.benchmarks(Choice("11001", 2023, "all", "all"), "performance").empty


def test_care_that_is_not_offered_is_not_applicable() -> None:
    row = benchmarks.benchmark(Choice(WITHOUT_FAMILY_CARE, 2024, "family", "all"), "fte_per_10_places")
    assert row["status_label"] == "niet van toepassing"


def test_the_places_are_counted_per_theme_and_in_total() -> None:
    counts = benchmarks.outer_quarters(FIRST)
    total = counts.iloc[-1]
    # The first authority has the lowest value on every one of the six indicators.
    assert total["n_indicators"] == total["n_placed"] == total["n_low"] == 6
    assert counts["theme_label"].tolist()[:-1] == ["Aanbod", "Personeel", "Kosten", "Openingsuren", "Prestaties"]


def test_a_series_runs_from_the_first_year_to_the_last() -> None:
    series = trend.series(FIRST, "fte_per_10_places")
    assert series["year"].tolist() == [2023, 2024, 2025]
    assert series["value"].tolist() == pytest.approx([1.8 * 0.85, 1.8 * 0.88, 1.8 * 0.91])


def test_breaks_touch_one_authority_or_one_type_of_care() -> None:
    assert comparison.series_breaks(Choice("11002", 2025, "group", "all"))["year"].tolist() == [2025]
    assert comparison.series_breaks(Choice("11002", 2025, "family", "all"))["year"].tolist() == [2024, 2025]
    assert comparison.series_breaks(Choice("11001", 2025, "group", "all")).empty


def test_the_code_of_a_merged_municipality_leads_to_its_successor() -> None:
    assert lists.todays_nis_code("11099") == "11001"
    assert lists.todays_nis_code("99999") is None


def test_a_year_is_summed_up() -> None:
    row = calling.counts(2025)
    assert (row["n_expected"], row["n_received"], row["n_missing"]) == (30, 29, 1)
    assert row["n_late"] == 3  # every tenth authority
    assert row["n_open_problems"] == 2  # one rejected and one blocking; the warning asks for nothing
    assert row["n_refused"] == 1  # of nobody that exists


def test_problems_are_counted_by_severity() -> None:
    rows = follow_up.submissions(2025).set_index("nis_code")
    counts = rows.loc[UNDER_QUERY, ["n_fatal", "n_rejected", "n_blocking", "n_warning"]].tolist()
    assert counts == [0, 1, 1, 1]
    assert rows.loc["11001", "completeness"] == 1.0
    assert rows.loc["11003", "completeness"] == pytest.approx(0.98)


def test_the_most_serious_problem_comes_first() -> None:
    found = follow_up.problems(UNDER_QUERY, 2025)
    assert found["severity"].tolist() == ["rejected", "blocking", "warning"]


def test_a_refused_file_of_an_unknown_authority_is_listed_in_its_own_year_only() -> None:
    found = follow_up.refused_files(2025)
    assert found[["file", "nis_code"]].values.tolist() == [["99999_2025.xlsx", "99999"]]
    assert found["name"].isna().all()
    assert follow_up.refused_files(2024).empty


def test_a_new_publication_is_followed_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    first = synthetic_warehouse.build(tmp_path, number=1)
    assert lists.publication()["number"] == 1
    synthetic_warehouse.build(tmp_path, number=2)
    assert lists.publication()["number"] == 2
    assert first.exists()


def test_what_is_kept_of_a_publication_serves_that_one_and_its_language_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    first = synthetic_warehouse.build(tmp_path, number=1)
    assert lists.authorities()["11001"] == "Gemeente 01"
    assert lists.authorities() is lists.authorities()
    second = synthetic_warehouse.build(tmp_path, number=2)
    with duckdb.connect(str(second)) as changed:
        changed.execute("update marts.dim_authorities set name = 'Anders' where nis_code = '11001'")
    assert first != second
    assert lists.authorities()["11001"] == "Anders"
    dutch = lists.codes("status")["reported"]
    with language.written_in("en"):
        assert lists.codes("status")["reported"] != dutch
    assert lists.codes("status")["reported"] == dutch


def test_a_run_of_a_page_stays_with_one_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def numbers_of_a_run() -> list[int]:
        data.look_at(lambda: None)
        before = lists.publication()["number"]
        synthetic_warehouse.build(tmp_path, number=2)
        return [before, lists.publication()["number"]]

    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    synthetic_warehouse.build(tmp_path, number=1)
    assert copy_context().run(numbers_of_a_run) == [1, 1]
    assert lists.publication()["number"] == 2


def test_a_hostile_parameter_stays_a_value() -> None:
    assert lists.todays_nis_code("x' or 1=1 --") is None


def test_a_publication_cannot_be_written_to_or_read_other_files(warehouse: Path) -> None:
    import duckdb

    with pytest.raises(duckdb.Error):
        data.ask("create table marts.extra as select 1 as one")
    with pytest.raises(duckdb.Error):
        data.ask("select * from read_text($path)", path=os.fspath(Path(__file__)))
