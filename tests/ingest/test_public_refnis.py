"""Statbel REFNIS in its producer's layout."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ingest.public_files import checked_text, places

HEADER = "LVL_REFNIS|CD_REFNIS|CD_SUP_REFNIS|TX_REFNIS_DE|TX_REFNIS_FR|TX_REFNIS_NL|DT_VLDT_START|DT_VLDT_END"
REGION = "1|02000|-|Flämische Region|Région flamande|Vlaams Gewest|01/01/1970|31/12/9999"
TOWN = "4|12030|12000|Puurs|Puurs|Puurs|01/01/1977|31/12/2018"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_line_is_a_unit_with_its_parent_and_its_dates(tmp_path: Path, encoding: str, newline: str) -> None:
    text = newline.join((HEADER, REGION, TOWN, ""))

    checked = checked_text(tmp_path, "om het even.dat", text, encoding)

    assert (checked.kind, checked.problems) == ("refnis", ())
    region, town = checked.tables["refnis"].to_pylist()
    assert (region["level"], region["parent_nis_code"], region["name_fr"]) == (1, None, "Région flamande")
    assert (town["nis_code"], town["parent_nis_code"]) == ("12030", "12000")
    assert (town["valid_from"], town["valid_to"]) == (date(1977, 1, 1), date(2018, 12, 31))


def test_a_missing_column_is_named_and_nothing_else_is_said(tmp_path: Path) -> None:
    checked = checked_text(tmp_path, "a.txt", f"{HEADER.replace('CD_SUP_REFNIS', 'CD_OUDER')}\n{REGION}\n")

    assert checked.is_refused
    assert [(problem.rule_code, problem.expected) for problem in checked.problems] == [
        ("column_missing", "CD_SUP_REFNIS")
    ]
    assert "CD_OUDER" in checked.problems[0].found


def test_all_bad_cells_are_reported_at_once_with_their_line(tmp_path: Path) -> None:
    lines = (HEADER, REGION, "vier|1200|12000|P|P||2019-01-01|31/12/2018", "", "4|12030")

    checked = checked_text(tmp_path, "a.txt", "\n".join(lines))

    assert places(checked) == [
        (3, "LVL_REFNIS", "vier"),
        (3, "CD_REFNIS", "1200"),
        (3, "TX_REFNIS_NL", ""),
        (3, "DT_VLDT_START", "2019-01-01"),
        (5, None, "2 cellen"),
    ]
    assert checked.tables == {}


def test_a_header_without_lines_is_refused(tmp_path: Path) -> None:
    assert [p.rule_code for p in checked_text(tmp_path, "a.txt", HEADER).problems] == ["no_rows"]
