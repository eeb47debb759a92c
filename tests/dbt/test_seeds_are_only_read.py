"""dbt writes its SQL over seeds that lie outside its project: no way of running it may let that happen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.dbt_folders import PROJECT_FOLDER, folder_with_seeds
from tests.dbt.running_dbt import SEEDS, Warehouse


def test_the_own_seeds_need_no_copy(tmp_path: Path) -> None:
    assert folder_with_seeds(SEEDS, tmp_path) == PROJECT_FOLDER
    assert list(tmp_path.iterdir()) == []


def test_other_seeds_are_copied_and_stay_as_they_were(tmp_path: Path) -> None:
    seeds = shutil.copytree(SEEDS, tmp_path / "seeds")
    before = {path.name: path.read_bytes() for path in seeds.iterdir()}
    warehouse = Warehouse(tmp_path / "opvangspiegel.duckdb", tmp_path / "raw", tmp_path / "dbt", seeds)

    outcomes = [warehouse.run("seed", "--select", "care_types", "sheets") for _ in range(2)]

    assert [outcome.failures for outcome in outcomes] == [{}, {}]
    assert {path.name: path.read_bytes() for path in seeds.iterdir()} == before


@pytest.fixture
def project_of_seeds(tmp_path: Path) -> Path:
    """The project without its models and tests: reading those takes dbt long, and seeds are refused before them."""
    left_out = shutil.ignore_patterns("models", "tests", "examples", "target", "logs")
    return shutil.copytree(PROJECT_FOLDER, tmp_path / "project", ignore=left_out)


@pytest.mark.parametrize("place", ["absolute", "climbing"])
def test_dbt_by_itself_refuses_seeds_outside_the_project(tmp_path: Path, project_of_seeds: Path, place: str) -> None:
    seeds = shutil.copytree(SEEDS, tmp_path / "seeds")
    path = seeds if place == "absolute" else os.path.relpath(seeds, project_of_seeds)
    command = [Path(sys.executable).with_name("dbt"), "seed", "--select", "sheets", "--profiles-dir", "."]
    folders = ["--target-path", tmp_path / "target", "--log-path", tmp_path]
    environment = os.environ | {"OPVANGSPIEGEL_SEEDS": str(path), "OPVANGSPIEGEL_WAREHOUSE": str(tmp_path / "w.duckdb")}

    run = subprocess.run(
        [*command, *folders], cwd=project_of_seeds, env=environment, capture_output=True, text=True, check=False
    )

    assert run.returncode != 0
    assert "outside the dbt project" in run.stdout
    assert (seeds / "sheets.csv").read_bytes() == (SEEDS / "sheets.csv").read_bytes()
