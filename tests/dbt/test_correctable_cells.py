"""The macro that says which cells can be corrected agrees with the contract of the submission."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment

from ingest.contract import Sheet, submission_contract
from ingest.correct import FORM, is_correctable
from ingest.dbt_folders import PROJECT_FOLDER
from ingest.version_rows import row_key

MACROS = PROJECT_FOLDER / "macros"
SQL_TYPES = {"int64": "bigint", "bool": "boolean", "date32[day]": "date", "string": "varchar"}


class Returned(Exception):
    """What a macro returns, the way dbt lets it."""


def give_back(value: Any) -> None:
    raise Returned(value)


def correctable_sheets() -> dict[str, dict[str, Any]]:
    source = (MACROS / "corrections.sql").read_text(encoding="utf-8")
    lists = {
        "submission_care_types": lambda: ["group", "family", "out_of_school"],
        "submission_sheets": lambda: [sheet.name for sheet in submission_contract().sheets if sheet.name != FORM],
    }
    environment = Environment(extensions=["jinja2.ext.do"], autoescape=False)
    macros = environment.from_string(source, globals=lists | {"return": give_back})
    with pytest.raises(Returned) as returned:
        macros.module.correctable_sheets()
    return returned.value.args[0]


DECLARED = correctable_sheets()
SHEETS = submission_contract().sheets


def sql_type(sheet: Sheet, name: str) -> str:
    arrow = str(sheet.column(name).arrow_type)
    return SQL_TYPES.get(arrow) or arrow.replace("decimal128", "decimal").replace(", ", ",")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_models_correct_what_the_contract_has(sheet: Sheet) -> None:
    columns = [column.name for column in sheet.columns if is_correctable(sheet, column)]

    assert DECLARED[sheet.name]["columns"] == {name: sql_type(sheet, name) for name in columns}
    assert DECLARED[sheet.name]["key"] == list(sheet.key)


def test_a_row_is_named_the_same_way_on_both_sides() -> None:
    hours = submission_contract().sheet("hours")
    row = {"dossier_number": "a|b", "period": None, "weekday": 1, "opens_minute": 420}

    assert row_key(hours, row) == "a/b |  | 1 | 420"
    assert row_key(submission_contract().sheet(FORM), {}) == "*"
