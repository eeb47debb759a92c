"""The door of the page Inzenden: what it reads is read elsewhere, and a file that is too much stops only its reader."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import pytest

from ingest import handing_in
from ingest.checking_client import CheckingProcess, CheckingStopped
from ingest.decide import query
from ingest.handing_in_records import Dropped, HandingInError, Reason
from ingest.home import Home
from ingest.register import Register
from tests.ingest.workbook_builder import Sheets, build_workbook, minimal_submission


def dropped(folder: Path, sheets: Sheets | None = None, name: str = "onze cijfers.xlsx") -> Dropped:
    path = build_workbook(folder / "gemaakt.xlsx", sheets or minimal_submission())
    return Dropped(name, path.read_bytes())


def without_autumn() -> Sheets:
    """Months 10 to 12 are missing, which is odd but may be right."""
    sheets = minimal_submission()
    sheets["Prestaties"] = sheets["Prestaties"][:9]
    return sheets


def test_a_dropped_file_is_recognised_with_its_sheets_and_rows(tmp_path: Path) -> None:
    found = handing_in.check(dropped(tmp_path))
    assert (found.identity.nis_code, found.identity.year, found.identity.authority_name) == (
        "11001",
        2024,
        "Aartselaar",
    )
    assert dict(found.sheets)["Prestaties"] == 12
    assert not found.is_refused


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a\x00b.xlsx", "=1+1.zip", "x" * 5000, "\u202excod.xlsx"])
def test_whatever_a_file_calls_itself_no_path_is_made_of_it_and_nothing_stays_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    found = handing_in.check(Dropped(name, b"geen werkboek"))
    assert found.is_refused
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_too_large_is_not_even_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(HandingInError, match="groter dan 20 MB"):
        handing_in.check(Dropped("groot.xlsx", bytes(20_000_001)))


def test_a_reader_that_does_not_answer_is_stopped_and_the_next_file_is_read(tmp_path: Path) -> None:
    path = build_workbook(tmp_path / "a.xlsx", minimal_submission())
    request = {"do": "check", "path": str(path), "file_name": "a.xlsx"}
    process = CheckingProcess()
    assert process.ask(request, 60)["identity"]["nis_code"] == "11001"
    os.kill(process._process.pid, signal.SIGSTOP)
    with pytest.raises(CheckingStopped, match="meer dan 1 seconden"):
        process.ask(request, 1)
    assert process.ask(request, 60)["identity"]["nis_code"] == "11001"
    process.stop()


def test_a_reader_that_died_is_replaced(tmp_path: Path) -> None:
    path = build_workbook(tmp_path / "a.xlsx", minimal_submission())
    request = {"do": "check", "path": str(path), "file_name": "a.xlsx"}
    process = CheckingProcess()
    process.ask(request, 60)
    process._process.kill()
    process._process.wait()
    assert process.ask(request, 60)["problems"] == []
    process.stop()


def test_the_system_refuses_a_reader_more_than_a_gigabyte_where_it_can() -> None:
    program = "from ingest.checking_process import limit_memory; limit_memory(); bytearray(2 << 30)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ("MemoryError" in done.stderr) == (sys.platform == "linux")


def test_the_marked_copy_holds_the_sheets_as_they_were_and_the_list_of_problems(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Personeel"][0]["VTE"] = "zeven"
    marked = openpyxl.load_workbook(io.BytesIO(handing_in.marked(dropped(tmp_path, sheets))))
    row = next(cells for cells in marked["Personeel"].iter_rows() if any(cell.value == "zeven" for cell in cells))
    assert any(cell.comment and "zeven" in cell.comment.text for cell in row)
    assert marked.sheetnames[0] not in sheets


def test_what_is_sent_becomes_a_version_with_its_reasons_and_the_name_that_its_owner_gave(
    home: Home, tmp_path: Path
) -> None:
    file = dropped(tmp_path, without_autumn())
    problem = next(one for one in handing_in.check(file).problems if one.rule_code == "months_missing")
    reason = Reason(problem.rule_code, problem.sheet, problem.row_number, problem.column_name, "gesloten voor werken")
    receipt = handing_in.send(home, file, [reason])
    assert (receipt.is_received, receipt.version, receipt.n_explained) == (True, 1, 1)
    [version] = handing_in.sent_before(home, "11001", 2024)
    assert (version.state, version.submission.file.file_name) == ("received", "onze cijfers.xlsx")
    assert version.submission.file.file_hash == receipt.file_hash
    with Register(home.register_path) as register:
        assert [row.reason for row in register.reasons()] == ["gesloten voor werken"]
    again = handing_in.send(home, file, [reason])
    assert (again.is_received, again.version) == (False, None)
    assert "al ontvangen" in again.note_nl
    assert len(handing_in.sent_before(home, "11001", 2024)) == 1


def test_a_reason_without_a_problem_is_told_and_the_version_is_received_all_the_same(
    home: Home, tmp_path: Path
) -> None:
    receipt = handing_in.send(
        home, dropped(tmp_path), [Reason("months_missing", "performance", None, None, "gesloten")]
    )
    assert (receipt.is_received, receipt.version, receipt.n_explained) == (True, 1, 0)
    assert len(receipt.not_explained) == 1
    assert "geen probleem" in receipt.not_explained[0]


def test_a_question_of_the_steunpunt_is_answered_once(home: Home, tmp_path: Path) -> None:
    handing_in.send(home, dropped(tmp_path), [])
    number = query(home, "11001", 2024, "Klopt het aantal plaatsen?")
    assert [one.answer for one in handing_in.questions(home, "11001", 2024)] == [None]
    handing_in.answer(home, number, "Ja, vergund op 1 mei.")
    assert [one.answer for one in handing_in.questions(home, "11001", 2024)] == ["Ja, vergund op 1 mei."]
    with pytest.raises(HandingInError, match="al beantwoord"):
        handing_in.answer(home, number, "Toch niet.")


def test_nothing_was_sent_to_a_home_without_a_register(tmp_path: Path) -> None:
    empty = Home(tmp_path / "leeg")
    assert (handing_in.sent_before(empty, "11001", 2024), handing_in.questions(empty, "11001", 2024)) == ([], [])


def test_the_template_of_an_authority_that_merged_is_that_of_each_of_its_parts(home: Home) -> None:
    before, after = handing_in.units_of("44086", 2024), handing_in.units_of("44086", 2025)
    assert "44012" in dict(before)
    assert list(dict(after)) == ["44086"]
    book = openpyxl.load_workbook(io.BytesIO(handing_in.template(home, "44012", 2024)))
    assert "44012" in {cell.value for row in book["Bestuur"].iter_rows() for cell in row}
    with pytest.raises(HandingInError, match="geen bestuur met NIS-code '44086'"):
        handing_in.template(home, "44086", 2023)
