"""The demo goes through the same doors as everything else, replaces an earlier demo, and leaves real files alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from ingest import publish
from ingest.demo_journey import DemoError, DemoParameters, DemoReport, OnProgress, is_published, make_demo
from ingest.home import Home
from ingest.publications import current_publication
from ingest.receive import load_paths
from ingest.register import Register
from tests.ingest.fake_dbt import BAD, FakeDbt
from tests.ingest.workbook_builder import build_workbook, minimal_submission

ONE_YEAR = DemoParameters((2024,), 4)
ANOTHER_YEAR = DemoParameters((2023,), 4)
REAL_BUILD = publish.build


@contextmanager
def silent(_: str) -> Iterator[OnProgress]:
    yield lambda done, total, item: None


def make(
    home: Home, parameters: DemoParameters, monkeypatch: pytest.MonkeyPatch, dbt: FakeDbt | None = None
) -> DemoReport:
    monkeypatch.setattr(publish, "build", partial(REAL_BUILD, run_dbt=dbt or FakeDbt()))
    return make_demo(home, parameters, silent)


def submitted_years(home: Home) -> set[int]:
    with Register(home.register_path) as register:
        return {row.year for row in register.submissions()}


def test_a_demo_is_received_accepted_and_published_and_says_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    report = make(home, ONE_YEAR, monkeypatch)

    publication = current_publication(home)
    assert (publication.number, publication.data_kind) == (1, "demo")
    assert publication.n_submissions == report.n_accepted > 0
    assert submitted_years(home) == {2024}
    assert set(report.seconds) == {"demo schrijven", "inladen", "aanvaarden", "opbouwen en testen"}


def test_the_same_demo_again_is_published_already_and_another_is_not(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_published(home, ONE_YEAR)

    make(home, ONE_YEAR, monkeypatch)

    assert is_published(home, ONE_YEAR)
    assert not is_published(home, ANOTHER_YEAR)


def test_another_demo_takes_the_place_of_the_first(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    make(home, ONE_YEAR, monkeypatch)
    make(home, ANOTHER_YEAR, monkeypatch)

    assert submitted_years(home) == {2023}
    assert current_publication(home).number == 2
    assert is_published(home, ANOTHER_YEAR)


def test_a_demo_whose_build_fails_is_not_taken_for_published(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    report = make(home, ONE_YEAR, monkeypatch, FakeDbt(nodes=(BAD,)))

    assert not report.build.is_published
    assert not is_published(home, ONE_YEAR)


def test_a_home_with_a_real_submission_refuses_the_demo_and_loses_nothing(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = build_workbook(tmp_path / "echt.xlsx", minimal_submission(Soort_gegevens="echte cijfers"))
    load_paths(home, [real], workers=1)

    with pytest.raises(DemoError, match=r"echte bestanden \(1\)"):
        make(home, ONE_YEAR, monkeypatch)

    with Register(home.register_path) as register:
        assert [row.file.file_name for row in register.submissions()] == ["echt.xlsx"]


def test_a_home_with_a_demo_only_is_free_for_the_next_demo(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    first = make(home, ONE_YEAR, monkeypatch)
    again = make(home, ONE_YEAR, monkeypatch)

    assert (again.n_files, again.n_accepted) == (first.n_files, first.n_accepted)


def test_years_without_a_demo_are_refused_with_a_sentence(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DemoError, match="Demogegevens bestaan voor"):
        make(home, DemoParameters((2015,), 4), monkeypatch)
