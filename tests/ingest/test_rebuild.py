"""Which years a build redoes, and that it redoes everything wherever less is not certain to come to the same."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from ingest import rebuild_years
from ingest.home import Home
from ingest.publication_inputs import Sources
from ingest.publications import current_publication
from ingest.publish import BuildReport, build
from ingest.rebuild_plan import Plan, plan_rebuild
from ingest.receive import load_paths
from tests.ingest.fake_dbt_of_years import BY_YEAR, RECEIVED, WHOLE, FakeDbtOfYears, model
from tests.ingest.killed_build import EXIT_CODE
from tests.ingest.small_submission import write_submission

PROJECT_ROOT = Path(__file__).resolve().parents[2]
STEPS = (RECEIVED, BY_YEAR, WHOLE)
SUBMISSIONS = {("register_submissions", "2023"): "a", ("register_submissions", "2024"): "b"}


def plan(now: dict[tuple[str, str], str], steps: tuple = STEPS, recipe: str = "same") -> Plan:
    return plan_rebuild(Sources(recipe, now), Sources("same", SUBMISSIONS), steps, number=7)


def receive(home: Home, folder: Path, nis_code: str, year: int) -> None:
    load_paths(home, [write_submission(folder / f"{nis_code} {year}", nis_code, year)], workers=1)


def counts(home: Home) -> tuple[dict[int, int], int]:
    """Submissions by year, and in all."""
    with duckdb.connect(str(home.current.resolve()), read_only=True) as connection:
        by_year = connection.execute("select year, n from marts.counts").fetchall()
        return dict(by_year), connection.execute("select n from marts.total").fetchone()[0]


@pytest.fixture
def published(home: Home, tmp_path: Path) -> Home:
    """A home that published one submission of 2023 and one of 2024."""
    for year in (2023, 2024):
        receive(home, tmp_path, "11001", year)
    assert build(home, run_dbt=FakeDbtOfYears()).is_published
    return home


def test_only_the_year_of_a_changed_submission_is_redone() -> None:
    found = plan(SUBMISSIONS | {("register_submissions", "2024"): "changed"})

    assert found.years == (2024,)
    assert found.reason == "Alleen 2024 is herbouwd: in de andere jaren wijzigde niets sinds publicatie 7."


def test_a_year_that_came_or_went_is_redone() -> None:
    later = SUBMISSIONS | {("register_submissions", "2025"): "new"}
    gone = plan_rebuild(Sources("same", SUBMISSIONS), Sources("same", later), STEPS, number=7)

    assert plan(later).years == gone.years == (2025,)


def test_where_nothing_changed_no_year_is_redone() -> None:
    assert plan(SUBMISSIONS).years == ()


@pytest.mark.parametrize(
    "found",
    [
        plan(SUBMISSIONS, recipe="another"),
        plan(SUBMISSIONS, steps=()),
        plan_rebuild(Sources("same", SUBMISSIONS), None, STEPS, number=7),
        plan(dict.fromkeys(SUBMISSIONS, "changed")),
    ],
    ids=["other code", "no steps kept", "no fingerprints", "every year changed"],
)
def test_everything_is_redone_where_less_is_not_certain_or_no_less_work(found: Plan) -> None:
    assert found.years is None
    assert found.reason.startswith("Alles is herbouwd: sinds publicatie 7 wijzigde")


def test_a_public_file_that_years_rest_on_leads_to_redoing_everything_and_another_does_not() -> None:
    population = model("population", "", ("source.x.raw.population",), rebuilt="whole")
    counted = replace(BY_YEAR, parents=(*BY_YEAR.parents, population.unique_id))
    changed = SUBMISSIONS | {("population", "2024"): "new", ("via_lines", ""): "new"}

    assert plan(changed, (RECEIVED, population, counted, WHOLE)).years is None
    assert plan(changed).years == ()


def test_a_year_of_a_dataset_is_redone_when_all_that_reads_it_is_made_by_year() -> None:
    changed = SUBMISSIONS | {("register_corrections", "2024"): "new"}
    reader = model("corrections", "", ("source.x.raw.register_corrections",))
    counted = replace(BY_YEAR, parents=(*BY_YEAR.parents, reader.unique_id))

    assert plan(changed, (RECEIVED, reader, counted)).years == (2024,)
    assert plan(changed, (RECEIVED, replace(reader, rebuilt=""), counted)).years is None


def test_a_model_by_year_that_rests_on_one_of_all_years_leads_to_redoing_everything() -> None:
    share = model("shares", "", ("model.x.counts", "model.x.total"))

    assert plan(SUBMISSIONS, (*STEPS, share)).years is None


def test_the_rows_of_a_changed_year_are_made_anew_and_so_is_what_rests_on_all_years(
    published: Home, tmp_path: Path
) -> None:
    dbt = FakeDbtOfYears()
    receive(published, tmp_path, "11005", 2024)
    seen: list[tuple[int, int, str]] = []

    report = build(published, lambda *step: seen.append(step), run_dbt=dbt)

    assert (report.is_published, dbt.n_runs) == (True, 0)
    assert counts(published) == ({2023: 1, 2024: 2}, 3)
    assert seen == [(0, 4, "received"), (1, 4, "counts"), (2, 4, "total"), (3, 4, "few")]
    assert current_publication(published).number == 2


def test_a_build_asked_in_full_starts_dbt(published: Home, tmp_path: Path) -> None:
    dbt = FakeDbtOfYears()

    assert build(published, run_dbt=dbt, is_full=True).scope == "Alles is herbouwd, zoals gevraagd."
    assert dbt.n_runs == 1


def failed_test(home: Home, folder: Path) -> tuple[BuildReport, FakeDbtOfYears]:
    """A build after a submission too many for the test of the publication."""
    assert build(home, run_dbt=FakeDbtOfYears(most=2), is_full=True).is_published
    receive(home, folder, "11005", 2024)
    dbt = FakeDbtOfYears(most=2)
    return build(home, run_dbt=dbt), dbt


def test_where_a_test_fails_the_full_build_decides_and_the_previous_publication_stays(
    published: Home, tmp_path: Path
) -> None:
    report, dbt = failed_test(published, tmp_path)

    assert dbt.n_runs == 1
    assert [node.name for node in report.failures] == ["few"]
    assert report.scope == "Alles is herbouwd: alleen de gewijzigde jaren herbouwen lukte niet (few: fail)."
    assert counts(published) == ({2023: 1, 2024: 1}, 2)


def test_where_years_cannot_be_redone_everything_is(
    published: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise duckdb.IOException("schijf vol")

    monkeypatch.setattr(rebuild_years, "_replace", refused)
    receive(published, tmp_path, "11005", 2024)

    report = build(published, run_dbt=FakeDbtOfYears())

    assert report.is_published
    assert "schijf vol" in report.scope
    assert counts(published) == ({2023: 1, 2024: 2}, 3)


def test_a_build_killed_while_years_are_put_together_leaves_the_last_publication_and_the_next_build_works(
    published: Home, tmp_path: Path
) -> None:
    receive(published, tmp_path, "11005", 2024)
    command = [sys.executable, "-m", "tests.ingest.killed_build", str(published.path), "while years are put together"]
    ended = subprocess.run([*command, "0"], cwd=PROJECT_ROOT, check=False, capture_output=True, text=True)

    assert ended.returncode == EXIT_CODE, ended.stderr
    assert counts(published) == ({2023: 1, 2024: 1}, 2)
    dbt = FakeDbtOfYears()
    assert build(published, run_dbt=dbt).publication.number == 2
    assert dbt.n_runs == 0
    assert counts(published) == ({2023: 1, 2024: 2}, 3)


def test_a_moved_home_still_redoes_only_the_year_that_changed(published: Home, tmp_path: Path) -> None:
    moved = Home(published.path.rename(tmp_path / "elsewhere"))
    receive(moved, tmp_path, "11005", 2024)
    dbt = FakeDbtOfYears()

    assert build(moved, run_dbt=dbt).is_published
    assert dbt.n_runs == 0
    assert counts(moved) == ({2023: 1, 2024: 2}, 3)
