"""Statbel fiscal income: the columns for an average income, and nothing twice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.ingest.public_files import checked_text, places

COLUMNS = ("CD_YEAR", "CD_MUNTY_REFNIS", "MS_NBR_NON_ZERO_INC", "MS_NBR_ZERO_INC", "MS_TOT_NET_TAXABLE_INC",
           "MS_TOT_RESIDENTS", "TX_MUNTY_DESCR_NL")  # fmt: skip


@pytest.mark.parametrize("delimiter", ["|", ";", ","])
def test_the_amounts_are_read_to_the_cent(tmp_path: Path, delimiter: str) -> None:
    lines = (COLUMNS, ("2021", "11001", "8065", "120", "260615502.8", "14375", "Aartselaar"))

    checked = checked_text(tmp_path, "a.txt", "\n".join(delimiter.join(line) for line in lines))

    assert (checked.kind, checked.problems) == ("fiscal_income", ())
    assert list(checked.tables["fiscal_income"].to_pylist()[0].values()) == [
        2021, "11001", 8065, Decimal("260615502.80"), 14375, "real",
    ]  # fmt: skip


def test_a_municipality_twice_in_a_year_refuses_the_file(tmp_path: Path) -> None:
    line = "2021|11001|8065|120|260615502.8|14375|Aartselaar"

    checked = checked_text(tmp_path, "a.txt", "\n".join(("|".join(COLUMNS), line, line, line.replace("2021", "2022"))))

    assert [(problem.row_number, problem.rule_code) for problem in checked.problems] == [(3, "key_twice")]
    assert checked.is_refused


def test_an_empty_or_unreadable_figure_is_never_taken_for_zero(tmp_path: Path) -> None:
    line = "2021|11001||120|1.234,5|14375|Aartselaar"

    checked = checked_text(tmp_path, "a.txt", f"{'|'.join(COLUMNS)}\n{line}\n")

    assert places(checked) == [(2, "MS_NBR_NON_ZERO_INC", ""), (2, "MS_TOT_NET_TAXABLE_INC", "1.234,5")]


def test_more_than_cents_is_refused_rather_than_rounded_away(tmp_path: Path) -> None:
    checked = checked_text(tmp_path, "a.txt", f"{'|'.join(COLUMNS)}\n2021|11001|3|1|12.345|14375|Aartselaar\n")

    assert places(checked) == [(2, "MS_TOT_NET_TAXABLE_INC", "12.345")]
