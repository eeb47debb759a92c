"""The files of the demo: the same bytes for the same seed, in the layouts that people and producers use."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import openpyxl
import pytest

from ingest.authority_history import authority_history
from ingest.demo import write
from ingest.demo.manifest import DemoManifest
from ingest.demo.public_files import write_population, write_refnis
from ingest.demo.write import write_demo

YEARS = (2021, 2025)
SEED = 7
SHEETS = ["Bestuur", "Locaties", "Personeel", "Personeel jaar", "Financiën", "Openingsuren", "Prestaties", "VIA"]
CSV_NAMES = {
    "bestuur.csv", "locaties.csv", "personeel.csv", "personeel_jaar.csv",
    "financien.csv", "openingsuren.csv", "prestaties.csv", "via.csv",
}  # fmt: skip


def hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def read_lines(path: Path) -> list[list[str]]:
    return [line.split("|") for line in path.read_text(encoding="utf-8-sig").splitlines()]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoManifest:
    return write_demo(tmp_path_factory.mktemp("demo"), YEARS, 12, SEED, workers=1)


def workbook_of(demo: DemoManifest, nis_code: str, year: int) -> openpyxl.Workbook:
    return openpyxl.load_workbook(demo.folder / str(year) / f"{nis_code}_{year}.xlsx")


def test_the_same_seed_gives_the_same_bytes(demo: DemoManifest, tmp_path: Path) -> None:
    again = write_demo(tmp_path, YEARS, 12, SEED, workers=1)
    assert hashes(tmp_path) == hashes(demo.folder)
    assert again.submissions == demo.submissions


def test_more_processes_give_the_same_bytes(
    demo: DemoManifest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "FEW_FILES", 1)
    write_demo(tmp_path, YEARS, 12, SEED, workers=2)
    assert hashes(tmp_path) == hashes(demo.folder)


def test_another_seed_gives_other_figures(demo: DemoManifest, tmp_path: Path) -> None:
    write_demo(tmp_path, (2025,), 4, SEED + 1, workers=1)
    other, own = tmp_path / "2025/11001_2025.xlsx", demo.folder / "2025/11001_2025.xlsx"
    assert other.read_bytes() != own.read_bytes()


def test_every_file_of_the_manifest_is_there_and_nothing_else(demo: DemoManifest) -> None:
    listed = {path for batch in demo.batches for path in batch.paths if path.is_relative_to(demo.folder)}
    on_disk = {path for year in YEARS for path in (demo.folder / str(year)).iterdir()}
    folders = [demo.folder / "openbaar", demo.folder / "via_lijsten"]
    public = {path for folder in folders for path in folder.iterdir() if path.name != "DEMOGEGEVENS.txt"}
    assert listed == on_disk | public
    assert all(path.exists() for batch in demo.batches for path in batch.paths)


def test_batches_come_in_the_order_in_which_they_were_received(demo: DemoManifest) -> None:
    days = [batch.received_on for batch in demo.batches]
    assert days == sorted(set(days))
    assert all(
        "openbaar" in path.parts or path.name in ("via4_lines.csv", "via6_lines.csv") for path in demo.batches[0].paths
    )


def test_the_first_sheet_says_that_the_figures_are_invented(demo: DemoManifest) -> None:
    book = workbook_of(demo, "11001", 2025)
    assert book.sheetnames == SHEETS
    first = book["Bestuur"]
    assert (first["A1"].value, first["B1"].value) == ("Soort gegevens", "demogegevens (verzonnen cijfers)")
    assert first["D1"].value == "DEMOGEGEVENS: alle cijfers in dit bestand zijn verzonnen."
    assert (first["B2"].value, first["B3"].value, first["B4"].value) == ("11001", "Aartselaar", 2025)


def test_a_header_is_called_what_it_was_called_in_its_year(demo: DemoManifest) -> None:
    headers = {year: [cell.value for cell in workbook_of(demo, "11001", year)["Personeel"][1]] for year in YEARS}
    assert headers[2021][4] == "Voltijdse equivalenten"
    assert headers[2025][4] == "VTE"


def test_numbers_dates_and_hours_are_excel_s_own(demo: DemoManifest) -> None:
    book = workbook_of(demo, "11001", 2025)
    amount = book["Financiën"]["C2"]
    assert (amount.data_type, amount.number_format) == ("n", "#,##0.00")
    opens = book["Openingsuren"]["D2"]
    assert opens.is_date
    assert 6 <= opens.value.hour <= 7
    assert book["VIA"]["F2"].value.year == 2025


def test_csv_folders_come_in_three_ways_of_writing(demo: DemoManifest) -> None:
    folders = {one.dialect: demo.path_of(one) for one in demo.submissions if one.dialect is not None}
    assert sorted(folders) == [0, 1, 2]
    assert all({path.name for path in folder.iterdir()} == CSV_NAMES for folder in folders.values())
    assert folders[0].joinpath("financien.csv").read_bytes().startswith(b"\xef\xbb\xbfType opvang;Post;Bedrag\r\n")
    assert "Financi\xebn".encode("cp1252") in folders[1].joinpath("bestuur.csv").read_bytes()
    assert folders[2].joinpath("financien.csv").read_bytes().startswith(b"Type opvang,Post,Bedrag\r\n")
    with folders[2].joinpath("financien.csv").open(encoding="utf-8", newline="") as file:
        amounts = [row["Bedrag"] for row in csv.DictReader(file) if row["Bedrag"]]
    assert any("." in amount for amount in amounts)
    assert all(amount[-3] == "," for amount in amounts if amount != "#DEEL/0!")


def test_an_authority_without_care_hands_in_a_file_that_says_so(demo: DemoManifest) -> None:
    without = [one for one in demo.submissions if (one.dialect is None) and not one.mistake]
    forms = [
        {line[0].value: line[1].value for line in openpyxl.load_workbook(demo.path_of(one))["Bestuur"].iter_rows()}
        for one in without
    ]
    offered = [
        [form[f"{care}: aangeboden"] for care in ("Groepsopvang", "Gezinsopvang", "Buitenschoolse opvang")]
        for form in forms
    ]
    assert ["nee", "nee", "nee"] in offered


@pytest.mark.parametrize(("year", "header", "n_columns"), [(2023, "CD_MUNTY_REFNIS", 21), (2024, "CD_REFNIS", 6)])
def test_population_adds_up_to_the_real_totals(tmp_path: Path, year: int, header: str, n_columns: int) -> None:
    real_totals = {2023: 14752, 2024: 14890}
    write_population(tmp_path / "population.txt", year)
    lines = read_lines(tmp_path / "population.txt")
    assert lines[0][0] == header
    assert {len(line) for line in lines} == {n_columns}
    own = [line for line in lines[1:] if line[0] == "11001"]
    assert sum(int(line[-1]) for line in own) == real_totals[year]
    assert {line[-2] for line in own} == {str(age) for age in range(101)}
    assert {line[lines[0].index("CD_SEX")] for line in own} == {"M", "F"}


def test_population_stands_on_the_map_of_its_year(tmp_path: Path) -> None:
    for year, n in ((2024, 300), (2025, 285)):
        write_population(tmp_path / "population.txt", year)
        assert len({line[0] for line in read_lines(tmp_path / "population.txt")[1:]}) == n


def test_the_map_has_every_authority_once_with_its_years(tmp_path: Path) -> None:
    write_refnis(tmp_path / "refnis.txt")
    header, *lines = read_lines(tmp_path / "refnis.txt")
    municipalities = [dict(zip(header, line, strict=True)) for line in lines if line[0] == "4"]
    codes = [line["CD_REFNIS"] for line in municipalities]
    assert set(codes) == set(authority_history().by_nis)
    assert len(codes) == len(set(codes))
    assert sum(line["DT_VLDT_END"] == "31/12/9999" for line in municipalities) == 285
    moved = next(line for line in municipalities if line["CD_REFNIS"] == "11056")
    assert (moved["CD_SUP_REFNIS"], moved["DT_VLDT_END"]) == ("11000", "31/12/2024")
    assert [line[0] for line in lines].count("2") == 5


def test_a_year_without_facts_is_refused_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Demogegevens bestaan voor 2020 tot en met 2026"):
        write_demo(tmp_path, (2018,))
