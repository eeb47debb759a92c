"""The benchmarks by the models: dbt on a copy of the project with the workload's seeds, timed inside the models."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bench.marts.workload import SEEDS

PROJECT = SEEDS.parent
RUN = "from dbt.cli.main import cli; cli()"


def run(raw: Path, seeds: Path, folder: Path) -> dict[str, float]:
    """Build fct_benchmarks and all that it rests on, one model after the other, and give the seconds that each took.

    Raises:
        SystemExit: dbt failed; what it said is shown.
    """
    project = folder / "project"
    shutil.copytree(PROJECT, project, ignore=shutil.ignore_patterns("target", "logs", "seeds", "examples"))
    shutil.copytree(seeds, project / "seeds")
    environment = {
        **{name: value for name, value in os.environ.items() if name != "OPVANGSPIEGEL_SEEDS"},
        "OPVANGSPIEGEL_WAREHOUSE": str(folder / "models.duckdb"),
        "OPVANGSPIEGEL_RAW": str(raw),
        "DO_NOT_TRACK": "1",
    }
    options = ["--exclude-resource-type", "test", "--exclude-resource-type", "unit_test", "--threads", "1"]
    options += ["--select", "+fct_benchmarks"]
    places = ["--project-dir", str(project), "--profiles-dir", str(project), "--log-path", str(folder)]
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--quiet", "build", *options, *places],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout)
    results = json.loads((project / "target" / "run_results.json").read_text(encoding="utf-8"))["results"]
    return {
        one["unique_id"].split(".")[-1]: one["execution_time"]
        for one in results
        if one["unique_id"].startswith("model.")
    }


def seconds_of_peers(by_model: dict[str, float]) -> float:
    """The seconds that choosing the nearest peers took, out of those of each model."""
    return sum(taken for model, taken in by_model.items() if model.startswith(("int_peer_", "int_nearest_peers")))
