"""What was read and kept, as the tables of the raw datasets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from ingest.checking.rule import FormData, SheetData, Submission
from ingest.checking.table import text_of
from ingest.contract import ARROW_TYPES, REJECTED_ROWS, REJECTED_ROWS_SCHEMA, Contract

Columns = dict[str, list[Any]]
_ARROW_TYPES = {str(arrow_type): arrow_type for arrow_type in ARROW_TYPES}
_NO_REJECTED_ROWS = REJECTED_ROWS_SCHEMA.empty_table()


def raw_tables(submission: Submission) -> dict[str, pa.Table]:
    """Give every raw dataset of a submission, without load_id and file_hash. NIS code and year must be known."""
    nis_code, year = submission.form.values["nis_code"], submission.form.values["year"]
    columns = {submission.form.sheet.dataset: _form_columns(submission.form)}
    for data in submission.tables.values():
        columns[data.sheet.dataset] = _kept_columns(data, nis_code, year)
    tables = _tables(submission.contract, columns)
    rejected = list(_rejected_rows(submission))
    tables[REJECTED_ROWS] = pa.Table.from_pylist(rejected, REJECTED_ROWS_SCHEMA) if rejected else _NO_REJECTED_ROWS
    return tables


def _form_columns(form: FormData) -> Columns:
    """One row; its row number is that of the line with the NIS code."""
    return {name: [value] for name, value in form.values.items()} | {"row_number": [form.row_numbers["nis_code"]]}


def _kept_columns(data: SheetData, nis_code: str, year: int) -> Columns:
    columns: Columns = {"row_number": data.row_numbers, **data.values}
    if data.apart:
        kept = list(data.kept)
        columns = {name: [values[place] for place in kept] for name, values in columns.items()}
    n_rows = len(columns["row_number"])
    return {"nis_code": [nis_code] * n_rows, "year": [year] * n_rows, **columns}


def _tables(contract: Contract, columns: dict[str, Columns]) -> dict[str, pa.Table]:
    """Build all tables at once: one array per type over all of them, cut into columns; an array each is far slower."""
    pooled: dict[str, list[Any]] = {}
    cuts: dict[str, list[tuple[str, int, int]]] = {}
    for dataset, values in columns.items():
        cuts[dataset] = []
        for name, type_name in contract.raw_types[dataset].items():
            pool = pooled.setdefault(type_name, [])
            cuts[dataset].append((type_name, len(pool), len(values[name])))
            pool += values[name]
    arrays = {type_name: pa.array(pool, _ARROW_TYPES[type_name]) for type_name, pool in pooled.items()}
    return {
        dataset: pa.Table.from_arrays(
            [arrays[type_name].slice(start, length) for type_name, start, length in pieces],
            schema=contract.raw_schemas[dataset],
        )
        for dataset, pieces in cuts.items()
    }


def _rejected_rows(submission: Submission) -> Iterable[dict[str, Any]]:
    values = submission.form.values
    for name, data in submission.tables.items():
        for place in sorted(data.apart):
            yield {
                "nis_code": values["nis_code"],
                "year": values["year"],
                "sheet": name,
                "row_number": data.row_numbers[place],
                "care_type": submission.care_type_of(name, place),
                "cells": json.dumps(text_of(data, place), ensure_ascii=False),
            }
