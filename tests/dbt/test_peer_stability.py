"""One extreme authority does not move everybody else's neighbours: features are scaled by p10-p90, not by extremes."""

from __future__ import annotations

import csv
import math
import random
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from ingest.raw import ensure_schemas, write_register_snapshot
from ingest.receive import load_paths
from tests.dbt.running_dbt import SEEDS, Warehouse

EXTREME = "11002"
TEN = 10
ONLY_MODELS = ("--exclude-resource-type", "test", "--exclude-resource-type", "unit_test")
Peers = dict[tuple[str, str], list[str]]


def _figures(nis_code: str, size: float) -> dict[str, float]:
    """The measures that features rest on, for an authority of a size: alike, with a scatter of its own."""
    scatter = random.Random(nis_code)
    population = 12_000 * size * math.exp(scatter.gauss(0, 0.6))
    places = population / 120 * math.exp(scatter.gauss(0, 0.5))
    return {
        "population": population,
        "places_licensed": places,
        "places_income_tariff": places * scatter.uniform(0.4, 1),
        "locations": max(1, places / scatter.uniform(18, 45)),
        "children_0_2": population * scatter.uniform(0.025, 0.035),
        "net_taxable_income_eur": population * scatter.uniform(17_000, 26_000),
    }


def _authorities() -> list[str]:
    with (SEEDS / "authorities.csv").open(encoding="utf-8", newline="") as file:
        return [row["nis_code"] for row in csv.DictReader(file)][:150]


def _nearest(folder: Path, sizes: dict[str, float]) -> Peers:
    """Hand the figures in as a bulk file, build the nearest peers, and give the first ten per authority and profile."""
    home = Home(folder / "home").ensure()
    bulk = folder / "bulk.csv"
    with bulk.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["nis_code", "year", "care_type", "measure", "value", "status"])
        for nis_code, size in sizes.items():
            for measure, value in _figures(nis_code, size).items():
                writer.writerow([nis_code, 2025, "group", measure, f"{value:.2f}".replace(".", ","), "reported"])
    report = load_paths(home, [bulk], workers=1)
    assert not report.has_rejections, [problem.message_nl for file in report.files for problem in file.problems]
    ensure_schemas(home)
    write_register_snapshot(home)
    warehouse = Warehouse(folder / "peers.duckdb", home.raw, folder / "dbt")
    outcome = warehouse.run("build", "--select", "+int_nearest_peers", *ONLY_MODELS)
    assert not outcome.failures and not outcome.error
    with duckdb.connect(str(warehouse.database), read_only=True) as connection:
        rows = connection.execute(
            f"select nis_code, profile, list(peer_nis_code order by peer_rank) from intermediate.int_nearest_peers"
            f" where peer_rank <= {TEN} group by nis_code, profile"
        ).fetchall()
    return {(nis_code, profile): peers for nis_code, profile, peers in rows if nis_code in sizes}


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Peers, Peers]:
    others = {nis_code: 1.0 for nis_code in _authorities() if nis_code != EXTREME}
    before = _nearest(tmp_path_factory.mktemp("before"), others)
    after = _nearest(tmp_path_factory.mktemp("after"), {**others, EXTREME: 10_000.0})
    return before, after


def test_everybody_has_ten_nearest_peers_on_every_profile(before_and_after: tuple[Peers, Peers]) -> None:
    before, _ = before_and_after
    assert len(before) == 3 * (len(_authorities()) - 1)
    assert {len(peers) for peers in before.values()} == {TEN}


def test_an_extreme_authority_replaces_on_average_less_than_one_of_ten_nearest_peers(
    before_and_after: tuple[Peers, Peers],
) -> None:
    before, after = before_and_after
    replaced = [TEN - len(set(peers) & set(after[key])) for key, peers in before.items()]
    assert sum(replaced) / len(replaced) < 1


def test_the_extreme_authority_has_peers_and_is_hardly_anybodys(before_and_after: tuple[Peers, Peers]) -> None:
    _, after = before_and_after
    assert {len(peers) for (nis_code, _), peers in after.items() if nis_code == EXTREME} == {TEN}
    assert sum(EXTREME in peers for peers in after.values()) == 0
