"""Whatever ends a step halfway: what was handed in and published stays, and the next run completes."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest import receive, register
from ingest.archive_copying import copying
from ingest.decide import accept
from ingest.home import HOME_VARIABLE, Home
from ingest.publish import build
from ingest.receive import load_paths
from ingest.register import Register
from tests.faults.kills import losses, run, standing
from tests.ingest.fake_dbt import FakeDbt
from tests.ingest.small_submission import write_submission

PROJECT_ROOT = Path(__file__).resolve().parents[2]
N_KILLS, N_SUBMISSIONS = 10, 100


def versions(home: Home) -> list[tuple[str, int, int]]:
    with Register(home.register_path) as known:
        return [(row.nis_code, row.year, row.version) for row in known.submissions()]


def limited(condition: str, home: Home, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.faults.limited", condition, *words]
    environment = {**os.environ, HOME_VARIABLE: str(home.path)}
    return subprocess.run(
        command, cwd=PROJECT_ROOT, env=environment, check=False, capture_output=True, text=True, timeout=120
    )


@pytest.fixture
def published(home: Home, tmp_path: Path) -> Home:
    load_paths(home, [write_submission(tmp_path / "eerst", "11005")])
    accept(home, all_receivable=True)
    assert build(home, run_dbt=FakeDbt(1)).is_published
    return home


def test_a_step_killed_at_a_random_moment_loses_nothing_and_the_next_run_completes(tmp_path: Path) -> None:
    outcome = run(tmp_path, N_KILLS)

    assert outcome.complaints == []
    assert outcome.killed.total() == N_KILLS


@pytest.mark.parametrize("words", [("load", "IN"), ("accept", "--all"), ("build",)], ids=lambda words: words[0])
def test_a_full_disk_is_told_in_dutch_and_nothing_is_lost(
    published: Home, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = write_submission(tmp_path / "volgende")
    load_paths(published, [write_submission(tmp_path / "wacht", "11004")])
    before = standing(published)

    ended = limited("full", published, *(str(path) if word == "IN" else word for word in words))

    assert ended.returncode == 1, ended.stdout
    assert "vol" in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr
    assert "Onverwachte fout" not in ended.stderr
    assert list(losses(published, before)) == []
    assert load_paths(published, [path]).files[0].outcome == "received"
    assert build(published, run_dbt=FakeDbt(2)).is_published


@pytest.mark.parametrize("words", [("load", "IN"), ("accept", "--all"), ("build",)], ids=lambda words: words[0])
def test_a_home_without_the_right_to_write_is_told_in_dutch(
    published: Home, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = write_submission(tmp_path / "volgende")
    load_paths(published, [write_submission(tmp_path / "wacht", "11004")])
    before = standing(published)
    places = [published.path, *(place for place in published.path.rglob("*") if not place.is_symlink())]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)

    ended = limited("read-only", published, *(str(path) if word == "IN" else word for word in words))

    for place in places:
        place.chmod(0o755 if place.is_dir() else 0o644)
    assert ended.returncode == 1, ended.stdout
    assert ended.stderr.strip().endswith(".")
    assert not {"Traceback", "Onverwachte"} & set(ended.stderr.split())
    assert standing(published) == before


def test_a_hundred_submissions_at_once_are_all_received(home: Home, tmp_path: Path) -> None:
    paths = [write_submission(tmp_path / f"{n}", mailbox=f"nummer{n}@voorbeeld.be") for n in range(N_SUBMISSIONS)]

    with ThreadPoolExecutor(N_SUBMISSIONS) as together:
        reports = list(together.map(lambda path: load_paths(home, [path], workers=1), paths))

    assert {file.outcome for report in reports for file in report.files} == {"received"}
    assert sorted(versions(home)) == [("11001", 2023, number) for number in range(1, N_SUBMISSIONS + 1)]
    assert list(losses(home, standing(home))) == []
    assert list(home.archive.glob("*/.part-*")) == []


def test_a_clock_that_jumps_leaves_the_order_of_the_versions(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = [datetime(2024, 5, 1, tzinfo=UTC) + timedelta(days=days) for days in (0, 9_000, -9_000)]
    for number, moment in enumerate(moments):
        clock = type("Clock", (datetime,), {"now": classmethod(lambda cls, zone=None, at=moment: at)})
        monkeypatch.setattr(receive, "datetime", clock)
        monkeypatch.setattr(register, "datetime", clock)
        load_paths(home, [write_submission(tmp_path / f"{number}", mailbox=f"nummer{number}@voorbeeld.be")])
        accept(home, all_receivable=True)

    assert build(home, run_dbt=FakeDbt(1)).is_published
    with Register(home.register_path) as known:
        assert [(row.version, row.file.file_name) for row in known.submissions()] == [(1, "0"), (2, "1"), (3, "2")]
        assert [row.version for row in known.current_inputs().submissions] == [3]


def test_a_half_copy_of_a_killed_load_is_cleared_and_one_under_way_is_not(home: Home, tmp_path: Path) -> None:
    left = home.archive / "ab" / ".part-weg"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")

    with copying(home):
        assert not left.exists()
        left.write_bytes(b"under way")
        with copying(home):
            assert left.exists()

    load_paths(home, [write_submission(tmp_path / "een")])
    assert not left.exists()
