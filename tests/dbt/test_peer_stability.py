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
BEFORE, AFTER = 2025, 2026
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


def _write_bulk(path: Path, sizes: dict[int, dict[str, float]]) -> Path:
    """A bulk file with the figures of every authority of every year."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["nis_code", "year", "care_type", "measure", "value", "status"])
        for year, of_year in sizes.items():
            for nis_code, size in of_year.items():
                for measure, value in _figures(nis_code, size).items():
                    figure = f"{value:.2f}".replace(".", ",")
                    writer.writerow([nis_code, year, "group", measure, figure, "reported"])
    return path


def _nearest(warehouse: Warehouse, sizes: dict[int, dict[str, float]]) -> dict[int, Peers]:
    """Hand the figures in, build the nearest peers, and give by year the first ten per authority and profile."""
    home = Home(warehouse.raw.parent).ensure()
    report = load_paths(home, [_write_bulk(home.path / "bulk.csv", sizes)], workers=1)
    assert not report.has_rejections, [problem.message_nl for file in report.files for problem in file.problems]
    ensure_schemas(home)
    write_register_snapshot(home)
    outcome = warehouse.run("build", "--select", "+int_nearest_peers", *ONLY_MODELS)
    assert not outcome.failures and not outcome.error
    with duckdb.connect(str(warehouse.database), read_only=True) as connection:
        rows = connection.execute(
            "select year, nis_code, profile, list(peer_nis_code order by peer_rank)"
            f" from intermediate.int_nearest_peers where peer_rank <= {TEN} group by year, nis_code, profile"
        ).fetchall()
    return {
        year: {(code, profile): peers for at, code, profile, peers in rows if at == year and code in of_year}
        for year, of_year in sizes.items()
    }


@pytest.fixture(scope="module")
def before_and_after(parsed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Peers, Peers]:
    """The peers in a year without the extreme authority, and in the year after, alike but for that one."""
    others = {nis_code: 1.0 for nis_code in _authorities() if nis_code != EXTREME}
    warehouse = Warehouse.in_home(tmp_path_factory.mktemp("peers"), parsed_project)
    nearest = _nearest(warehouse, {BEFORE: others, AFTER: {**others, EXTREME: 10_000.0}})
    return nearest[BEFORE], nearest[AFTER]


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
