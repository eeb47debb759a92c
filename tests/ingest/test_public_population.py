"""Statbel population by age, in the old layout and the new one, as text and as zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.check_files import CheckTask, check_file
from ingest.public.tables import MAX_PROBLEMS
from tests.ingest.public_files import checked_text, places

NAME = "TF_SOC_POP_STRUCT_2023.txt"
OLD_HEADER = (
    "CD_MUNTY_REFNIS|TX_MUNTY_DESCR_NL|TX_MUNTY_DESCR_FR|CD_DSTR_REFNIS|TX_ADM_DSTR_DESCR_NL|TX_ADM_DSTR_DESCR_FR|"
    "CD_PROV_REFNIS|TX_PROV_DESCR_NL|TX_PROV_DESCR_FR|CD_RGN_REFNIS|TX_RGN_DESCR_NL|TX_RGN_DESCR_FR|CD_SEX|CD_NATLTY|"
    "TX_NATLTY_NL|TX_NATLTY_FR|CD_CIV_STS|TX_CIV_STS_NL|TX_CIV_STS_FR|CD_AGE|MS_POPULATION"
)
NEW_HEADER = "CD_REFNIS|TX_DESCR_NL|CD_SEX|CD_AGE|MS_POPULATION"


def old_line(nis_code: str, sex: str, nationality: str, age: str, population: str) -> str:
    place = f"{nis_code}|Aartselaar|Aartselaar|11000|Arrondissement Antwerpen|Arrondissement d'Anvers|10000"
    region = "Provincie Antwerpen|Province d'Anvers|02000|Vlaams Gewest|Région flamande"
    return f"{place}|{region}|{sex}|{nationality}|Belgen|Belges|1|Ongehuwd|Célibataire|{age}|{population}"


def new_text(*lines: str) -> str:
    return "\n".join((NEW_HEADER, *lines, ""))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_the_old_layout_is_summed_over_sex_nationality_and_civil_status(tmp_path: Path, encoding: str) -> None:
    lines = (
        old_line("11001", "M", "BEL", "0", "60"),
        old_line("11001", "F", "BEL", "0", "55"),
        old_line("11001", "F", "ETR", "0", "7"),
        old_line("11001", "F", "BEL", "2", "61"),
        old_line("11004", "M", "BEL", "0", "40"),
    )

    checked = checked_text(tmp_path, NAME, "\r\n".join((OLD_HEADER, *lines)), encoding, data_kind="demo")

    assert (checked.kind, checked.problems) == ("population", ())
    assert [tuple(row.values()) for row in checked.tables["population"].to_pylist()] == [
        (2023, "11001", 0, 122, "demo"),
        (2023, "11001", 2, 61, "demo"),
        (2023, "11004", 0, 40, "demo"),
    ]


def test_the_new_layout_gives_the_same(tmp_path: Path) -> None:
    checked = checked_text(tmp_path, NAME, new_text("11001|Aartselaar|M|0|60", "11001|Aartselaar|F|0|62"))

    assert [(row["age"], row["population"]) for row in checked.tables["population"].to_pylist()] == [(0, 122)]


def test_everybody_of_hundred_and_over_is_counted_together(tmp_path: Path) -> None:
    lines = ("11001|A|F|99|4", "11001|A|F|100|3", "11001|A|M|100+|1", "11001|A|F|107|2")

    checked = checked_text(tmp_path, NAME, new_text(*lines))

    found = checked.tables["population"].to_pylist()
    assert [(row["age"], row["population"]) for row in found] == [(99, 4), (100, 6)]


def test_the_zip_of_the_producer_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "TF_SOC_POP_STRUCT_2023.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(NAME, new_text("11001|Aartselaar|M|0|60").encode("utf-8-sig"))

    checked = check_file(CheckTask(path, path.name, "real"))

    assert checked.tables["population"].column("population").to_pylist() == [60]


def test_a_damaged_zip_is_refused_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "TF_SOC_POP_STRUCT_2023.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(NAME, new_text(*(f"11001|Aartselaar|M|{age}|60" for age in range(100))))
    content = bytearray(path.read_bytes())
    content[60:90] = b"\xff" * 30
    path.write_bytes(bytes(content))

    assert check_file(CheckTask(path, path.name, "real")).is_refused


def test_one_bad_line_refuses_the_file_and_every_bad_line_is_named(tmp_path: Path) -> None:
    lines = (
        "11001|A|M|0|60",
        "11001|A|M|0|-3",
        "",
        "1101|A|F|1|5",
        "11001|A|F|een|5",
        "11001|A|F|3",
        "11001|A|F|140|1",
    )

    checked = checked_text(tmp_path, NAME, new_text(*lines))

    assert places(checked) == [
        (3, "MS_POPULATION", "-3"),
        (5, "CD_REFNIS", "1101"),
        (6, "CD_AGE", "een"),
        (7, None, "4 cellen"),
        (8, "CD_AGE", "140"),
    ]
    assert checked.is_refused
    assert checked.tables == {}


def test_a_file_full_of_errors_gives_a_list_that_can_be_read(tmp_path: Path) -> None:
    checked = checked_text(tmp_path, NAME, new_text(*["x|A|M|0|60"] * (MAX_PROBLEMS + 25)))

    assert len(checked.problems) == MAX_PROBLEMS + 1
    assert checked.problems[-1].message_nl == "… en nog 25 andere problemen."


@pytest.mark.parametrize("name", ["bevolking.txt", "bevolking_2022_2023.txt"])
def test_without_one_year_in_the_name_the_year_is_asked(tmp_path: Path, name: str) -> None:
    checked = checked_text(tmp_path, name, new_text("11001|A|M|0|60"))

    assert [problem.rule_code for problem in checked.problems] == ["year_unknown"]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    checked = checked_text(tmp_path, NAME, "CD_SEX|CD_AGE|MS_POPULATION\nM|0|60\n")

    assert [problem.expected for problem in checked.problems] == ["CD_MUNTY_REFNIS of CD_REFNIS"]


def test_a_header_without_lines_is_refused(tmp_path: Path) -> None:
    assert [p.rule_code for p in checked_text(tmp_path, NAME, f"{NEW_HEADER}\n").problems] == ["no_rows"]
