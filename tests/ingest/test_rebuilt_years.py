"""A publication of which only some years were rebuilt is the publication that a full build makes."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from ingest.decide import accept, query, withdraw
from ingest.home import Home
from ingest.publish import build
from ingest.receive import load_paths
from ingest.register import Register
from tests.ingest.same_tables import differing_tables
from tests.ingest.small_submission import write_submission

BESIDE_THE_ONE_BEFORE = (
    "intermediate.int_figure_changes",
    "intermediate.int_moved_comparisons",
    "intermediate.int_publication_causes",
)


@pytest.fixture(scope="module")
def home(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A copy of the small warehouse, in which things will change."""
    folder = tmp_path_factory.mktemp("changing") / "home"
    return Home(Path(shutil.copytree(small_warehouse.path, folder, symlinks=True)))


def years_of(home: Home) -> set[int]:
    with Register(home.register_path) as register:
        return {submission.year for submission in register.submissions()}


def hand_in(home: Home, folder: Path, nis_code: str, year: int) -> None:
    load_paths(home, [write_submission(folder, nis_code, year)], workers=1)
    accept(home, nis_code, year)


def hand_in_another_price_index(home: Home, path: Path) -> None:
    """An index of two years, in the place of that of the demo."""
    path.write_text("jaar;indexcijfer;basisjaar;naam;bron\n2023;40;2000;a;b\n2025;100;2000;a;b\n", encoding="utf-8")
    load_paths(home, [path], workers=1)


def deflators(database: Path) -> set[tuple[int, float | None]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return set(connection.execute("select distinct year, deflator from marts.dim_deflators").fetchall())


def test_after_a_row_of_changes_published_year_by_year_every_table_is_that_of_a_full_build(
    home: Home, tmp_path: Path
) -> None:
    assert years_of(home) == {2024, 2025}
    with Register(home.register_path) as register:
        first, second, third = [one.nis_code for one in register.current_inputs().submissions if one.year == 2025][:3]

    hand_in(home, tmp_path / "another version", first, 2025)
    query(home, second, 2025, "klopt dit?")
    changed = build(home)
    withdraw(home, third, 2024, "ingetrokken")
    hand_in(home, tmp_path / "a year more", "11005", 2023)
    hand_in_another_price_index(home, tmp_path / "index.csv")
    withdrawn_and_another_year = build(home)
    in_years = Path(shutil.copy(home.current.resolve(), tmp_path / "in_years.duckdb"))
    full = build(home, is_full=True)

    told = [report.scope.split(":")[0] for report in (changed, withdrawn_and_another_year, full)]
    assert told == [
        "Alleen 2025 is herbouwd",
        "Alleen 2023 en 2024 zijn herbouwd",
        "Alles is herbouwd, zoals gevraagd.",
    ]
    assert {table for table in differing_tables(in_years, home.current) if not tells_of_the_one_before(table)} == set()
    assert deflators(in_years) == {(2023, 2.5), (2024, None), (2025, 1.0)}


def tells_of_the_one_before(table: str) -> bool:
    """Whether a table compares with the publication before it, which is another one for the last of these two."""
    return table.startswith("staging.stg_publication__") or table in BESIDE_THE_ONE_BEFORE


@pytest.mark.parametrize("cell", ["2.0000005", "null"])
def test_tables_that_differ_in_one_cell_are_told_apart(tmp_path: Path, cell: str) -> None:
    paths = [tmp_path / "one.duckdb", tmp_path / "another.duckdb"]
    for path, second in zip(paths, ("2.0", cell), strict=True):
        with duckdb.connect(str(path)) as connection:
            connection.execute("create schema marts")
            connection.execute(f"create table marts.t as select * from (values ('a', 1.0::double), ('b', {second}))")
            connection.execute("create table marts.u as select 1 as x")

    assert differing_tables(*paths) == {"marts.t": 1}
