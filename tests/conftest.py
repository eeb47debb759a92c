"""What several tests share: warehouses, each built once per run through the same doors as everything else."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ingest.home import Home
from tests.parsed_project import PARSED, PARSED_PROJECT, parse, start_from

SMALL_AUTHORITIES = 40
SMALL_YEARS = (2024, 2025)
SMALL_SEED = 2026
# The folders whose files take longest go first, so that at the end the test processes have only short ones to share.
LONGEST_FIRST = ("dbt", "oracle", "browser", "golden", "dashboard", "faults")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files of some folders first; within a folder everything stays in its order."""
    place = {folder: number for number, folder in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: place.get(item.path.parent.name, len(place)))


@pytest.fixture(autouse=True)
def _own_main_module() -> Iterator[None]:
    """Put back the main module that a page test replaces by the page: processes that later tests start import it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@contextmanager
def one_process_at_a_time(lock_file: Path) -> Iterator[None]:
    """Let the other test processes wait until this one is done."""
    with closing(sqlite3.connect(lock_file, isolation_level=None, timeout=900)) as connection:
        connection.execute("begin exclusive")
        yield


def hand_in_small_demo(home: Home) -> None:
    """Write a small demo, hand it in and accept it."""
    from ingest.decide import accept
    from ingest.demo.write import write_demo
    from ingest.receive import load_paths

    manifest = write_demo(home.demo, years=SMALL_YEARS, n_authorities=SMALL_AUTHORITIES, seed=SMALL_SEED, workers=1)
    for batch in manifest.batches:
        load_paths(home, batch.paths, received_on=batch.received_on, workers=1)
    accept(home, all_receivable=True)


def publish(home: Home, parsed: Path) -> None:
    """Build what was handed in, starting from the project as it was parsed before."""
    from ingest.publish import build

    start_from(parsed, home.building / "dbt")
    report = build(home)
    assert report.is_published, [report.error, *report.failures]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for what all test processes share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def parsed_project(shared: Path) -> Path:
    """A folder with what dbt remembers of the project, shared by all test processes: see tests/parsed_project.py."""
    if PARSED_PROJECT in os.environ:
        return Path(os.environ[PARSED_PROJECT])
    work = shared / "parsed" / "building" / "dbt"
    work.mkdir(parents=True, exist_ok=True)
    with one_process_at_a_time(shared / "parsed.lock"):
        if not (work / PARSED).exists():
            parse(work)
    return work


@pytest.fixture(scope="session")
def small_warehouse(shared: Path, parsed_project: Path) -> Home:
    """The home of a published small demo, shared by all test processes: read it, never write to it."""
    home = Home(shared / "small_warehouse")
    with one_process_at_a_time(shared / "small_warehouse.lock"):
        if not home.current.exists():
            hand_in_small_demo(home.ensure())
            publish(home, parsed_project)
    return home


@pytest.fixture(scope="session")
def golden(shared: Path, parsed_project: Path) -> Home:
    """The home of the published golden scenario, shared by all test processes; the files handed in lie beside it.

    Read it, never write to it.
    """
    from tests.golden.authorities import hand_in

    folder = shared / "golden"
    home = Home(folder / "home")
    folder.mkdir(exist_ok=True)
    with one_process_at_a_time(folder / "lock"):
        if not home.current.exists():
            hand_in(home.ensure(), folder)
            publish(home, parsed_project)
    return home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home of its own."""
    return Home(tmp_path / "home").ensure()
