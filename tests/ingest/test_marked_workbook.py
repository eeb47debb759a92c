"""The marked copy: every problem in its cell and in the list, everything else as it was handed in."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from ingest.checked import CheckedFile
from ingest.cli import app
from ingest.cli_marked import MarkedError, write_marked
from ingest.marked_cells import safe_sheet_names
from ingest.marked_workbook import marked_copy
from ingest.receive import check_paths
from ingest.submission import check_submission
from tests.ingest.mistakes import answer, both, put
from tests.ingest.rule_files import FAILING, RuleFile
from tests.ingest.workbook_builder import Sheets, build_csv_folder, build_workbook, minimal_submission

RED, YELLOW = "FFF4A6A0", "FFFFF2B3"
MOMENT = dt.datetime.fromisoformat("2024-05-06T07:30")


def marked(path: Path) -> tuple[openpyxl.Workbook, CheckedFile]:
    checked = check_submission(path)
    return openpyxl.load_workbook(io.BytesIO(marked_copy(path, checked.problems))), checked


def with_mistakes() -> Sheets:
    sheets = minimal_submission()
    mistakes = [
        answer("Functionele mailbox", "bel ons"), put("Personeel", 1, "VTE", "zeven"), put("VIA", 1, "Bedrag", -5.0)
    ]  # fmt: skip
    both(*mistakes)(sheets)
    sheets["Personeel"][1]["Kladje"] = "nog na te kijken"
    return sheets


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    return build_workbook(tmp_path / "aartselaar.xlsx", with_mistakes())


def test_a_problem_colours_its_cell_and_says_in_a_note_what_it_is_and_how_to_mend_it(handed_in: Path) -> None:
    workbook, _ = marked(handed_in)
    cell = workbook["Personeel"]["E2"]
    assert (cell.value, cell.fill.fgColor.rgb) == ("zeven", RED)
    assert cell.comment is not None
    assert "‘zeven’ is geen getal" in cell.comment.text
    assert "Typ alleen het getal in de cel" in cell.comment.text
    assert workbook["Bestuur"]["B5"].fill.fgColor.rgb == RED
    assert workbook["VIA"]["G2"].fill.fgColor.rgb == YELLOW
    assert workbook["Personeel"]["H1"].fill.fgColor.rgb == YELLOW
    assert workbook["Personeel"]["D2"].comment is None


def test_the_list_holds_every_problem_with_a_link_to_its_cell(handed_in: Path) -> None:
    workbook, checked = marked(handed_in)
    lines = list(workbook["Opmerkingen"].iter_rows(min_row=2))
    assert sorted(line[4].value for line in lines) == sorted(problem.message_nl for problem in checked.problems)
    (of_staff,) = (line for line in lines if line[1].value == "Personeel" and line[2].value == 2)
    assert of_staff[8].hyperlink.location == "'Personeel'!E2"
    assert of_staff[7].value == "Typ alleen het getal in de cel, zonder woorden of eenheid."


def test_the_copy_of_what_is_right_is_read_as_the_same(tmp_path: Path) -> None:
    original = check_submission(build_workbook(tmp_path / "goed.xlsx", minimal_submission()))
    (tmp_path / "kopie.xlsx").write_bytes(marked_copy(tmp_path / "goed.xlsx", original.problems))
    copy = check_submission(tmp_path / "kopie.xlsx")
    assert copy.problems == ()
    assert all(copy.tables[name].equals(original.tables[name]) for name in original.tables)


def test_the_copy_of_what_is_wrong_is_told_the_same_problems_in_the_same_cells(tmp_path: Path, handed_in: Path) -> None:
    original = check_submission(handed_in)
    (tmp_path / "kopie.xlsx").write_bytes(marked_copy(handed_in, original.problems))
    copy = check_submission(tmp_path / "kopie.xlsx", "aartselaar.xlsx")
    assert copy.problems == original.problems


def test_a_csv_folder_becomes_a_workbook_with_its_marks(tmp_path: Path) -> None:
    workbook, _ = marked(build_csv_folder(tmp_path / "csv", with_mistakes()))
    assert workbook["Personeel"]["E2"].fill.fgColor.rgb == RED
    assert workbook["Locaties"]["H2"].value == "01/09/2010"


def test_a_row_after_a_cell_of_two_lines_is_marked_where_it_lands(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Locaties"] = [{**sheets["Locaties"][0], "Dossiernummer": f"G-{n}", "Naam locatie": "a\nb"} for n in (1, 2)]
    sheets["Locaties"][1]["IKT-plaatsen"] = 31
    workbook, checked = marked(build_csv_folder(tmp_path / "csv", sheets))
    (problem,) = (one for one in checked.problems if one.rule_code == "income_places_above_licensed")
    assert problem.row_number == 4
    assert workbook["Locaties"]["G3"].fill.fgColor.rgb == RED


@pytest.mark.parametrize("hostile", ["=1+1", '=HYPERLINK("http://x")', "+1", "-1+1", "@SUM(A1)", "http://x.example"])
def test_text_never_becomes_a_formula_or_a_link(tmp_path: Path, hostile: str) -> None:
    sheets = minimal_submission()
    sheets["Locaties"][0]["Naam locatie"] = hostile
    sheets["Personeel"][0]["VTE"] = hostile
    workbook, _ = marked(build_workbook(tmp_path / "x.xlsx", sheets))
    for cell in (workbook["Locaties"]["B2"], workbook["Personeel"]["E2"]):
        assert (cell.value, cell.data_type, cell.hyperlink) == (hostile, "s", None)


@pytest.mark.parametrize("file", FAILING, ids=lambda file: file.rule)
def test_every_rule_that_fails_can_be_marked_and_is_in_the_list(tmp_path: Path, file: RuleFile) -> None:
    path = file.write(tmp_path)
    problems = check_submission(path).problems
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(marked_copy(path, problems)))
    told = {row[4] for row in workbook.get_sheet_by_name("Opmerkingen").to_python()}
    assert {problem.message_nl for problem in problems} <= told


def test_moments_and_errors_are_written_as_they_were(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Kladblad"] = [{"a": MOMENT, "b": dt.time(7, 30), "c": "1.234"}]
    workbook, _ = marked(build_workbook(tmp_path / "x.xlsx", sheets))
    (row,) = workbook["Kladblad"].iter_rows(min_row=2, values_only=True)
    assert row == (MOMENT, dt.time(7, 30), "1.234")


def test_the_command_writes_the_copy_of_one_submission_and_of_nothing_else(tmp_path: Path, handed_in: Path) -> None:
    told = CliRunner().invoke(app, ["check", str(handed_in), "--json", "--marked", str(tmp_path / "kopie.xlsx")])
    assert told.exit_code == 1
    assert json.loads(told.stdout)["exit_code"] == 1
    assert "Opmerkingen" in openpyxl.load_workbook(tmp_path / "kopie.xlsx").sheetnames
    (tmp_path / "lijst.txt").write_text("iets anders", encoding="utf-8")
    with pytest.raises(MarkedError, match="één inzending"):
        write_marked([tmp_path / "lijst.txt"], check_paths([tmp_path / "lijst.txt"]), tmp_path / "niets.xlsx")
    assert not (tmp_path / "niets.xlsx").exists()


def test_names_that_a_workbook_refuses_are_made_acceptable_and_stay_apart() -> None:
    names = safe_sheet_names(["a/b", "a:b", "'", "x" * 40, "X" * 40, "Opmerkingen", "history"], "Opmerkingen")
    assert names[:3] == ["a-b", "a-b 2", "Blad"]
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) <= 31
    assert "Opmerkingen" not in names
