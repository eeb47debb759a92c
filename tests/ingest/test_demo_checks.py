"""What the checks say about the demo: nothing about a sound file, and the right thing about every mistake."""

from __future__ import annotations

import pytest

from ingest.checked import CheckedFile
from ingest.demo.manifest import DemoManifest
from ingest.demo.mistakes import MISTAKES
from ingest.demo.write import write_demo
from ingest.problems import Severity
from ingest.public.layouts import LAYOUTS
from ingest.recognise import data_kind_beside, kind_of
from ingest.submission import check_submission

SERIOUS = (Severity.FATAL, Severity.REJECTED, Severity.BLOCKING)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoManifest:
    return write_demo(tmp_path_factory.mktemp("demo"), (2021, 2024, 2025), 14, seed=7, workers=1)


@pytest.fixture(scope="module")
def checked(demo: DemoManifest) -> dict[str, CheckedFile]:
    return {str(demo.path_of(one)): check_submission(demo.path_of(one)) for one in demo.submissions}


def test_every_file_is_recognised_as_what_it_is(demo: DemoManifest) -> None:
    public = [kind_of(path) for path in demo.batches[0].paths if path.is_relative_to(demo.folder)]
    assert public == ["refnis", "price_index", *["population", "fiscal_income"] * 3]
    assert {kind_of(demo.path_of(one)) for one in demo.submissions} == {"submission"}


def test_the_public_files_are_read_without_a_problem(demo: DemoManifest) -> None:
    for path in demo.batches[0].paths:
        found = LAYOUTS[kind_of(path)].check(path, path.name, data_kind_beside(path))
        assert found.problems == ()
        assert sum(table.num_rows for table in found.tables.values()) > 0
    assert data_kind_beside(demo.batches[0].paths[0]) == "demo"


def test_a_file_without_a_mistake_has_no_serious_problem(demo: DemoManifest, checked: dict[str, CheckedFile]) -> None:
    sound = [one for one in demo.submissions if one.mistake is None]
    assert len(sound) > 25
    for one in sound:
        found = checked[str(demo.path_of(one))]
        assert [problem.message_nl for problem in found.problems if problem.severity in SERIOUS] == []
        assert (found.identity.nis_code, found.identity.year) == (one.nis_code, one.year)
        assert found.identity.data_kind == "demo"


def test_every_mistake_is_noticed_by_its_rule(demo: DemoManifest, checked: dict[str, CheckedFile]) -> None:
    assert {problem.mistake for problem in demo.expected_problems} == {mistake.name for mistake in MISTAKES}
    for expected in demo.expected_problems:
        found = {
            (problem.rule_code, problem.severity, problem.sheet) for problem in checked[str(expected.path)].problems
        }
        assert (expected.rule_code, expected.severity, expected.sheet) in found, expected


def test_a_mistake_is_told_of_its_own_sheet_only(demo: DemoManifest, checked: dict[str, CheckedFile]) -> None:
    for expected in demo.expected_problems:
        serious = [problem for problem in checked[str(expected.path)].problems if problem.severity in SERIOUS]
        assert {problem.sheet for problem in serious} == {expected.sheet}


def test_only_the_files_that_should_be_are_refused(demo: DemoManifest, checked: dict[str, CheckedFile]) -> None:
    refused = {path for path, found in checked.items() if found.is_refused}
    assert refused == {str(path) for path in demo.expected_refusals}
    assert len(refused) >= 2
