"""dbt runs in a process of its own, says how each node fared, and never outlives its parent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest import dbt_run
from ingest.dbt_folders import PARSED, forget_another_place
from ingest.dbt_run import NodeResult, run_dbt_build

PROJECT_ROOT = Path(__file__).resolve().parents[2]


PROJECT = """
name: tiny
version: "1.0.0"
profile: tiny
"""
PROFILE = """
tiny:
  target: duckdb
  outputs:
    duckdb: {type: duckdb, path: "{{ env_var('OPVANGSPIEGEL_WAREHOUSE') }}", threads: 1}
"""
TEST_DESCRIPTIONS = """
data_tests:
  - name: assert_no_answers
    description: Er zijn geen antwoorden.
"""


@pytest.fixture
def tiny_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / "models").mkdir(parents=True)
    (folder / "tests").mkdir()
    (folder / "dbt_project.yml").write_text(PROJECT, encoding="utf-8")
    (folder / "profiles.yml").write_text(PROFILE, encoding="utf-8")
    (folder / "models" / "answers.sql").write_text("select 1 as answer union all select 2", encoding="utf-8")
    (folder / "tests" / "assert_no_answers.sql").write_text("select * from {{ ref('answers') }}", encoding="utf-8")
    (folder / "tests" / "_tests.yml").write_text(TEST_DESCRIPTIONS, encoding="utf-8")
    monkeypatch.setattr(dbt_run, "folder_with_seeds", lambda seeds, work: folder)
    return folder


def test_models_are_built_and_a_failing_test_is_named_in_words(tiny_project: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    database = tmp_path / "built.duckdb"

    run = run_dbt_build(database, tmp_path, tmp_path / "work", lambda *step: seen.append(step))

    by_name = {node.name: node for node in run.nodes}
    assert not run.succeeded
    assert by_name["answers"].status == "success"
    failed = by_name["assert_no_answers"]
    assert (failed.is_failed, failed.failures, failed.description) == (True, 2, "Er zijn geen antwoorden.")
    assert [total for _, total, _ in seen] == [2, 2]
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("select sum(answer) from answers").fetchone() == (3,)
    assert sorted(path.name for path in tiny_project.iterdir()) == [
        "dbt_project.yml",
        "models",
        "profiles.yml",
        "tests",
    ]


def test_a_project_that_cannot_be_read_gives_an_error_and_no_nodes(tiny_project: Path, tmp_path: Path) -> None:
    (tiny_project / "models" / "broken.sql").write_text("{{ ref('nowhere') }}", encoding="utf-8")

    run = run_dbt_build(tmp_path / "built.duckdb", tmp_path, tmp_path / "work")

    assert (run.succeeded, run.nodes) == (False, ())
    assert "nowhere" in run.error


def test_a_run_without_any_node_is_no_success() -> None:
    assert not dbt_run.DbtRun(()).succeeded
    assert dbt_run.DbtRun((NodeResult("a", "model", "success"),)).succeeded


def test_dbt_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ingest.dbt_run", str(tmp_path / "no project"), str(tmp_path)]

    orphan = subprocess.run(command, cwd=PROJECT_ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False)

    assert (orphan.returncode, orphan.stdout) == (1, b"")


def test_what_dbt_remembers_of_a_project_is_forgotten_once_it_lies_elsewhere(tmp_path: Path) -> None:
    remembered = tmp_path / PARSED
    forget_another_place(tmp_path / "here", tmp_path)
    remembered.write_bytes(b"parsed")
    forget_another_place(tmp_path / "here", tmp_path)
    assert remembered.exists()
    forget_another_place(tmp_path / "there", tmp_path)
    assert not remembered.exists()
