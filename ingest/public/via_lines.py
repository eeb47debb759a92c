"""The tables of a VIA agreement, figure by figure as printed (layout in docs/inputs.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest import raw_schemas
from ingest.checked import CheckedFile
from ingest.codelists import seed_rows
from ingest.problems import Problem, Severity
from ingest.public import cells
from ingest.public.cells import UnreadableError
from ingest.public.tables import Column, by_line, read_table

KIND = "via_lines"
UNITS = ("eur", "fte", "eur_per_fte", "percent")


def _agreement(text: str) -> str:
    return _known(text, "via_agreements", "agreement", "een gekend akkoord")


def _kind(text: str) -> str:
    return _known(text, "via_kinds", "kind", "een gekende soort cijfer")


def _sector(text: str) -> str:
    return _known(text, "via_sectors", "sector", "een gekende sector")


def _measure(text: str) -> str:
    """A measure, or a sum of measures: all of them, or all but one."""
    if text != "all":
        _known(text.removeprefix("all_but_"), "via_measures", "measure", "all, of een gekende maatregel")
    return text


def _known(text: str, seed: str, column: str, expected: str) -> str:
    codes = [row[column] for row in seed_rows(seed)]
    if text not in codes:
        raise UnreadableError(f"{expected} ({', '.join(codes)})")
    return text


def _unit(text: str) -> str:
    if text not in UNITS:
        raise UnreadableError(f"een gekende eenheid ({', '.join(UNITS)})")
    return text


COLUMNS = (
    Column("agreement", ("agreement",), _agreement),
    Column("year", ("year",), cells.year),
    Column("table_code", ("table_code",), cells.plain),
    Column("row_label", ("row_label",), cells.plain),
    Column("kind", ("kind",), _kind),
    Column("unit", ("unit",), _unit),
    Column("measure", ("measure",), _measure, required=False),
    Column("sector", ("sector",), _sector, required=False),
    Column("amount_printed_eur", ("amount_printed_eur",), cells.cents, required=False),
    Column("quantity_printed", ("quantity_printed",), cells.four_decimals, required=False),
    Column("source_place", ("source_place",), cells.plain),
)


def is_header(header: Sequence[str]) -> bool:
    """Whether a first line is meant as that of printed figures of an agreement."""
    return "amount_printed_eur" in header or {"agreement", "table_code"} <= set(header)


def check(path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Read every line; one bad line refuses the file, since a table is only checked against its totals as a whole."""
    result = read_table(path, COLUMNS)
    problems = [*result.problems, *(problem for row in result.rows for problem in _contradictions(*row))]
    if problems:
        return CheckedFile(file_name, KIND, problems=by_line(problems))
    own = {"data_kind": data_kind}
    rows = [values | own | {"line_number": line} for line, values, _ in result.rows]
    return CheckedFile(file_name, KIND, {KIND: pa.Table.from_pylist(rows, schema=raw_schemas.columns(KIND))})


def _contradictions(line: int, row: dict[str, Any], texts: dict[str, str]) -> Iterator[Problem]:
    """An amount is in euro and any other figure is a quantity; both empty means: printed as not applicable."""
    is_amount = row.get("unit") == "eur"
    wrong = "quantity_printed" if is_amount else "amount_printed_eur"
    if row.get("unit") and row.get(wrong) is not None:
        right = "amount_printed_eur" if is_amount else "quantity_printed"
        message = f"Een cijfer in '{row['unit']}' hoort in de kolom '{right}', niet in '{wrong}'."
        yield Problem(
            "unit_contradicts", Severity.FATAL, message, row_number=line, column_name=wrong, header_nl=wrong,
            found=texts[wrong], expected=f"leeg, en het cijfer in {right}",
        )  # fmt: skip
