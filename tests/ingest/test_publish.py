"""A publication is built beside the current one, and takes its place in one step or not at all."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from ingest import publications
from ingest.build_lock import BuildBusyError, only_build
from ingest.home import Home
from ingest.publications import current_publication, numbers_on_disk
from ingest.publish import build
from ingest.register import Register
from tests.ingest.fake_dbt import BAD, GOOD, SKIPPED, FakeDbt, answer_in
from tests.ingest.killed_build import EXIT_CODE, POINTS_AFTER_THE_FLIP, POINTS_BEFORE_THE_FLIP

PROJECT_ROOT = Path(__file__).resolve().parents[2]


def kill_a_build_at(home: Home, point: str, answer: int) -> None:
    command = [sys.executable, "-m", "tests.ingest.killed_build", str(home.path), point, str(answer)]
    ended = subprocess.run(command, cwd=PROJECT_ROOT, check=False, capture_output=True, text=True)
    assert ended.returncode == EXIT_CODE, ended.stderr


def registered_numbers(home: Home) -> list[int]:
    with Register(home.register_path) as register:
        return [publication.number for publication in register.publications()]


def test_the_first_build_becomes_publication_one(home: Home) -> None:
    report = build(home, note="eerste", run_dbt=FakeDbt(7))

    assert report.is_published
    assert answer_in(home.current) == 7
    current = current_publication(home)
    assert current == report.publication
    assert (current.number, current.note, current.n_submissions) == (1, "eerste", 0)
    assert registered_numbers(home) == [1]


def test_nothing_but_the_lock_and_the_work_of_dbt_stays_in_building(home: Home) -> None:
    build(home, run_dbt=FakeDbt())

    assert {path.name.split("-")[0] for path in home.building.iterdir()} <= {"lock.sqlite", "dbt"}


def test_progress_is_passed_on(home: Home) -> None:
    seen = []

    build(home, on_progress=lambda *step: seen.append(step), run_dbt=FakeDbt())

    assert seen == [(1, 1, "fct_answers")]


def test_a_failing_test_keeps_the_previous_publication_and_is_named(home: Home) -> None:
    build(home, run_dbt=FakeDbt(1))

    report = build(home, run_dbt=FakeDbt(2, nodes=(GOOD, BAD, SKIPPED)))

    assert not report.is_published
    assert report.failures == (BAD,)
    assert answer_in(home.current) == 1
    assert numbers_on_disk(home) == registered_numbers(home) == [1]


def test_a_dbt_that_cannot_begin_publishes_nothing(home: Home) -> None:
    report = build(home, run_dbt=FakeDbt(nodes=(), error="Compilation Error"))

    assert (report.is_published, report.error) == (False, "Compilation Error")
    assert not home.current.exists()


def test_a_warning_does_not_keep_a_publication_back(home: Home) -> None:
    warning = type(BAD)("odd_figures", "test", "warn", failures=2)

    report = build(home, run_dbt=FakeDbt(nodes=(GOOD, warning)))

    assert report.is_published
    assert report.warnings == (warning,)


def test_only_the_last_three_publications_stay(home: Home) -> None:
    for answer in range(1, 6):
        build(home, run_dbt=FakeDbt(answer))

    assert numbers_on_disk(home) == [3, 4, 5]
    assert registered_numbers(home) == [1, 2, 3, 4, 5]
    assert answer_in(home.current) == 5


def test_a_reader_keeps_its_publication_and_finds_the_new_one_at_its_next_look(home: Home) -> None:
    build(home, run_dbt=FakeDbt(1))
    with duckdb.connect(str(home.current.resolve()), read_only=True) as reader:
        build(home, run_dbt=FakeDbt(2))

        assert reader.execute("select answer from marts.answers").fetchone() == (1,)
        assert answer_in(home.current) == 2


def test_readers_see_one_whole_publication_at_every_moment_of_many_swaps(home: Home) -> None:
    build(home, run_dbt=FakeDbt(0))
    seen: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(answer_in(home.current))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for answer in (1, 2):
            build(home, run_dbt=FakeDbt(answer))
    finally:
        stop.set()
        reader.join()

    assert seen == sorted(seen)
    assert set(seen) <= {0, 1, 2}


def test_two_builds_at_once_are_refused_with_a_sentence(home: Home) -> None:
    with only_build(home.building / "lock.sqlite"), pytest.raises(BuildBusyError, match="loopt al een opbouw"):
        build(home, run_dbt=FakeDbt())

    assert build(home, run_dbt=FakeDbt()).is_published


def test_a_failed_build_releases_the_lock(home: Home) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build(home, run_dbt=broken)

    assert build(home, run_dbt=FakeDbt()).is_published


@pytest.mark.parametrize("point", POINTS_BEFORE_THE_FLIP)
def test_a_build_killed_before_the_flip_leaves_the_last_publication_and_the_next_build_works(
    home: Home, point: str
) -> None:
    build(home, run_dbt=FakeDbt(1))

    kill_a_build_at(home, point, answer=2)
    assert answer_in(home.current) == 1

    assert build(home, run_dbt=FakeDbt(3)).publication.number == 2
    assert answer_in(home.current) == 3
    assert registered_numbers(home) == numbers_on_disk(home) == [1, 2]


@pytest.mark.parametrize("point", POINTS_AFTER_THE_FLIP)
def test_a_build_killed_after_the_flip_has_published_and_the_next_build_completes_the_register(
    home: Home, point: str
) -> None:
    build(home, run_dbt=FakeDbt(1))

    kill_a_build_at(home, point, answer=2)
    assert answer_in(home.current) == 2

    assert build(home, run_dbt=FakeDbt(3)).publication.number == 3
    assert registered_numbers(home) == numbers_on_disk(home) == [1, 2, 3]


def test_where_links_are_refused_a_hard_link_takes_their_place(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("symbolic link privilege not held")

    monkeypatch.setattr(publications.Path, "symlink_to", refused)
    build(home, run_dbt=FakeDbt(1))
    build(home, run_dbt=FakeDbt(2))

    assert not home.current.is_symlink()
    assert answer_in(home.current) == 2


def test_a_damaged_current_publication_is_replaced_by_the_next_build(home: Home) -> None:
    build(home, run_dbt=FakeDbt(1))
    home.current.resolve().write_bytes(b"damaged")

    assert build(home, run_dbt=FakeDbt(2)).publication.number == 2
    assert answer_in(home.current) == 2


def test_without_the_publications_folder_numbers_still_go_on(home: Home) -> None:
    build(home, run_dbt=FakeDbt(1))
    home.current.resolve().unlink()

    assert build(home, run_dbt=FakeDbt(2)).publication.number == 2
