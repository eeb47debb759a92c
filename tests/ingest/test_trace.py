"""Figures of the small demo walked back: CSV folders, the register, and an archive that lost a file."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from ingest.cell_places import column_letters
from ingest.cli import app
from ingest.home import Home
from ingest.trace import Trace, trace
from ingest.trace_records import Cell

CSV_FOLDER = ("72038", 2024)


def test_a_cell_of_a_csv_file_is_named_by_its_line_and_column(small_warehouse: Home) -> None:
    nis_code, year = CSV_FOLDER
    found = trace(small_warehouse, nis_code, year, "places_per_location")
    cell = next(cell for cell in _cells(found) if cell.column_name == "licensed_places")
    text = (small_warehouse.demo / str(year) / f"{nis_code}_{year}" / "locaties.csv").read_bytes().decode("cp1252")
    lines = list(csv.reader(text.removeprefix("ï»¿").splitlines(), delimiter=";" if ";" in text else ","))
    place = lines[0].index(cell.header_nl)
    assert cell.reference == f"{column_letters(place)}{cell.row_number}"
    assert lines[cell.row_number - 1][place] == cell.found


def test_a_figure_whose_file_left_the_archive_keeps_its_rows_and_values(small_warehouse: Home, tmp_path: Path) -> None:
    home = Home(tmp_path / "home").ensure()
    home.current.symlink_to(os.path.realpath(small_warehouse.current))
    whole = _cells(trace(small_warehouse, *CSV_FOLDER, "places_per_location"))
    without = _cells(trace(home, *CSV_FOLDER, "places_per_location"))
    assert _known(without) == _known(whole) and len(whole) > 0
    assert {(cell.reference, cell.found) for cell in without} == {(None, None)}
    assert None not in {cell.reference for cell in whole}


def _cells(found: Trace) -> list[Cell]:
    sources = (source for term in found.terms for source in term.sources)
    return [cell for source in sources for part in source.parts for row in part.rows for cell in row.cells]


def _known(cells: list[Cell]) -> set[tuple[str, int, str, str | None]]:
    return {(cell.sheet, cell.row_number, cell.column_name, cell.value) for cell in cells}


def test_what_is_known_of_handing_in_comes_from_the_register(small_warehouse: Home) -> None:
    found = trace(small_warehouse, "11001", 2025, "completeness")
    assert {(source.origin, source.file.version) for term in found.terms for source in term.sources} == {
        ("submission", 1)
    }
    assert found.numerator == sum(term.value for term in found.terms if term.side == "numerator")


def test_the_command_tells_the_tree_and_gives_it_as_json(
    small_warehouse: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    question = ["trace", "--nis", "44086", "--year", "2024", "--indicator", "places_per_location"]
    tree = CliRunner().invoke(app, question)
    assert tree.exit_code == 0
    assert "De Pinte (44012), Groepsopvang" in tree.output and "Vergunde plaatsen" in tree.output
    found = json.loads(CliRunner().invoke(app, [*question, "--json"]).output)
    assert found["indicator_code"] == "places_per_location" and found["care_type"] == "all"


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_in_a_spreadsheet(place: int, letters: str) -> None:
    assert column_letters(place) == letters


def test_a_reason_and_a_correction_stand_at_the_cell_that_they_are_about(small_warehouse: Home, tmp_path: Path) -> None:
    home = Home(tmp_path / "home").ensure()
    publication = home.publications / "opvangspiegel_1.duckdb"
    shutil.copy(small_warehouse.current.resolve(), publication)
    home.current.symlink_to(publication)
    asked = (*CSV_FOLDER, "places_per_location")
    file_hash, cell = next(_file_and_cells(trace(home, *asked)))
    place = (file_hash, cell.sheet, cell.row_number, cell.column_name)
    with duckdb.connect(str(publication)) as connection:
        connection.execute(_A_REASON, [*place, *CSV_FOLDER])
        connection.execute(_A_CORRECTION, [*place, *CSV_FOLDER])
    found = next(one for _, one in _file_and_cells(trace(home, *asked)) if _known([one]) == _known([cell]))
    assert sorted((remark.kind, remark.text) for remark in found.remarks) == [
        ("correction", "12 werd 21: cijfers verwisseld (diensthoofd)"),
        ("problem", "Opvallend veel."),
        ("reason", "Nieuwe locatie geopend."),
    ]


_A_REASON = """
    insert into marts.fct_problems by name select
        ? as file_hash, ? as sheet, ? as row_number, ? as column_name, ? as nis_code, ? as year, 1 as version,
        true as is_published, 'locaties.csv' as file, 'a_rule' as rule_code, 'warning' as severity,
        'Opvallend veel.' as message_nl, 'Nieuwe locatie geopend.' as reason_nl, true as is_answered,
        false as is_corrected, false as is_settled
"""
_A_CORRECTION = """
    insert into marts.fct_cell_corrections by name select
        ? as file_hash, ? as sheet, ? as row_number, ? as column_name, ? as nis_code, ? as year, 1 as correction_id,
        '-' as row_key, '12' as old_value, '12' as found_value, '21' as new_value, true as is_applied,
        'applied' as state, false as is_estimate, 'cijfers verwisseld' as reason_nl, 'diensthoofd' as on_word_of,
        localtimestamp as made_at
"""


def _file_and_cells(found: Trace) -> Iterator[tuple[str, Cell]]:
    for source in found.terms[0].sources:
        for row in (row for part in source.parts for row in part.rows):
            yield from ((source.file.file_hash, cell) for cell in row.cells)
