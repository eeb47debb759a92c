"""The warehouse also works on DuckDB 1.5: its tests, run with that version on what that version builds itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.parsed_project import PARSED_PROJECT

ROOT = Path(__file__).resolve().parents[2]
OLDER = ROOT / ".venv" / "duckdb-1.5"
WAREHOUSE_TESTS = ("tests/golden", "tests/dbt/test_unit_tests.py", "tests/dbt/test_functions.py")


@pytest.fixture
def environment() -> dict[str, str]:
    if not OLDER.is_dir():
        message = f"{OLDER.relative_to(ROOT)} is not there; `make setup` installs DuckDB 1.5 in it"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return {**own, "PYTHONPATH": str(OLDER)}


def test_the_older_version_is_the_one_that_runs(environment: dict[str, str]) -> None:
    asked = [sys.executable, "-c", "import duckdb; print(duckdb.__version__)"]
    version = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout
    assert version.startswith("1.5.")


def test_the_tests_of_the_warehouse_hold_on_duckdb_1_5(environment: dict[str, str], parsed_project: Path) -> None:
    options = ["-q", "-p", "no:cacheprovider", "-n", "0", "-k", "not small_warehouse"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *WAREHOUSE_TESTS],
        cwd=ROOT,
        env=environment | {PARSED_PROJECT: str(parsed_project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert " passed" in done.stdout
