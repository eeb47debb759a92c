"""Statbel fiscal income per municipality (TF_PSNL_INC_TAX_MUNTY): the columns for an average income."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest import raw_schemas
from ingest.checked import CheckedFile
from ingest.problems import Problem, Severity
from ingest.public import cells
from ingest.public.tables import Column, by_line, read_table

KIND = "fiscal_income"
COLUMNS = (
    Column("year", ("CD_YEAR",), cells.year),
    Column("nis_code", ("CD_MUNTY_REFNIS", "CD_REFNIS"), cells.nis_code),
    Column("n_declarations", ("MS_NBR_NON_ZERO_INC",), cells.whole_number),
    Column("total_net_taxable_eur", ("MS_TOT_NET_TAXABLE_INC",), cells.cents),
    Column("n_residents", ("MS_TOT_RESIDENTS",), cells.whole_number),
)


def is_header(header: Sequence[str]) -> bool:
    """Whether a first line is meant as that of fiscal income."""
    return bool({"MS_TOT_NET_TAXABLE_INC", "MS_NBR_NON_ZERO_INC"} & set(header))


def check(path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Read every municipality; one bad line, or a municipality twice, refuses the file."""
    result = read_table(path, COLUMNS)
    problems = [*result.problems, *_doubles(result.rows)]
    if problems:
        return CheckedFile(file_name, KIND, problems=by_line(problems))
    rows = [values | {"data_kind": data_kind} for _, values, _ in result.rows]
    return CheckedFile(file_name, KIND, {KIND: pa.Table.from_pylist(rows, schema=raw_schemas.columns(KIND))})


def _doubles(rows: list[tuple[int, dict[str, Any], dict[str, str]]]) -> Iterator[Problem]:
    first_lines: dict[tuple[int, str], int] = {}
    for line, values, _ in rows:
        if "year" not in values or "nis_code" not in values:
            continue
        key = (values["year"], values["nis_code"])
        first = first_lines.setdefault(key, line)
        if first != line:
            message = f"Gemeente {key[1]} staat voor {key[0]} ook al op regel {first}."
            yield Problem(
                "key_twice", Severity.FATAL, message, row_number=line, column_name="nis_code",
                found=key[1], expected="één regel per gemeente en jaar",
            )  # fmt: skip
