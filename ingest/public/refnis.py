"""Statbel REFNIS: the units of the country, what they belong to, and from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from ingest import raw_schemas
from ingest.checked import CheckedFile
from ingest.public import cells
from ingest.public.tables import Column, capped, read_table

KIND = "refnis"
COLUMNS = (
    Column("level", ("LVL_REFNIS",), cells.whole_number),
    Column("nis_code", ("CD_REFNIS",), cells.nis_code),
    Column("parent_nis_code", ("CD_SUP_REFNIS",), cells.parent_nis_code),
    Column("name_de", ("TX_REFNIS_DE",), cells.plain, required=False),
    Column("name_fr", ("TX_REFNIS_FR",), cells.plain, required=False),
    Column("name_nl", ("TX_REFNIS_NL",), cells.plain),
    Column("valid_from", ("DT_VLDT_START",), cells.day),
    Column("valid_to", ("DT_VLDT_END",), cells.day),
)


def is_header(header: Sequence[str]) -> bool:
    """Whether a first line is meant as that of REFNIS."""
    return bool({"LVL_REFNIS", "CD_SUP_REFNIS", "TX_REFNIS_NL"} & set(header))


def check(path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Read the whole list; one bad line refuses it, since half a map is worse than none.

    `data_kind` makes no difference: the list has no figures.
    """
    result = read_table(path, COLUMNS)
    if result.problems:
        return CheckedFile(file_name, KIND, problems=capped(result.problems))
    rows = [values for _, values, _ in result.rows]
    return CheckedFile(file_name, KIND, {KIND: pa.Table.from_pylist(rows, schema=raw_schemas.columns(KIND))})
