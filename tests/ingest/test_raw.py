"""Raw always has every dataset, and can be made again from the archive and the register."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingest import raw
from ingest.archive import ArchiveError
from ingest.checked import CheckedFile, SubmissionIdentity
from ingest.decide import accept
from ingest.home import Home
from ingest.problems import Problem, Severity
from ingest.raw_parts import parts_of_load
from ingest.raw_schemas import columns, schema
from ingest.receive import load_paths
from tests.ingest.small_submission import write_submission

DOCUMENTED_DATASETS = {
    "submission_authority", "submission_locations", "submission_staff", "submission_staff_year", "submission_finance",
    "submission_hours", "submission_performance", "submission_via", "submission_rejected_rows", "submission_problems",
    "refnis", "population", "bulk_measures", "via_lines", "fiscal_income", "price_index",
    "register_submissions", "register_decisions", "register_files",
    "register_reasons", "register_queries", "register_corrections",
    "publication_values", "publication_versions", "publication_applied_corrections", "publication_benchmarks",
    "publication_corrections", "publication_next",
    "via_movements", "register_via_lists", "register_via_readings",
}  # fmt: skip


def content(home: Home) -> dict[str, list[dict]]:
    """Every raw file by its name, with its rows."""
    files = sorted(home.raw.rglob("*.parquet"))
    return {path.relative_to(home.raw).as_posix(): pq.ParquetFile(path).read().to_pylist() for path in files}


def snapshot(home: Home, dataset: str) -> list[dict]:
    raw.write_register_snapshot(home)
    return pq.ParquetFile(home.raw / dataset / "year=0" / "snapshot.parquet").read().to_pylist()


def test_every_documented_dataset_exists_with_its_columns_before_anything_is_received(home: Home) -> None:
    raw.ensure_schemas(home)

    assert {path.name for path in home.raw.iterdir()} == DOCUMENTED_DATASETS
    for dataset in DOCUMENTED_DATASETS:
        found = pq.ParquetFile(home.raw / dataset / "year=0" / "schema.parquet").read()
        assert found.num_rows == 0
        assert found.schema == schema(dataset)
        assert found.column_names[:2] == ["load_id", "file_hash"]


def test_the_snapshot_holds_what_the_register_knows(home: Home, tmp_path: Path) -> None:
    folder = write_submission(tmp_path / "een")
    public = tmp_path / "maten.csv"
    public.write_text("nis_code,year,care_type,measure,value,status\n11001,2023,group,places_licensed,30,reported\n")
    load_id = load_paths(home, [folder, public]).load_id
    accept(home, "11001", 2023, "nagekeken")

    (submission,) = snapshot(home, "register_submissions")
    (decision,) = snapshot(home, "register_decisions")
    (file,) = snapshot(home, "register_files")

    assert (submission["load_id"], submission["nis_code"], submission["version"]) == (load_id, "11001", 1)
    assert (submission["data_kind"], submission["file_name"]) == ("demo", "een")
    assert (decision["decision"], decision["note"], decision["version"]) == ("accepted", "nagekeken", 1)
    assert (file["dataset"], file["file_name"], file["data_kind"]) == ("bulk_measures", "maten.csv", "real")
    assert decision["file_hash"] == submission["file_hash"] != file["file_hash"]


def test_raw_that_was_thrown_away_comes_back_the_same(home: Home, tmp_path: Path) -> None:
    refused = tmp_path / "brief.xlsx"
    refused.write_bytes(b"%PDF-1.7 geen werkboek")
    (tmp_path / "DEMOGEGEVENS.txt").write_text("verzonnen")
    population = tmp_path / "TF_SOC_POP_STRUCT_2023.txt"
    population.write_text("CD_REFNIS|CD_AGE|MS_POPULATION\n11001|0|130\n")
    load_paths(home, [write_submission(tmp_path / "een"), refused, population])
    load_paths(home, [write_submission(tmp_path / "twee", "11004")])
    before = content(home)
    assert before

    shutil.rmtree(home.raw)
    assert raw.rebuild_missing(home) == 4
    assert content(home) == before
    assert raw.rebuild_missing(home) == 0


def test_only_the_load_that_misses_something_is_read_again(home: Home, tmp_path: Path) -> None:
    load_id = load_paths(home, [write_submission(tmp_path / "een")]).load_id
    load_paths(home, [write_submission(tmp_path / "twee", "11004")])
    before = content(home)
    (home.raw / "submission_authority" / "year=2023" / f"{load_id}.parquet").unlink()

    assert raw.rebuild_missing(home) == 1
    assert content(home) == before


def test_without_the_archive_nothing_is_rebuilt_and_the_reader_is_told(home: Home, tmp_path: Path) -> None:
    load_paths(home, [write_submission(tmp_path / "een")])
    shutil.rmtree(home.raw)
    shutil.rmtree(home.archive)

    with pytest.raises(ArchiveError, match="reservekopie"):
        raw.rebuild_missing(home)


def test_a_load_writes_one_file_per_dataset_and_year() -> None:
    def of_year(year: int | None, nis_code: str) -> CheckedFile:
        rows = [{"nis_code": nis_code, "year": year, "row_number": 1}]
        table = pa.Table.from_pylist(rows, schema=columns("submission_authority"))
        identity = SubmissionIdentity(nis_code, year, "x", "demo", "1") if year else None
        problem = Problem("rule", Severity.WARNING, "Let op.")
        tables = {"submission_authority": table} if year else {}
        return CheckedFile("a.xlsx", "submission", tables, (problem,), identity)

    files = [("h1", of_year(2022, "11001")), ("h2", of_year(2023, "11001")), ("h3", of_year(2023, "11004"))]
    parts = parts_of_load("load", [*files, ("h4", of_year(None, ""))])

    hashes = {part: rows.column("file_hash").to_pylist() for part, rows in parts.items()}
    assert hashes == {
        ("submission_authority", 2022): ["h1"],
        ("submission_authority", 2023): ["h2", "h3"],
        ("submission_problems", 0): ["h4"],
        ("submission_problems", 2022): ["h1"],
        ("submission_problems", 2023): ["h2", "h3"],
    }
    assert parts["submission_problems", 0].column("year").to_pylist() == [None]
