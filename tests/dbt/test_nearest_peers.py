"""Ruling out blocks of pairs changes nothing: the nearest peers are those of measuring every pair."""

from __future__ import annotations

import math
import random
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from ingest.raw import ensure_schemas
from tests.dbt.running_dbt import Warehouse

SLOTS = range(1, 9)
NEAREST = 15
SMALLEST_SHARE = 0.3
WEIGHTS = {"p": (2.0, 1.0, 1.0, 0.5, 1.0), "q": (1.0, 3.0), "r": (1.0, 0.0, 2.5)}
SIZES = {2021: 3, 2022: 16, 2023: 90, 2024: 260}
SMALL_BLOCKS = '{"peer_block_size": 4, "peer_sample": 1}'
Vector = tuple[float | None, ...]
Vectors = dict[tuple[int, str], dict[str, Vector]]
Ranked = list[tuple[str, int, str, str, int, float, float]]


def _value(rng: random.Random, year: int) -> float | None:
    """A feature: often missing, in one year on a coarse grid so that many distances are equal, now and then extreme."""
    if rng.random() < 0.2:
        return None
    value = rng.choice((rng.gauss(0, 0.4), rng.gauss(0, 0.4), rng.uniform(-1, 6), 40 * rng.gauss(0, 1)))
    return float(round(value)) if year == 2023 else value


def _vectors() -> Vectors:
    rng = random.Random(20)
    return {
        (year, profile): {
            f"{11001 + at}": tuple(_value(rng, year) for _ in weights) for at in rng.sample(range(size), size)
        }
        for year, size in SIZES.items()
        for profile, weights in WEIGHTS.items()
    }


def _is_candidate(nis_code: str) -> bool:
    return int(nis_code) % 7 != 0


def _brute_force(vectors: Vectors) -> Ranked:
    """Every pair measured, sorted by distance and code."""
    rows: Ranked = []
    for (year, profile), of_set in vectors.items():
        for own, own_vector in of_set.items():
            pairs = []
            for peer, peer_vector in of_set.items():
                measured = _distance(own_vector, peer_vector, WEIGHTS[profile])
                if peer != own and _is_candidate(peer) and measured is not None:
                    pairs.append((measured[0], peer, measured[1]))
            for rank, (distance, peer, share) in enumerate(sorted(pairs)[:NEAREST], 1):
                rows.append((own, year, profile, peer, rank, distance, share))
    return sorted(rows)


def _distance(own: Vector, peer: Vector, weights: tuple[float, ...]) -> tuple[float, float] | None:
    known = [(w, a - b) for w, a, b in zip(weights, own, peer, strict=True) if a is not None and b is not None]
    shared = sum(weight for weight, _ in known)
    if shared <= 0 or shared < SMALLEST_SHARE * sum(weights):
        return None
    square = sum(weight * difference * difference for weight, difference in known)
    return round(math.sqrt(square / shared), 9), shared / sum(weights)


def _fill(database: Path, vectors: Vectors) -> None:
    """What the choice rests on, as tables of the warehouse; features that a profile does not have are empty."""
    with duckdb.connect(str(database)) as connection:
        connection.execute("create schema intermediate")
        for letter, table, first in (("f", "int_peer_vectors", "nis_code varchar, "), ("w", "int_peer_weights", "")):
            columns = ", ".join(f"{letter}{slot} double" for slot in SLOTS)
            last = "" if first else ", total_weight double"
            keys = f"{first}year integer, care_type varchar, profile varchar"
            connection.execute(f"create table intermediate.{table} ({keys}, {columns}{last})")
        connection.execute(
            "create table intermediate.int_peer_candidates (nis_code varchar, year integer, care_type varchar)"
        )
        connection.executemany(
            f"insert into intermediate.int_peer_vectors values ({', '.join(['?'] * 12)})",
            [
                (code, year, "group", profile, *vector, *[None] * (len(SLOTS) - len(vector)))
                for (year, profile), of_set in vectors.items()
                for code, vector in of_set.items()
            ],
        )
        connection.executemany(
            f"insert into intermediate.int_peer_weights values ({', '.join(['?'] * 12)})",
            [
                (year, "group", profile, *weights, *[None] * (len(SLOTS) - len(weights)), sum(weights))
                for year in SIZES
                for profile, weights in WEIGHTS.items()
            ],
        )
        connection.executemany(
            "insert into intermediate.int_peer_candidates values (?, ?, 'group')",
            [(code, year) for year in SIZES for code in vectors[year, "p"] if _is_candidate(code)],
        )


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vectors, Ranked, int]:
    """Random vectors, the peers that the models choose for them, and how many pairs the models had to measure."""
    folder = tmp_path_factory.mktemp("nearest")
    home = Home(folder / "home").ensure()
    ensure_schemas(home)
    vectors = _vectors()
    warehouse = Warehouse(folder / "nearest.duckdb", home.raw, folder / "dbt")
    _fill(warehouse.database, vectors)
    models = ("int_peer_positions", "int_peer_blocks", "int_peer_block_pairs", "int_peer_bounds", "int_peer_reach")
    outcome = warehouse.run("run", "--vars", SMALL_BLOCKS, "--select", *models, "int_nearest_peers")
    assert not outcome.failures and not outcome.error
    with duckdb.connect(str(warehouse.database), read_only=True) as connection:
        rows = connection.execute(
            "select nis_code, year, profile, peer_nis_code, peer_rank, distance, known_share"
            " from intermediate.int_nearest_peers order by all"
        ).fetchall()
        n_pairs = connection.execute(
            "select sum(n_candidates) from intermediate.int_peer_reach"
            " join intermediate.int_peer_blocks using (block_id)"
        ).fetchall()[0][0]
    return vectors, rows, n_pairs


def test_the_nearest_peers_are_those_of_measuring_every_pair(chosen: tuple[Vectors, Ranked, int]) -> None:
    vectors, rows, _ = chosen
    expected = _brute_force(vectors)

    assert [row[:5] for row in rows] == [row[:5] for row in expected]
    assert [row[5] for row in rows] == pytest.approx([row[5] for row in expected], rel=1e-9, abs=2e-9)
    assert [row[6] for row in rows] == pytest.approx([row[6] for row in expected], rel=1e-12)


def test_most_pairs_are_ruled_out_unmeasured(chosen: tuple[Vectors, Ranked, int]) -> None:
    vectors, _, n_pairs = chosen
    n_all = sum(len(of_set) * sum(map(_is_candidate, of_set)) for of_set in vectors.values())

    assert n_pairs < 0.6 * n_all


def test_the_random_vectors_hold_ties_outsiders_and_too_few_candidates(chosen: tuple[Vectors, Ranked, int]) -> None:
    _, rows, _ = chosen
    distances = {}
    for row in rows:
        distances.setdefault(row[:3], []).append(row[5])

    assert any(len(set(found)) < len(found) for found in distances.values())
    assert any(not _is_candidate(code) for code, _, _ in distances)
    assert any(len(found) < NEAREST for found in distances.values())
