"""What several tests share: a small warehouse, built once per run through the same doors as everything else."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ingest.home import Home

SMALL_AUTHORITIES = 40
SMALL_YEARS = (2024, 2025)
SMALL_SEED = 2026
# Names a home in which the small demo was handed in already: that does not depend on the version of the warehouse.
HANDED_IN = "SMALL_DEMO_HANDED_IN"


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


def build_small_warehouse(home: Home) -> None:
    """Hand in a small demo, or take over what was handed in elsewhere, and publish it."""
    from ingest.publish import build

    handed_in = os.environ.get(HANDED_IN)
    if handed_in:
        built = shutil.ignore_patterns("publications", "building", home.current.name)
        shutil.copytree(handed_in, home.path, ignore=built, dirs_exist_ok=True)
    else:
        hand_in_small_demo(home)
    report = build(home.ensure())
    assert report.is_published, [report.error, *report.failures]


@pytest.fixture(scope="session")
def small_warehouse(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Home:
    """The home of a published small demo, shared by all test processes: read it, never write to it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    home = Home(shared / "small_warehouse")
    with one_process_at_a_time(shared / "small_warehouse.lock"):
        if not home.current.exists():
            build_small_warehouse(home.ensure())
    return home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home of its own."""
    return Home(tmp_path / "home").ensure()
