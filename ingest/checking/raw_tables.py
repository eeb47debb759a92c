"""What was read and kept, as the tables of the raw datasets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from ingest.checking.rule import SheetData, Submission
from ingest.checking.table import text_of
from ingest.contract import REJECTED_ROWS, REJECTED_ROWS_SCHEMA, Contract, arrow_schema


def raw_tables(submission: Submission) -> dict[str, pa.Table]:
    """Give every raw dataset of a submission, without load_id and file_hash. NIS code and year must be known."""
    nis_code, year = submission.form.values["nis_code"], submission.form.values["year"]
    tables = {submission.form.sheet.dataset: _form_table(submission)}
    for data in submission.tables.values():
        tables[data.sheet.dataset] = _sheet_table(submission.contract, data, nis_code, year)
    tables[REJECTED_ROWS] = pa.Table.from_pylist(list(_rejected_rows(submission)), schema=REJECTED_ROWS_SCHEMA)
    return tables


def _form_table(submission: Submission) -> pa.Table:
    """One row; its row number is that of the line with the NIS code."""
    form = submission.form
    values = {**form.values, "row_number": form.row_numbers["nis_code"]}
    schema = arrow_schema(submission.contract, form.sheet.name)
    return pa.Table.from_arrays([pa.array([values[field.name]], field.type) for field in schema], schema=schema)


def _sheet_table(contract: Contract, data: SheetData, nis_code: str, year: int) -> pa.Table:
    schema = arrow_schema(contract, data.sheet.name)
    kept = list(data.kept)
    n_rows = len(kept)
    identity = [pa.repeat(nis_code, n_rows), pa.repeat(pa.scalar(year, pa.int64()), n_rows)]
    columns = [data.row_numbers, *(data.values[field.name] for field in schema.remove(0).remove(0).remove(0))]
    if data.apart:
        columns = [[values[place] for place in kept] for values in columns]
    arrays = [pa.array(values, field.type) for values, field in zip(columns, list(schema)[2:], strict=True)]
    return pa.Table.from_arrays([*identity, *arrays], schema=schema)


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
