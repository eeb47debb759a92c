"""The table functions of a publication answer as the marts do, for anybody's choice of peers and weights."""

from __future__ import annotations

import os
from collections.abc import Iterator

import duckdb
import pandas as pd
import pytest

from ingest.home import Home

KEYS = ["nis_code", "year", "care_type", "indicator_code"]
STATISTICS = [
    "n_peers", "p10", "p25", "median", "p75", "p90", "weighted_mean", "weighted_mean_reason", "rank",
    "percentile_rank", "quartile", "difference", "judgement", "reason", "band_lower", "band_upper", "value", "status",
]  # fmt: skip


# How many nearest peers an authority has: fifteen, or everybody else where those are fewer than fifteen.
N_NEAREST = {"small_warehouse": 15, "golden": 8}


@pytest.fixture(scope="module", params=N_NEAREST)
def home_name(request: pytest.FixtureRequest) -> str:
    """The fixture of the home that is asked."""
    return request.param


@pytest.fixture(scope="module")
def publication(home_name: str, request: pytest.FixtureRequest) -> Iterator[duckdb.DuckDBPyConnection]:
    home: Home = request.getfixturevalue(home_name)
    connection = duckdb.connect(os.path.realpath(home.current), read_only=True)
    yield connection
    connection.close()


def _group_of_most_members(publication: duckdb.DuckDBPyConnection) -> tuple[str, str, list[str]]:
    """An authority that handed in, a fixed group it is in, and the members of that group."""
    return publication.execute(
        """
        select any_value(own.nis_code), members.peer_group, list(distinct members.nis_code)
        from marts.fct_benchmarks as own
        join marts.dim_group_members as members
            on own.peer_group = members.peer_group and own.group_code = members.group_code
        where own.peer_group = 'province' and own.n_peers >= 5 and own.status = 'reported'
            and own.indicator_code = 'places_per_location'
        group by own.group_code, members.peer_group
        order by count(*) desc, own.group_code
        limit 1
        """
    ).fetchone()


def _assert_same(asked: pd.DataFrame, mart: pd.DataFrame) -> None:
    asked = asked.sort_values(KEYS).reset_index(drop=True)
    mart = mart.sort_values(KEYS).reset_index(drop=True)
    pd.testing.assert_frame_equal(asked[KEYS + STATISTICS], mart[KEYS + STATISTICS], rtol=1e-9, check_dtype=False)


def test_asking_for_the_members_of_a_group_gives_the_group(publication: duckdb.DuckDBPyConnection) -> None:
    nis_code, peer_group, members = _group_of_most_members(publication)
    asked = publication.execute("select * from functions.benchmarks_of(?, ?)", [nis_code, members]).df()
    mart = publication.execute(
        "select * from marts.fct_benchmarks where nis_code = ? and peer_group = ?", [nis_code, peer_group]
    ).df()
    assert asked["n_peers"].max() >= 5
    _assert_same(asked, mart)


def test_naming_oneself_twice_or_a_stranger_changes_nothing(publication: duckdb.DuckDBPyConnection) -> None:
    nis_code, _, members = _group_of_most_members(publication)
    question = "select * from functions.benchmarks_of(?, ?)"
    plain = publication.execute(question, [nis_code, members]).df()
    odd = publication.execute(question, [nis_code, [*members, *members, nis_code, "99999", None]]).df()
    _assert_same(odd, plain)


def test_the_weights_of_the_seed_give_the_nearest_peers_of_the_mart(
    publication: duckdb.DuckDBPyConnection, home_name: str
) -> None:
    nis_code, year, care_type, profile = publication.execute(
        "select nis_code, year, care_type, profile from marts.dim_peers order by all limit 1"
    ).fetchone()
    weights = dict(
        publication.execute("select slot, weight from marts.dim_peer_features where profile = ?", [profile]).fetchall()
    )
    asked = publication.execute(
        f"select peer_nis_code, peer_rank, distance from functions.nearest_of({', '.join(['?'] * 13)}) order by 2",
        [nis_code, year, care_type, profile, *(weights.get(slot, 0) for slot in range(1, 9)), 15],
    ).fetchall()
    mart = publication.execute(
        """
        select distinct peer_nis_code, peer_rank, distance from marts.dim_peers
        where nis_code = ? and year = ? and care_type = ? and profile = ? order by 2
        """,
        [nis_code, year, care_type, profile],
    ).fetchall()
    assert asked == mart and len(mart) == N_NEAREST[home_name]


def test_only_the_feature_that_has_weight_decides_who_is_near(publication: duckdb.DuckDBPyConnection) -> None:
    nis_code, year, care_type = publication.execute(
        "select nis_code, year, care_type from marts.dim_peers where profile = 'supply' order by all limit 1"
    ).fetchone()
    slot = publication.execute(
        "select slot from marts.dim_peer_features where profile = 'supply' and feature = 'population'"
    ).fetchone()[0]
    nearest = publication.execute(
        f"select peer_nis_code from functions.nearest_of({', '.join(['?'] * 13)}) order by peer_rank",
        [nis_code, year, care_type, "supply", *(1 if at == slot else 0 for at in range(1, 9)), 3],
    ).fetchall()
    by_population = publication.execute(
        """
        with inhabitants as (
            select nis_code, value from marts.fct_measures
            where year = ? and care_type = ? and measure = 'population'
        )
        select other.nis_code from inhabitants as own, inhabitants as other
        join marts.fct_measures as places on places.nis_code = other.nis_code and places.year = ?
            and places.care_type = ? and places.measure = 'places_licensed' and places.value > 0
        where own.nis_code = ? and other.nis_code <> own.nis_code
        order by abs(ln(own.value) - ln(other.value)), other.nis_code limit 3
        """,
        [year, care_type, year, care_type, nis_code],
    ).fetchall()
    assert nearest == by_population
