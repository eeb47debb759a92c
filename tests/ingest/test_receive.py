"""Receiving: every file has one outcome, the same file counts once, and a kill leaves the old state or the new."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest import raw
from ingest.home import Home
from ingest.problems import Severity
from ingest.receive import check_paths, load_paths
from ingest.register import Register
from tests.ingest.killed_load import EXIT_CODE, NEVER, POINT_AFTER_THE_REGISTER, POINTS_BEFORE_THE_REGISTER
from tests.ingest.small_submission import write_submission

PROJECT_ROOT = Path(__file__).resolve().parents[2]
REFNIS = (
    "LVL_REFNIS|CD_REFNIS|CD_SUP_REFNIS|TX_REFNIS_DE|TX_REFNIS_FR|TX_REFNIS_NL|DT_VLDT_START|DT_VLDT_END\n"
    "4|11001|11000|Aartselaar|Aartselaar|Aartselaar|01/01/1977|31/12/9999\n"
)


def command(home: Home, point: str, *paths: Path) -> list[str]:
    return [sys.executable, "-m", "tests.ingest.killed_load", str(home.path), point, *map(str, paths)]


def versions(home: Home) -> list[tuple[str, int, int]]:
    with Register(home.register_path) as register:
        return [(row.nis_code, row.year, row.version) for row in register.submissions()]


def raw_authorities(home: Home) -> list[tuple[str, int]]:
    """The rows of the sheet Bestuur that count: those of which the register knows load and file."""
    raw.rebuild_missing(home)
    raw.ensure_schemas(home)
    raw.write_register_snapshot(home)
    return duckdb.sql(f"""
        select rows.nis_code, rows.year
        from read_parquet('{home.raw}/submission_authority/*/*.parquet', hive_partitioning = false) as rows
        inner join read_parquet('{home.raw}/register_submissions/*/*.parquet', hive_partitioning = false) as known
            using (load_id, file_hash, nis_code, year)
        order by all
    """).fetchall()


def raw_files(home: Home) -> set[str]:
    return {path.relative_to(home.raw).as_posix() for path in home.raw.rglob("*") if path.is_file()}


def test_a_folder_is_walked_and_every_file_in_it_has_one_outcome(home: Home, tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    write_submission(inbox / "2023" / "aartselaar")
    (inbox / "refnis.txt").write_text(REFNIS)
    (inbox / "brief.xlsx").write_bytes(b"%PDF-1.7 geen werkboek")
    (inbox / "leeg.csv").touch()
    (inbox / "notitie.txt").write_text("dag allemaal")
    (inbox / ".verborgen").write_text("niet bekijken")
    (inbox / "~$brief.xlsx").write_text("slot van Excel")

    report = load_paths(home, [inbox, tmp_path / "bestaat niet"], received_on=date(2024, 3, 1))

    assert [(file.file_name, file.kind, file.outcome) for file in report.files] == [
        ("aartselaar", "submission", "received"),
        ("brief.xlsx", "submission", "refused"),
        ("leeg.csv", "unknown", "unknown"),
        ("notitie.txt", "unknown", "unknown"),
        ("refnis.txt", "refnis", "received"),
        ("bestaat niet", "unknown", "unknown"),
    ]
    assert report.n_by_outcome == {"received": 2, "waiting": 0, "unchanged": 0, "refused": 1, "unknown": 3}
    assert report.has_rejections
    assert "bestuur.csv" in report.files[3].note_nl
    assert (report.files[0].nis_code, report.files[0].year, report.files[0].version) == ("11001", 2023, 1)


def test_a_workbook_is_recognised_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "inzending.dat"
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("xl/workbook.xml", "<workbook/>")

    (checked,) = check_paths([path])

    assert (checked.kind, checked.is_refused) == ("submission", True)


def test_a_zipped_csv_folder_is_a_submission(home: Home, tmp_path: Path) -> None:
    folder = write_submission(tmp_path / "een")
    zipped = Path(shutil.make_archive(str(tmp_path / "ingepakt"), "zip", tmp_path, "een"))

    report = load_paths(home, [zipped])

    assert [(file.file_name, file.outcome, file.nis_code) for file in report.files] == [
        ("ingepakt.zip", "received", "11001")
    ]
    assert folder.is_dir()


def test_a_folder_of_sheets_without_bestuur_is_one_refused_submission(tmp_path: Path) -> None:
    folder = write_submission(tmp_path / "een")
    (folder / "bestuur.csv").unlink()

    (checked,) = check_paths([folder])

    assert (checked.file_name, checked.kind, checked.is_refused) == ("een", "submission", True)


def test_the_same_file_twice_changes_nothing(home: Home, tmp_path: Path) -> None:
    paths = [write_submission(tmp_path / "een"), tmp_path / "brief.xlsx"]
    paths[1].write_bytes(b"%PDF-1.7 geen werkboek")
    load_paths(home, paths, received_on=date(2024, 3, 1))
    register_before, raw_before = home.register_path.read_bytes(), raw_files(home)

    again = load_paths(home, [*paths, shutil.copytree(paths[0], tmp_path / "zelfde inhoud")])

    assert [file.outcome for file in again.files] == ["unchanged", "refused", "unchanged"]
    assert "ontvangen op 01/03/2024" in again.files[0].note_nl
    assert "geweigerd op 01/03/2024" in again.files[1].note_nl
    assert again.load_id is None
    assert (home.register_path.read_bytes(), raw_files(home)) == (register_before, raw_before)


def test_equal_files_in_one_load_are_received_once(home: Home, tmp_path: Path) -> None:
    first = write_submission(tmp_path / "een")
    second = shutil.copytree(first, tmp_path / "twee")
    nothing = [tmp_path / "leeg1.txt", tmp_path / "leeg2.txt"]
    for path in nothing:
        path.touch()

    report = load_paths(home, [first, second, *nothing])

    assert [(file.file_name, file.outcome) for file in report.files] == [
        ("een", "received"), ("twee", "unchanged"), ("leeg1.txt", "unknown"), ("leeg2.txt", "unknown"),
    ]  # fmt: skip


def test_a_newer_file_of_the_same_authority_and_year_becomes_the_next_version(home: Home, tmp_path: Path) -> None:
    for number, name in enumerate(("een", "twee"), start=1):
        folder = write_submission(tmp_path / name, mailbox=f"{name}@voorbeeld.be")
        assert load_paths(home, [folder]).files[0].version == number

    assert versions(home) == [("11001", 2023, 1), ("11001", 2023, 2)]


def test_a_refused_file_is_kept_with_its_problems(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "brief.xlsx"
    file.write_bytes(b"%PDF-1.7 geen werkboek")

    load_paths(home, [file])

    with Register(home.register_path) as register:
        (refusal,) = register.refusals()
        assert register.submissions() == []
    assert (home.archive / refusal.file.archived_name).read_bytes() == file.read_bytes()
    problems = duckdb.sql(f"""
        select file, nis_code, severity, file_hash
        from read_parquet('{home.raw}/submission_problems/year=0/{refusal.file.load_id}.parquet')
    """).fetchall()
    assert ("brief.xlsx", None, "fatal", refusal.file.file_hash) in problems


def test_a_public_file_beside_the_demo_marker_is_demo_data(home: Home, tmp_path: Path) -> None:
    (tmp_path / "refnis.txt").write_text(REFNIS)
    (tmp_path / "DEMOGEGEVENS.txt").write_text("verzonnen")

    report = load_paths(home, [tmp_path / "refnis.txt"])

    assert report.files[0].outcome == "received"
    with Register(home.register_path) as register:
        assert [file.data_kind for file in register.files()] == ["demo"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_and_a_name_that_is_no_text_do_no_harm(home: Home, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "buis")
    strange = os.fsdecode(b"ma\xfft\n.csv")
    (tmp_path / strange).write_text("nis_code;year;care_type;measure;value;status\n")
    folder = write_submission(tmp_path / "inzending")
    (folder / strange).write_text("niets")

    report = load_paths(home, [tmp_path / "buis", tmp_path / strange, folder])

    assert [(file.file_name, file.outcome) for file in report.files] == [
        ("buis", "unknown"), ("ma?t?.csv", "refused"), ("inzending", "received"),
    ]  # fmt: skip


def test_checking_receives_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path / "home"))
    folder = write_submission(tmp_path / "een")

    (checked,) = check_paths([folder])

    assert checked.identity is not None
    assert checked.identity.nis_code == "11001"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["een"]


def test_the_answer_does_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    for number, nis_code in enumerate(("11005", "11001", "99999", "11004")):
        write_submission(tmp_path / f"{number}", nis_code)
    (tmp_path / "brief.xlsx").write_bytes(b"%PDF-1.7 geen werkboek")

    alone, together = (check_paths([tmp_path], workers=workers) for workers in (1, 2))

    assert alone == together
    assert [file.file_name for file in alone] == ["0", "1", "2", "3", "brief.xlsx"]


def test_an_unexpected_error_in_a_reader_refuses_that_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, file_name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ingest.check_files.check_submission", fails)
    (tmp_path / "refnis.txt").write_text(REFNIS)
    write_submission(tmp_path / "een")

    broken, refnis = check_paths([tmp_path / "een", tmp_path / "refnis.txt"])

    assert [(problem.rule_code, problem.severity) for problem in broken.problems] == [("reader_failed", Severity.FATAL)]
    assert refnis.problems == ()


def test_progress_counts_every_file_to_the_end(tmp_path: Path) -> None:
    for nis_code in ("11001", "11004"):
        write_submission(tmp_path / nis_code)
    seen = []

    check_paths([tmp_path], on_progress=lambda *step: seen.append(step))

    assert seen == [(1, 2, "11001"), (2, 2, "11004")]


@pytest.mark.parametrize("point", [*POINTS_BEFORE_THE_REGISTER, *POINT_AFTER_THE_REGISTER])
def test_a_killed_load_leaves_the_old_state_or_the_new(home: Home, tmp_path: Path, point: str) -> None:
    load_paths(home, [write_submission(tmp_path / "boom", "11005")])
    paths = [write_submission(tmp_path / name, name) for name in ("11001", "11004")]

    ended = subprocess.run(command(home, point, *paths), cwd=PROJECT_ROOT, check=False, capture_output=True, text=True)

    assert ended.returncode == EXIT_CODE, ended.stderr
    old, new = [("11005", 2023)], [("11001", 2023), ("11004", 2023), ("11005", 2023)]
    assert raw_authorities(home) == (old if point in POINTS_BEFORE_THE_REGISTER else new)

    load_paths(home, paths)
    assert raw_authorities(home) == new
    assert versions(home) == [("11001", 2023, 1), ("11004", 2023, 1), ("11005", 2023, 1)]


def test_what_a_killed_load_left_in_raw_is_cleared(home: Home, tmp_path: Path) -> None:
    load_paths(home, [write_submission(tmp_path / "boom", "11005")])
    before = raw_files(home)
    path = write_submission(tmp_path / "11001")
    subprocess.run(command(home, "after all raw files", path), cwd=PROJECT_ROOT, check=False)
    assert raw_files(home) > before

    raw.rebuild_missing(home)

    assert raw_files(home) == before


def test_two_loads_at_once_give_each_file_one_version(home: Home, tmp_path: Path) -> None:
    shared = write_submission(tmp_path / "gedeeld", "11004")
    own = [write_submission(tmp_path / name, mailbox=f"{name}@voorbeeld.be") for name in ("een", "twee")]

    running = [subprocess.Popen(command(home, NEVER, shared, path), cwd=PROJECT_ROOT) for path in own]

    assert [process.wait(timeout=120) for process in running] == [0, 0]
    assert versions(home) == [("11001", 2023, 1), ("11001", 2023, 2), ("11004", 2023, 1)]
    assert raw_authorities(home) == [("11001", 2023), ("11001", 2023), ("11004", 2023)]
