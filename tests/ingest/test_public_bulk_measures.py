"""Measures in long form: a figure that cannot be read is rejected, and never guessed."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.checked import CheckedFile
from tests.ingest.public_files import checked_text, places

HEADER = ("nis_code", "year", "care_type", "measure", "value", "status")
KEY = ("11001", "2023", "group", "places_licensed")


def bulk(tmp_path: Path, *rows: tuple[str, ...], delimiter: str = ";") -> CheckedFile:
    return checked_text(tmp_path, "maten.csv", "\n".join(delimiter.join(row) for row in (HEADER, *rows)))


def figures(checked: CheckedFile) -> list[tuple[Decimal | None, str]]:
    return [(row["value"], row["status"]) for row in checked.tables["bulk_measures"].to_pylist()]


@pytest.mark.parametrize(
    ("delimiter", "text", "value"),
    [
        (";", "1234,5", "1234.5"),
        (";", "1.234,5", "1234.5"),
        (";", "1.234.567", "1234567"),
        (";", "0.25", "0.25"),
        (";", "12.3456", "12.3456"),
        (";", "-12", "-12"),
        (",", "1234.5", "1234.5"),
        (",", "1.234", "1.234"),
        (",", "0", "0"),
    ],
)
def test_a_number_is_read_the_way_the_file_writes_numbers(
    tmp_path: Path, delimiter: str, text: str, value: str
) -> None:
    checked = bulk(tmp_path, (*KEY, text, "reported"), delimiter=delimiter)

    assert (checked.kind, checked.problems) == ("bulk_measures", ())
    assert figures(checked) == [(Decimal(value), "reported")]


@pytest.mark.parametrize(
    ("delimiter", "text"),
    [(";", "1.234"), (";", "twaalf"), (";", "1,2,3"), (";", "12.34.567"), (",", '"1,5"'), (",", "1e3"), (";", "nan")],
)
def test_an_ambiguous_or_unreadable_number_makes_the_figure_rejected(tmp_path: Path, delimiter: str, text: str) -> None:
    checked = bulk(tmp_path, (*KEY, text, "reported"), delimiter=delimiter)

    assert figures(checked) == [(None, "rejected")]
    assert places(checked) == [(2, "value", text.strip('"'))]
    assert checked.has_rejections
    assert not checked.is_refused


def test_a_gap_is_a_row_without_a_value(tmp_path: Path) -> None:
    assert figures(bulk(tmp_path, (*KEY, "", "not_submitted"))) == [(None, "not_submitted")]


@pytest.mark.parametrize(("value", "status"), [("", "reported"), ("12", "not_applicable"), ("12", "withheld")])
def test_a_value_that_contradicts_its_status_is_rejected(tmp_path: Path, value: str, status: str) -> None:
    checked = bulk(tmp_path, (*KEY, value, status))

    assert figures(checked) == [(None, "rejected")]
    assert [problem.rule_code for problem in checked.problems] == ["value_contradicts_status"]


def test_the_same_figure_twice_counts_for_neither(tmp_path: Path) -> None:
    checked = bulk(tmp_path, (*KEY, "12", "reported"), (*KEY, "13", "reported"))

    assert figures(checked) == [(None, "rejected")]
    assert [(problem.row_number, problem.rule_code) for problem in checked.problems] == [(3, "key_twice")]


def test_lines_without_a_readable_key_are_set_apart_as_they_were(tmp_path: Path) -> None:
    rows = [
        ("23106", "2023", "group", "places_licensed", "12", "reported"),
        ("11001", "2023", "creche", "places_licensed", "12", "reported"),
        ("11001", "2023", "group", "onbestaand", "12", "reported"),
        (*KEY, "12", "reported"),
    ]

    checked = bulk(tmp_path, *rows)

    assert places(checked) == [(2, "nis_code", "23106"), (3, "care_type", "creche"), (4, "measure", "onbestaand")]
    assert figures(checked) == [(Decimal(12), "reported")]
    apart = checked.tables["submission_rejected_rows"].to_pylist()
    assert [row["row_number"] for row in apart] == [2, 3, 4]
    assert json.loads(apart[0]["cells"]) == dict(zip(HEADER, rows[0], strict=True))


def test_a_missing_column_refuses_the_file(tmp_path: Path) -> None:
    checked = checked_text(tmp_path, "maten.csv", "nis_code;care_type;measure;value\n11001;group;places_licensed;3\n")

    assert checked.is_refused
    assert [problem.expected for problem in checked.problems] == ["year", "status"]
