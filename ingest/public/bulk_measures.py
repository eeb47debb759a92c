"""Measures in long form: one line per authority, year, type of care and measure (layout in docs/inputs.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest import raw_schemas
from ingest.authority_history import authority_history
from ingest.checked import CheckedFile
from ingest.codelists import seed_rows
from ingest.problems import Problem, Severity
from ingest.public import cells, delimited
from ingest.public.cells import UnreadableError
from ingest.public.tables import Column, by_line, read_table, shortened

KIND = "bulk_measures"
KEY = ("nis_code", "year", "care_type", "measure")
WITHOUT_VALUE = ("not_applicable", "not_submitted", "rejected", "withheld")
Row = tuple[int, dict[str, Any], dict[str, str]]


@dataclass(slots=True)
class _Sorted:
    """Rows that can be loaded, by key; rows without a readable key; what was wrong."""

    by_key: dict[tuple, dict[str, Any]] = field(default_factory=dict)
    set_apart: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def is_header(header: Sequence[str]) -> bool:
    """Whether a first line is meant as that of measures in long form."""
    return {"measure", "value"} <= set(header) or {"nis_code", "care_type", "measure"} <= set(header)


def check(path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Read every line. A bad value makes that figure 'rejected'; a line without a readable key is set apart.

    `data_kind` stands with the file in the register, not on the rows.
    """
    columns = _columns(delimited.delimiter_of(delimited.first_line(path)))
    result = read_table(path, columns, Severity.REJECTED)
    if any(problem.severity is Severity.FATAL for problem in result.problems):
        return CheckedFile(file_name, KIND, problems=by_line(result.problems))
    found = _sorted(result.rows)
    tables = {
        KIND: pa.Table.from_pylist(list(found.by_key.values()), schema=raw_schemas.columns(KIND)),
        raw_schemas.REJECTED_ROWS: pa.Table.from_pylist(
            found.set_apart, schema=raw_schemas.columns(raw_schemas.REJECTED_ROWS)
        ),
    }
    return CheckedFile(file_name, KIND, tables, by_line([*result.problems, *found.problems]))


def _columns(delimiter: str) -> tuple[Column, ...]:
    """Where the comma separates the columns, a point separates the decimals; elsewhere the Belgian way holds."""
    number = cells.point_decimal if delimiter == "," else cells.comma_decimal
    return (
        Column("nis_code", ("nis_code",), cells.nis_code),
        Column("year", ("year",), cells.year),
        Column("care_type", ("care_type",), _one_of("care_types", "care_type", "een type opvang")),
        Column("measure", ("measure",), _one_of("measures", "measure", "een gekende maat")),
        Column("value", ("value",), number, required=False),
        Column("status", ("status",), _status),
    )


def _one_of(seed: str, column: str, what: str) -> Any:
    known = {row[column] for row in seed_rows(seed)}

    def read(text: str) -> str:
        if text not in known:
            raise UnreadableError(f"{what} (zie {seed}.csv)")
        return text

    return read


def _status(text: str) -> str:
    known = [row["code"] for row in seed_rows("codes") if row["codelist"] == "status"]
    if text not in known:
        raise UnreadableError(f"een gekende status ({', '.join(known)})")
    return text


def _sorted(rows: list[Row]) -> _Sorted:
    found = _Sorted()
    for line, values, texts in rows:
        found.problems.extend(_unknown_authority(line, values))
        if not all(name in values for name in KEY):
            found.set_apart.append(_set_apart(line, values, texts))
            continue
        contradictions = list(_contradictions(line, values, texts))
        found.problems.extend(contradictions)
        key = tuple(values[name] for name in KEY)
        if key in found.by_key:
            found.problems.append(_twice(line, key))
        is_bad = bool(contradictions) or key in found.by_key or not {"value", "status"} <= values.keys()
        found.by_key[key] = values | {"value": None, "status": "rejected"} if is_bad else values
    return found


def _unknown_authority(line: int, values: dict[str, Any]) -> Iterator[Problem]:
    """A code that did not exist in that year is taken out of the values: the line has no readable key."""
    nis_code, year = values.get("nis_code"), values.get("year")
    if not nis_code or not year or authority_history().in_year(nis_code, year):
        return
    del values["nis_code"]
    message = f"NIS-code {nis_code} bestond niet in {year}."
    yield Problem(
        "nis_code_unknown", Severity.REJECTED, message, row_number=line, column_name="nis_code", header_nl="nis_code",
        found=nis_code, expected=f"een Vlaamse gemeente die in {year} bestond",
    )  # fmt: skip


def _contradictions(line: int, values: dict[str, Any], texts: dict[str, str]) -> Iterator[Problem]:
    """A figure has a value, and what has no figure has none."""
    if not {"value", "status"} <= values.keys():
        return
    has_value, may_have_value = values["value"] is not None, values["status"] not in WITHOUT_VALUE
    if has_value == may_have_value:
        return
    message = f"Bij de status '{values['status']}' hoort {'een' if may_have_value else 'geen'} waarde."
    yield Problem(
        "value_contradicts_status", Severity.REJECTED, message, row_number=line, column_name="value",
        header_nl="value", found=shortened(texts["value"]), expected="een getal" if may_have_value else "leeg",
    )  # fmt: skip


def _twice(line: int, key: tuple) -> Problem:
    message = f"Dit cijfer staat er meer dan eens ({', '.join(map(str, key))}); geen van beide telt."
    return Problem(
        "key_twice", Severity.REJECTED, message, row_number=line, column_name="measure", header_nl="measure",
        found=str(key[-1]), expected="één regel per bestuur, jaar, type opvang en maat",
    )  # fmt: skip


def _set_apart(line: int, values: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    own = {name: values.get(name) for name in ("nis_code", "year", "care_type")}
    return own | {"sheet": KIND, "row_number": line, "cells": json.dumps(texts, ensure_ascii=False)}
