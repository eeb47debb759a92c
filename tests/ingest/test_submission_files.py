"""Workbooks, CSV folders and zips as people make them: what is read, what is forgiven, what is told."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import openpyxl
import pytest

from ingest.checked import CheckedFile
from ingest.submission import check_submission, looks_like_submission
from tests.ingest.workbook_builder import build_csv_folder, build_workbook, grid_of, minimal_submission


def codes(checked: CheckedFile) -> list[str]:
    return [problem.rule_code for problem in checked.problems]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return build_workbook(tmp_path / "aartselaar.xlsx", minimal_submission())


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8"), (";", "utf-8-sig"), (",", "cp1252"), (";", "cp1252")]
)
def test_a_csv_folder_gives_what_the_workbook_gives(
    tmp_path: Path, workbook: Path, delimiter: str, encoding: str
) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission(), delimiter, encoding)
    from_csv, from_workbook = check_submission(folder), check_submission(workbook)
    assert from_csv.problems == ()
    assert from_csv.identity == from_workbook.identity
    assert from_csv.tables.keys() == from_workbook.tables.keys()
    assert all(from_csv.tables[name].equals(from_workbook.tables[name]) for name in from_csv.tables)


@pytest.mark.parametrize("file_name", ["PERSONEEL_JAAR.CSV", "personeel jaar.csv", "Personeel  Jaar.csv"])
def test_a_csv_file_is_found_however_its_name_is_written(tmp_path: Path, file_name: str) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission())
    (folder / "Personeel jaar.csv").rename(folder / file_name)
    (folder / "Financiën.csv").rename(folder / "financien.csv")
    assert check_submission(folder).problems == ()


def test_a_zipped_csv_folder_gives_what_the_folder_gives(tmp_path: Path) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission())
    with zipfile.ZipFile(tmp_path / "csv.zip", "w") as packed:
        for file in sorted(folder.iterdir()):
            packed.write(file, f"inzending/{file.name}")
    assert looks_like_submission(tmp_path / "csv.zip")
    checked = check_submission(tmp_path / "csv.zip", "inzending")
    assert (checked.file_name, checked.problems) == ("inzending", ())
    assert checked.tables["submission_finance"].equals(check_submission(folder).tables["submission_finance"])


def test_a_row_with_a_comma_too_many_is_set_apart(tmp_path: Path) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission(), ",")
    finance = (folder / "Financiën.csv").read_text(encoding="utf-8")
    (folder / "Financiën.csv").write_text(finance.replace('"40000,0"', "40000,5"), encoding="utf-8")
    checked = check_submission(folder)
    assert "too_many_cells" in codes(checked)
    (row,) = checked.tables["submission_rejected_rows"].to_pylist()
    assert (row["sheet"], row["row_number"], row["care_type"]) == ("finance", 4, "group")
    assert '"kolom 4": "5"' in row["cells"]


def test_a_row_keeps_its_line_number_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Locaties"] = [{**sheets["Locaties"][0], "Dossiernummer": f"G-{n}", "Naam locatie": "a\nb"} for n in (1, 2)]
    folder = build_csv_folder(tmp_path / "csv", sheets)
    assert check_submission(folder).tables["submission_locations"]["row_number"].to_pylist() == [2, 4]


def test_ten_thousand_empty_rows_are_no_problem(tmp_path: Path) -> None:
    build_workbook(tmp_path / "lang.xlsx", minimal_submission())
    book = openpyxl.load_workbook(tmp_path / "lang.xlsx")
    for row in range(20, 10_020):
        book["Locaties"].cell(row, 1, " ")
    book.save(tmp_path / "lang.xlsx")
    checked = check_submission(tmp_path / "lang.xlsx")
    assert checked.problems == ()
    assert checked.tables["submission_locations"].num_rows == 1


def test_an_empty_row_in_the_middle_is_skipped_and_numbers_stay(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Personeel"].insert(1, dict.fromkeys(sheets["Personeel"][0]))
    checked = check_submission(build_workbook(tmp_path / "gat.xlsx", sheets))
    assert checked.problems == ()
    assert checked.tables["submission_staff"]["row_number"].to_pylist() == [2, 4]


def test_merged_and_hidden_sheets_and_a_title_above_the_table_are_read(tmp_path: Path, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book["VIA"].sheet_state = "hidden"
    book["Personeel"].insert_rows(1, 2)
    book["Personeel"]["A1"] = "Personeel op 1 januari"
    book["Personeel"].merge_cells("A1:G1")
    book.save(tmp_path / "titel.xlsx")
    checked = check_submission(tmp_path / "titel.xlsx")
    assert checked.problems == ()
    assert checked.tables["submission_staff"]["row_number"].to_pylist() == [4, 5]
    assert checked.tables["submission_via"].num_rows == 1


def test_a_formula_that_was_never_computed_is_told(tmp_path: Path, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book["Financiën"]["C4"] = "=40000"
    book.save(tmp_path / "formule.xlsx")
    (problem,) = check_submission(tmp_path / "formule.xlsx").problems
    assert (problem.rule_code, problem.row_number) == ("formula_error", 4)
    assert "nooit berekend" in problem.message_nl


def test_headers_may_differ_in_case_accents_and_spacing(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Personeel"] = [
        {f" {header.upper()} *": cell for header, cell in row.items()} for row in sheets["Personeel"]
    ]
    sheets["FINANCIEN"] = sheets.pop("Financiën")
    assert check_submission(build_workbook(tmp_path / "vrij.xlsx", sheets)).problems == ()


@pytest.mark.parametrize(("wrong", "sheet"), [("Prestatie", "Prestaties"), ("Personeel jaren", "Personeel jaar")])
def test_a_misspelt_sheet_is_proposed_and_not_told_twice(tmp_path: Path, wrong: str, sheet: str) -> None:
    sheets = {wrong if name == sheet else name: rows for name, rows in minimal_submission().items()}
    checked = check_submission(build_workbook(tmp_path / "fout.xlsx", sheets))
    assert f"Er is wel een blad ‘{wrong}’: bedoelde u die?" in checked.problems[0].message_nl
    assert codes(checked).count("missing_sheet") == 1
    assert "extra_sheet" not in codes(checked)


def test_a_misspelt_header_is_proposed(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Prestaties"] = [
        {h.replace("Aanwezig", "Aanwezigg"): c for h, c in row.items()} for row in sheets["Prestaties"]
    ]
    checked = check_submission(build_workbook(tmp_path / "fout.xlsx", sheets))
    (problem,) = (problem for problem in checked.problems if problem.rule_code == "missing_column")
    assert (problem.column_name, problem.found) == ("present_days", "Aanwezigg")
    assert "extra_column" not in codes(checked)


def test_a_double_header_or_line_is_refused(tmp_path: Path) -> None:
    sheets = minimal_submission()
    folder = build_csv_folder(tmp_path / "csv", sheets)
    for name in ("Personeel", "Bestuur"):
        lines = grid_of(name, sheets[name])
        double = [[*line, line[-1]] for line in lines] if name == "Personeel" else [*lines, lines[1]]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(double)
    assert codes(check_submission(folder)).count("double_header") == 2


def test_a_sheet_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    folder = build_csv_folder(tmp_path / "csv", minimal_submission())
    (folder / "VIA_.csv").write_bytes((folder / "VIA.csv").read_bytes())
    assert codes(check_submission(folder)) == ["double_sheet"]


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    sheets = minimal_submission(Naam_bestuur="Antwerpen")
    sheets.pop("VIA")
    sheets["Personeel"][0]["VTE"] = "zeven"
    sheets["Financiën"][4]["Bedrag"] = 1.0
    told = codes(check_submission(build_workbook(tmp_path / "veel.xlsx", sheets)))
    assert {"missing_sheet", "name_does_not_match", "not_a_number", "total_mismatch"} <= set(told)


def test_a_thousand_times_the_same_mistake_is_told_a_hundred_times_and_counted(tmp_path: Path) -> None:
    sheets = minimal_submission()
    row = sheets["VIA"][0]
    sheets["VIA"] = [{**row, "Jaar": 2005 + n % 90, "Datum": row["Datum"], "Bedrag": "?"} for n in range(1000)]
    told = [p for p in check_submission(build_workbook(tmp_path / "x.xlsx", sheets)).problems if p.sheet == "via"]
    unreadable = [problem for problem in told if problem.rule_code == "not_a_number"]
    assert len(unreadable) == 101
    assert "nog 900 keer" in unreadable[-1].message_nl


def test_what_a_file_says_is_quoted_short_and_printable(tmp_path: Path) -> None:
    sheets = minimal_submission()
    sheets["Personeel"][0]["VTE"] = "=cmd|' /C calc'!A0\x07" + "x" * 5000
    (problem,) = (
        p for p in check_submission(build_workbook(tmp_path / "x.xlsx", sheets)).problems if p.column_name == "fte"
    )
    assert len(problem.found or "") <= 60
    assert problem.message_nl.isprintable()


def test_cells_that_count_are_counted(tmp_path: Path) -> None:
    full = check_submission(build_workbook(tmp_path / "a.xlsx", minimal_submission()))
    sheets = minimal_submission()
    sheets["Personeel"][0]["Personen"] = None
    sheets["Personeel"][1]["VTE"] = "een"
    holed = check_submission(build_workbook(tmp_path / "b.xlsx", sheets))
    # 10 fields, and 1×6, 2×7, 1×4, 9×3, 5×6, 12×7 and 1×7 cells
    assert (full.n_required_cells, full.n_filled_cells) == (182, 182)
    assert (holed.n_required_cells, holed.n_filled_cells) == (182, 180)


@pytest.mark.parametrize("name", ["iets.xlsx", "iets.csv", "iets.zip", "iets.pdf"])
def test_files_of_others_are_left_to_others(tmp_path: Path, name: str) -> None:
    if name.endswith(".xlsx"):
        build_workbook(tmp_path / name, {"VIA": []})
    else:
        (tmp_path / name).write_bytes(b"CD_REFNIS;MS_POPULATION\n")
    assert not looks_like_submission(tmp_path / name)
