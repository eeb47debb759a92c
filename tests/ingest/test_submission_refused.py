"""Whatever else people send under the name of a submission: refused in one Dutch sentence, never a traceback."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.checked import CheckedFile
from ingest.submission import check_submission, looks_like_submission
from tests.ingest.workbook_builder import build_csv_folder, build_workbook, minimal_submission

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def codes(checked: CheckedFile) -> list[str]:
    return [problem.rule_code for problem in checked.problems]


def refused(path: Path, content: bytes) -> str:
    """Check content under an Excel name; it must be refused with one sentence, and be recognised as ours to refuse."""
    path.write_bytes(content)
    assert looks_like_submission(path)
    checked = check_submission(path)
    (problem,) = checked.problems
    assert checked.is_refused
    assert checked.tables == {}
    assert problem.message_nl.endswith(".")
    return problem.rule_code


def rezipped(workbook: Path, change: dict[str, bytes]) -> bytes:
    """Give the bytes of a workbook with some of its parts replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return packed.getvalue()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return build_workbook(tmp_path / "aartselaar.xlsx", minimal_submission())


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"   \n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path / "leeg.xlsx", content) == "empty_file"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"%PDF-1.7 ...", "not_a_workbook"),
        (b"<html><table></table></html>", "not_a_workbook"),
        (b"Type opvang;Post;Bedrag\r\n", "not_a_workbook"),
        (OLE + "Workbook".encode("utf-16-le"), "old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password_protected"),
        (b"PK\x03\x04 nothing of the kind", "unreadable_file"),
    ],
)
def test_something_else_under_an_excel_name_is_refused(tmp_path: Path, content: bytes, rule: str) -> None:
    assert refused(tmp_path / "inzending.xlsx", content) == rule


def test_a_workbook_cut_in_half_is_refused(tmp_path: Path, workbook: Path) -> None:
    content = workbook.read_bytes()
    assert refused(tmp_path / "half.xlsx", content[: len(content) // 2]) == "unreadable_file"


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brief.xlsx", "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    checked = check_submission(tmp_path / "brief.xlsx")
    assert codes(checked) == ["not_a_workbook"]
    assert "een Word-document" in checked.problems[0].message_nl


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert codes(check_submission(tmp_path / "weg.xlsx")) == ["unreadable_file"]


def test_a_cell_far_away_is_refused_before_it_costs_memory(tmp_path: Path, workbook: Path) -> None:
    name = "xl/worksheets/sheet2.xml"
    with zipfile.ZipFile(workbook) as packed:
        sheet = packed.read(name)
    for far in (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', b"<row r='999999'><c r='B999999'/></row>"):
        content = rezipped(workbook, {name: sheet.replace(b"</sheetData>", far + b"</sheetData>")})
        assert refused(tmp_path / "ver.xlsx", content) == "too_large"


def test_a_part_that_is_larger_than_the_zip_says_is_refused(tmp_path: Path, workbook: Path) -> None:
    content = bytearray(workbook.read_bytes())
    with zipfile.ZipFile(workbook) as packed:
        member = packed.getinfo("xl/worksheets/sheet2.xml")
    claimed, smaller = member.file_size.to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert content.count(claimed) >= 1
    assert refused(tmp_path / "bom.xlsx", bytes(content.replace(claimed, smaller))) == "unreadable_file"


def test_a_zip_that_unpacks_to_more_than_200_megabytes_is_refused(tmp_path: Path, workbook: Path) -> None:
    content = rezipped(workbook, {"docProps/app.xml": b"0" * 200_000_001})
    assert refused(tmp_path / "groot.xlsx", content) == "too_large"


def test_a_file_that_is_no_text_under_a_csv_name_is_refused(tmp_path: Path) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission())
    (folder / "Prestaties.csv").write_bytes(b"\0\1\2")
    assert codes(check_submission(folder)) == ["unreadable_file"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_csv_file_in_utf_16_is_refused_with_how_to_save_it(tmp_path: Path, encoding: str) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission())
    for file in folder.iterdir():
        file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))
    checked = check_submission(folder)
    assert codes(checked) == ["unreadable_file"]
    assert "Bewaar het als ‘CSV UTF-8’" in checked.problems[0].message_nl
    assert ("UTF-16)" in checked.problems[0].message_nl) == (encoding == "utf-16")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_to_a_workbook_gives_a_traceback(tmp_path: Path, workbook: Path, data: st.DataObject) -> None:
    content = bytearray(workbook.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "kapot.xlsx").write_bytes(content)
    assert isinstance(check_submission(tmp_path / "kapot.xlsx"), CheckedFile)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(["Bestuur", "Personeel", "Openingsuren"]))
def test_no_bytes_in_a_csv_file_give_a_traceback(tmp_path: Path, content: bytes, name: str) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission())
    (folder / f"{name}.csv").write_bytes(content)
    assert isinstance(check_submission(folder), CheckedFile)


def sheet_of_anything() -> st.SearchStrategy[object]:
    return st.one_of(st.none(), st.text(max_size=8), st.floats(-1e9, 1e9), st.sampled_from(["ja", "1.234", "#N/B"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_cells_in_a_submission_give_a_traceback(tmp_path: Path, data: st.DataObject) -> None:
    sheets = minimal_submission()
    for _ in range(data.draw(st.integers(1, 6))):
        rows = sheets[data.draw(st.sampled_from(list(sheets)))]
        row = data.draw(st.sampled_from(rows))
        row[data.draw(st.sampled_from(list(row)))] = data.draw(sheet_of_anything())
    folder = build_csv_folder(tmp_path / "csv", sheets)
    assert isinstance(check_submission(folder), CheckedFile)
