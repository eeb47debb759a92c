"""A price index: one index per file, every year once, and what looks odd is told but not mended."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.checked import CheckedFile
from ingest.problems import Severity
from tests.ingest.public_files import checked_text, places

HEADER = "jaar;indexcijfer;basisjaar;naam;bron"


def checked(folder: Path, *lines: str, header: str = HEADER) -> CheckedFile:
    return checked_text(folder, "index.csv", "\n".join((header, *lines, "")))


def test_a_price_index_is_known_by_its_header_and_laid_in_the_order_of_the_years(tmp_path: Path) -> None:
    found = checked(tmp_path, "2022;104,25;2021;Proefindex;Proefdienst", "2021;100;2021;Proefindex;Proefdienst")

    assert (found.kind, found.problems) == ("price_index", ())
    assert [tuple(row.values()) for row in found.tables["price_index"].to_pylist()] == [
        (2021, Decimal("100.0000"), 2021, "Proefindex", "Proefdienst", "real"),
        (2022, Decimal("104.2500"), 2021, "Proefindex", "Proefdienst", "real"),
    ]


@pytest.mark.parametrize("figure", ["0", "-3", "honderd", "", "1.234", "100,00001"])
def test_a_figure_that_is_no_price_level_refuses_the_file_at_its_cell(tmp_path: Path, figure: str) -> None:
    found = checked(tmp_path, "2021;100;2021;a;b", f"2022;{figure};2021;a;b")

    assert found.is_refused
    assert places(found) == [(3, "indexcijfer", figure)]


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    long = "x" * 121
    found = checked(
        tmp_path,
        "2021;100;2021;a;b",
        "2021;101;2021;a;b",
        "2022;104;2013;a;b",
        "2023;108;2021;c;",
        f"2024;110;2021;a;{long}",
    )

    assert places(found) == [
        (3, "jaar", "2021"), (4, "basisjaar", "2013"), (5, "bron", ""), (5, "naam", "c"), (6, "bron", long),
    ]  # fmt: skip
    assert found.tables == {}


def test_a_sentence_says_the_line_and_the_column_it_is_about(tmp_path: Path) -> None:
    found = checked(tmp_path, "2021;100;2021;a;b", "2021;1.045;2021;a;b")

    assert [problem.message_nl for problem in found.problems] == [
        "Regel 3, ‘indexcijfer’: '1.045' is geen eenduidig getal: dit kan duizend of één komma iets zijn; schrijf 1234 "
        "of 1,234.",
        "Regel 3, ‘jaar’: Het jaar 2021 staat ook al op regel 2.",
    ]


def test_a_missing_column_refuses_the_file_by_its_name(tmp_path: Path) -> None:
    found = checked(tmp_path, "2021;100;a;b", header="jaar;indexcijfer;naam;bron")

    assert [(problem.rule_code, problem.header_nl) for problem in found.problems] == [("column_missing", "basisjaar")]


def test_what_looks_odd_is_told_and_received_as_it_is(tmp_path: Path) -> None:
    found = checked(tmp_path, "2021;120;2021;a;b", "2022;122;2021;a;b", "2023;142;2021;a;b", "2025;146;2021;a;b")

    assert [(one.rule_code, one.row_number, one.severity) for one in found.problems] == [
        ("odd_base_year", 2, Severity.WARNING), ("odd_step", 4, Severity.WARNING),
        ("year_left_out", 5, Severity.WARNING),
    ]  # fmt: skip
    assert [row["index_figure"] for row in found.tables["price_index"].to_pylist()] == [120, 122, 142, 146]
