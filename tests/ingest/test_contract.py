"""The contract: what it says per year, the schemas it gives, and the faults it is refused for."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from ingest.contract import (
    CONTRACTS_PATH,
    REJECTED_ROWS,
    ContractError,
    arrow_schema,
    load_contract,
    raw_schemas,
    submission_contract,
)

SOUND = """
kind = "submission"
[[versions]]
version = "1"
from_year = 2014
[[versions]]
version = "2"
from_year = 2022
[[sheets]]
name = "staff"
sheet_nl = "Personeel"
layout = "table"
key = ["care_type"]
columns = [
  { name = "care_type", header_nl = "Type opvang", type = "code", codelist = "care_types", required = true },
  { name = "fte", header_nl = "VTE", type = "decimal", minimum = 0, maximum = 10 },
]
[[deviations]]
until_year = 2021
sheet = "staff"
column = "fte"
header_nl = "Voltijdse equivalenten"
"""


def header(year: int) -> str:
    return submission_contract(year).sheet("staff").column("fte").header_nl


def test_a_renamed_header_applies_to_its_years_only() -> None:
    assert (header(2021), header(2022)) == ("Voltijdse equivalenten", "VTE")


def test_the_schema_of_a_sheet_has_the_types_of_the_architecture() -> None:
    schema = arrow_schema(load_contract(), "hours")
    assert schema.names[:3] == ["nis_code", "year", "row_number"]
    assert schema.field("weekday").type == pa.int64()
    assert schema.field("opens_minute").type == pa.int64()
    assert arrow_schema(load_contract(), "finance").field("amount_eur").type == pa.decimal128(18, 2)
    assert arrow_schema(load_contract(), "staff").field("fte").type == pa.decimal128(18, 4)


def test_the_schema_is_the_same_in_every_year() -> None:
    assert all(raw_schemas(submission_contract(year)) == raw_schemas(load_contract()) for year in (2014, 2021, 2025))


def test_the_nis_code_and_the_year_stand_once_on_the_form() -> None:
    names = arrow_schema(load_contract(), "authority").names
    assert (names.count("nis_code"), names.count("year")) == (1, 1)


def test_every_sheet_and_the_rejected_rows_have_a_dataset() -> None:
    assert set(raw_schemas(load_contract())) == {f"submission_{sheet.name}" for sheet in load_contract().sheets} | {
        REJECTED_ROWS
    }


@pytest.mark.parametrize(
    ("sound", "broken", "sentence"),
    [
        ('type = "decimal"', 'type = "number"', "has type 'number'"),
        ("minimum = 0, maximum = 10", "minimum = 0", "needs a minimum and a maximum"),
        ("minimum = 0, maximum = 10", "minimum = 20, maximum = 10", "minimum 20 above its maximum 10"),
        ('codelist = "care_types"', 'codelist = "colours"', "'colours', which is in no seed"),
        ('key = ["care_type"]', 'key = ["dossier"]', "'dossier' in its key"),
        ('name = "fte", header', 'name = "care_type", header', "'care_type' occurs 2 times"),
        ('column = "fte"', 'column = "vte"', "about a column that does not exist"),
        ("until_year = 2021\n", "", "neither from_year nor until_year"),
        ('layout = "table"', 'layout = "grid"', "layout 'grid'"),
        ("required = true", "obliged = true", "unknown field 'obliged'"),
        ("maximum = 10", 'maximum = 10, not_above = "vte"', "is not_above 'vte', which is not one of its columns"),
        ("from_year = 2022", "from_year = 2023", "what is asked changes in 2022, but no version begins then"),
        ("from_year = 2022", "from_year = 2014", "the first year of a version, '2014' occurs 2 times"),
        ('version = "2"', 'version = "1"', "version '1' occurs 2 times"),
        ("from_year = 2022", "year = 2022", "each of the versions has a version and a from_year"),
    ],
)
def test_a_contract_that_contradicts_itself_is_refused(tmp_path: Path, sound: str, broken: str, sentence: str) -> None:
    path = tmp_path / "contract.toml"
    path.write_text(SOUND.replace(sound, broken, 1), encoding="utf-8")
    with pytest.raises(ContractError, match="contradicts itself") as refused:
        load_contract(path)
    assert sentence in str(refused.value)


def test_a_sound_contract_loads(tmp_path: Path) -> None:
    path = tmp_path / "contract.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert load_contract(path).for_year(2020).sheet("staff").headers == ["Type opvang", "Voltijdse equivalenten"]


def test_each_year_has_the_version_that_began_last(tmp_path: Path) -> None:
    path = tmp_path / "contract.toml"
    path.write_text(SOUND, encoding="utf-8")
    contract = load_contract(path)
    assert [contract.for_year(year).version for year in (2013, 2014, 2021, 2022, 2030)] == ["1", "1", "1", "2", "2"]
    assert contract.version == "2"


def test_all_faults_of_a_contract_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "contract.toml"
    broken = SOUND.replace('"decimal"', '"number"').replace('"table"', '"grid"')
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(ContractError) as refused:
        load_contract(path)
    assert str(refused.value).count("\n- ") == 2


def test_the_shipped_contract_asks_eight_sheets() -> None:
    assert [sheet.sheet_nl for sheet in load_contract(CONTRACTS_PATH / "submission.toml").sheets] == [
        "Bestuur", "Locaties", "Personeel", "Personeel jaar", "Financiën", "Openingsuren", "Prestaties", "VIA",
    ]  # fmt: skip
