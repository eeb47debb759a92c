"""A preview says what the marts say once the submission is received, accepted and built."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from typer.testing import CliRunner

from ingest.cli import app
from ingest.decide import accept
from ingest.home import Home
from ingest.preview import Preview, PreviewError, PreviewPlace, preview
from ingest.raw import write_register_snapshot
from ingest.receive import load_paths
from ingest.submission import check_submission
from tests.dbt.running_dbt import Warehouse
from tests.ingest.workbook_builder import build_workbook, minimal_submission

MERGED = ("44012", "44086", 2024)
"""A municipality of 2024 that is one with another today: NIS code then, NIS code today, year."""
FIRST_OF_ITS_YEAR = ("11001", "11001", 2026)


@pytest.fixture(scope="module")
def changed_files(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, int], Path]:
    """A submission of which the places and an amount differ from what was published, and the first of a new year."""
    folder = tmp_path_factory.mktemp("handed_in")
    corrected = folder / "gewijzigd.xlsx"
    workbook = openpyxl.load_workbook(small_warehouse.demo / "2024" / "44012_2024.xlsx")
    _add_to_first(workbook["Locaties"], "Vergunde plaatsen", 40)
    _add_to_first(workbook["Personeel"], "VTE", 3)
    workbook.save(corrected)
    first = build_workbook(folder / "nieuw.xlsx", minimal_submission(**{"Boekjaar": 2026}))
    return {MERGED: corrected, FIRST_OF_ITS_YEAR: first}


def _add_to_first(sheet: Any, header: str, amount: int) -> None:
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == header)
    top = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == header)
    cell = sheet.cell(top + 1, column)
    cell.value += amount


@pytest.fixture(scope="module")
def previews(small_warehouse: Home, changed_files: dict[Any, Path]) -> dict[tuple[str, str, int], Preview]:
    return {key: preview(small_warehouse, check_submission(path)) for key, path in changed_files.items()}


@pytest.fixture(scope="module")
def built(
    small_warehouse: Home,
    changed_files: dict[Any, Path],
    parsed_project: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The marts after both files were received and accepted, built by dbt in a home of their own."""
    home = Home(tmp_path_factory.mktemp("after")).ensure()
    for name in ("raw", "archive"):
        shutil.copytree(small_warehouse.path / name, home.path / name, dirs_exist_ok=True)
    shutil.copy(small_warehouse.register_path, home.register_path)
    load_paths(home, list(changed_files.values()), workers=1)
    accept(home, all_receivable=True)
    write_register_snapshot(home)
    warehouse = Warehouse.in_home(home.path, parsed_project)
    outcome = warehouse.run("build", "--select", "+fct_benchmarks", "--exclude-resource-type", "test", "unit_test")
    assert not outcome.failures and not outcome.error
    with duckdb.connect(str(warehouse.database), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("place", [MERGED, FIRST_OF_ITS_YEAR], ids=["a merged unit", "the first of its year"])
def test_a_preview_is_what_is_published_after_it_is_accepted(
    place: tuple[str, str, int], previews: dict[Any, Preview], built: duckdb.DuckDBPyConnection
) -> None:
    _, nis_code, year = place
    found = previews[place]
    assert (found.nis_code, found.year) == (nis_code, year)
    values = built.execute(
        "select indicator_code, care_type, value, status from marts.fct_indicator_values "
        "where nis_code = ? and year = ? order by all",
        [nis_code, year],
    ).fetchall()
    assert [(one.indicator_code, one.care_type, one.value, one.status) for one in found.figures] == values
    columns = ", ".join(field.name for field in fields(PreviewPlace))
    places = built.execute(
        f"select {columns} from marts.fct_benchmarks where nis_code = ? and year = ? order by all", [nis_code, year]
    ).fetchall()
    assert [tuple(asdict(one).values()) for one in found.places] == places
    assert len(values) > 100 and len(places) > len(values)


def test_a_preview_stands_beside_what_is_published_and_beside_the_year_before(
    small_warehouse: Home, previews: dict[Any, Preview]
) -> None:
    with duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True) as publication:
        statement = (
            "select value from marts.fct_indicator_values where nis_code = ? and year = ? and care_type = 'all' "
            "and indicator_code = 'places_per_location'"
        )
        published = publication.execute(statement, ["44086", 2024]).fetchone()[0]
        last_year = publication.execute(statement, ["11001", 2025]).fetchone()[0]
    merged = _figure(previews[MERGED])
    assert merged.published_value == published and merged.value > published
    first = _figure(previews[FIRST_OF_ITS_YEAR])
    assert first.last_year_value == last_year and first.published_value is None


def _figure(found: Preview) -> Any:
    return next(one for one in found.figures if (one.indicator_code, one.care_type) == ("places_per_location", "all"))


def test_a_preview_changes_nothing_in_the_home(small_warehouse: Home, changed_files: dict[Any, Path]) -> None:
    def state() -> dict[Path, tuple[int, int]]:
        files = (path for path in small_warehouse.path.rglob("*") if path.is_file())
        return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in files}

    before = state()
    preview(small_warehouse, check_submission(changed_files[MERGED]))
    assert state() == before


def test_the_check_shows_the_preview_and_gives_it_as_json(
    small_warehouse: Home, changed_files: dict[Any, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    path = str(changed_files[FIRST_OF_ITS_YEAR])
    shown = CliRunner().invoke(app, ["check", path, "--preview"], env={"COLUMNS": "200"})
    assert {"indicator", "oordeel", "30,0"} <= set(shown.output.replace("│", " ").replace("┃", " ").split())
    as_json = json.loads(CliRunner().invoke(app, ["check", path, "--preview", "--json"]).output)
    assert [(one["nis_code"], one["year"]) for one in as_json["previews"]] == [("11001", 2026)]
    assert as_json["without_preview"] == []


def test_the_check_says_why_there_is_no_preview(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(home.path))
    path = build_workbook(tmp_path / "aartselaar.xlsx", minimal_submission())
    shown = CliRunner().invoke(app, ["check", str(path), "--preview"])
    assert "in orde om te ontvangen" in shown.output and "nog niets gepubliceerd" in shown.output


def test_a_refused_file_has_no_preview(small_warehouse: Home, tmp_path: Path) -> None:
    path = tmp_path / "stuk.xlsx"
    path.write_bytes(b"geen werkboek")
    with pytest.raises(PreviewError, match="wordt geweigerd"):
        preview(small_warehouse, check_submission(path))


def test_there_is_no_preview_before_anything_is_published(home: Home, changed_files: dict[Any, Path]) -> None:
    with pytest.raises(PreviewError, match="nog niets gepubliceerd"):
        preview(home, check_submission(changed_files[MERGED]))
