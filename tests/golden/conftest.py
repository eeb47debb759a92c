"""The scenario, handed in and published once for all tests of it."""

from __future__ import annotations

import pytest

from ingest.home import Home
from ingest.publish import build
from tests.conftest import one_process_at_a_time
from tests.golden.authorities import hand_in


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Home:
    """The home of the published scenario, shared by all test processes; the files handed in lie beside it.

    Read it, never write to it.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "golden"
    home = Home(folder / "home")
    folder.mkdir(exist_ok=True)
    with one_process_at_a_time(folder / "lock"):
        if not home.current.exists():
            hand_in(home.ensure(), folder)
            report = build(home)
            assert report.is_published, [report.error, *report.failures]
    return home
