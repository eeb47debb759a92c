"""The contract of a submission: which sheets and columns, per year, read from `contracts/*.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest.codelists import CodeList, codelist, seeds_path
from ingest.contract_faults import contract_faults

CONTRACTS_PATH = Path(__file__).parent / "contracts"

_ARROW_TYPES = {
    "integer": pa.int64(),
    "decimal": pa.decimal128(18, 4),
    "money": pa.decimal128(18, 2),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "time": pa.int64(),
}
ARROW_TYPES = (pa.string(), *_ARROW_TYPES.values())
_ROW_IDENTITY = (
    pa.field("nis_code", pa.string()),
    pa.field("year", pa.int64()),
    pa.field("row_number", pa.int64()),
)
REJECTED_ROWS = "submission_rejected_rows"
REJECTED_ROWS_SCHEMA = pa.schema(
    [
        pa.field("nis_code", pa.string()),
        pa.field("year", pa.int64()),
        pa.field("sheet", pa.string()),
        pa.field("row_number", pa.int64()),
        pa.field("care_type", pa.string()),
        pa.field("cells", pa.string()),
    ]
)


class ContractError(Exception):
    """A contract that contradicts itself: our fault, never the sender's."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet, or a line of a form. `stored_as` is the type when a code is stored as a number.

    `not_above`, `not_before` and `after` name the column of the same row that bounds this one.
    """

    name: str
    header_nl: str
    type: str
    required: bool = False
    unit: str | None = None
    codelist: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    reference: str | None = None
    empty_when: tuple[tuple[str, str], ...] = ()
    stored_as: str | None = None
    not_above: str | None = None
    not_before: str | None = None
    after: str | None = None
    identity: bool = False
    asked: bool = True

    @cached_property
    def codes(self) -> CodeList:
        """The code list of a code, or that of yes and no."""
        return codelist(self.codelist or "boolean")

    @property
    def arrow_type(self) -> pa.DataType:
        """The type in the raw dataset."""
        return _ARROW_TYPES.get(self.stored_as or self.type, pa.string())


@dataclass(frozen=True)
class Sheet:
    """A sheet: a table with a header row, or a form with one field per line.

    `carried_over`: its rows come back from year to year, so that the template begins with those of last year.
    """

    name: str
    sheet_nl: str
    layout: str
    columns: tuple[Column, ...]
    description_nl: str = ""
    key: tuple[str, ...] = ()
    item: str | None = None
    carried_over: bool = False

    @property
    def dataset(self) -> str:
        """The raw dataset the rows go to."""
        return f"submission_{self.name}"

    def column(self, name: str) -> Column:
        """Give a column by our name."""
        return self._by_name[name]

    @cached_property
    def asked_columns(self) -> tuple[Column, ...]:
        """The columns that are asked in the year of the contract."""
        return tuple(column for column in self.columns if column.asked)

    @cached_property
    def headers(self) -> list[str]:
        """The headers of the columns that are asked, in their order."""
        return [column.header_nl for column in self.asked_columns]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}


@dataclass(frozen=True)
class Contract:
    """What is asked in one year. `version` is that of the year; `from_years` are the years in which another begins."""

    version: str
    kind: str
    sheets: tuple[Sheet, ...]
    deviations: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    from_years: dict[int, str] = field(default_factory=dict, repr=False)

    @cached_property
    def raw_schemas(self) -> dict[str, pa.Schema]:
        """The schema of every raw dataset of a submission, without load_id and file_hash."""
        schemas = {sheet.dataset: arrow_schema(self, sheet.name) for sheet in self.sheets}
        return {**schemas, REJECTED_ROWS: REJECTED_ROWS_SCHEMA}

    @cached_property
    def raw_types(self) -> dict[str, dict[str, str]]:
        """The name of the type of every column of every raw dataset: asking Arrow for it again and again is slow."""
        return {name: {field.name: str(field.type) for field in schema} for name, schema in self.raw_schemas.items()}

    def sheet(self, name: str) -> Sheet:
        """Give a sheet by our name."""
        return next(sheet for sheet in self.sheets if sheet.name == name)

    def for_year(self, year: int) -> Contract:
        """Give the contract as it holds in a year: the default with that year's deviations."""
        applying = [deviation for deviation in self.deviations if _applies(deviation, year)]
        sheets = tuple(_deviated(sheet, applying) for sheet in self.sheets) if applying else self.sheets
        return replace(self, sheets=sheets, version=self.version_of(year))

    def version_of(self, year: int) -> str:
        """Give the version that holds in a year: the last that began by then, or else the first there is."""
        begun = [first for first in self.from_years if first <= year]
        return self.from_years[max(begun) if begun else min(self.from_years)] if self.from_years else self.version


@lru_cache(maxsize=8)
def load_contract(path: Path = CONTRACTS_PATH / "submission.toml") -> Contract:
    """Load a contract and check it.

    Raises:
        ContractError: with every fault of the contract at once.
    """
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    faults = contract_faults(document)
    if faults:
        raise ContractError("\n".join([f"{path.name} contradicts itself:", *faults]))
    sheets = tuple(_sheet(entry) for entry in document["sheets"])
    from_years = {entry["from_year"]: entry["version"] for entry in document["versions"]}
    latest = from_years[max(from_years)]
    return Contract(latest, document["kind"], sheets, tuple(document.get("deviations", ())), from_years)


def submission_contract(year: int | None = None) -> Contract:
    """Give the contract of a submission, as it holds in a year."""
    return _submission_contract(seeds_path(), year)


def submission_forms(sheet: str) -> dict[str, Sheet]:
    """Give a sheet as each version of the contract asks it, by version."""
    return _submission_forms(seeds_path(), sheet)


@lru_cache(maxsize=64)
def _submission_forms(seeds: Path, sheet: str) -> dict[str, Sheet]:
    first_years = load_contract().from_years
    return {version: _submission_contract(seeds, year).sheet(sheet) for year, version in first_years.items()}


@lru_cache(maxsize=64)
def _submission_contract(seeds: Path, year: int | None) -> Contract:
    """The columns keep their code lists, so other seeds mean another contract."""
    contract = replace(load_contract(), sheets=tuple(_renewed(sheet) for sheet in load_contract().sheets))
    return contract if year is None else contract.for_year(year)


def _renewed(sheet: Sheet) -> Sheet:
    return replace(sheet, columns=tuple(replace(column) for column in sheet.columns))


def arrow_schema(contract: Contract, sheet: str) -> pa.Schema:
    """Give the schema of a sheet's raw dataset, without load_id and file_hash. The year makes no difference to it."""
    own = [column for column in contract.sheet(sheet).columns if column.name not in ("nis_code", "year")]
    return pa.schema([*_ROW_IDENTITY, *(pa.field(column.name, column.arrow_type) for column in own)])


def raw_schemas(contract: Contract) -> dict[str, pa.Schema]:
    """Give the schema of every raw dataset of a submission, without load_id and file_hash."""
    return contract.raw_schemas


def _sheet(entry: dict[str, Any]) -> Sheet:
    columns = tuple(_column(column) for column in entry["columns"])
    key = tuple(entry.get("key", ()))
    return Sheet(
        entry["name"],
        entry["sheet_nl"],
        entry["layout"],
        columns,
        entry.get("description_nl", ""),
        key,
        entry.get("item"),
        entry.get("carried_over", False),
    )


def _column(entry: dict[str, Any]) -> Column:
    empty_when = tuple(entry.get("empty_when", {}).items())
    return Column(**{**entry, "empty_when": empty_when})


def _applies(deviation: dict[str, Any], year: int) -> bool:
    return deviation.get("from_year", year) <= year <= deviation.get("until_year", year)


def _is_about(deviation: dict[str, Any], sheet: str, column: str) -> bool:
    return deviation["sheet"] == sheet and deviation["column"] == column


def _deviated(sheet: Sheet, deviations: list[dict[str, Any]]) -> Sheet:
    return replace(sheet, columns=tuple(_deviated_column(sheet, column, deviations) for column in sheet.columns))


def _deviated_column(sheet: Sheet, column: Column, deviations: list[dict[str, Any]]) -> Column:
    for deviation in deviations:
        if _is_about(deviation, sheet.name, column.name):
            changes = {name: deviation[name] for name in ("header_nl", "asked", "required") if name in deviation}
            column = replace(column, **changes)
    return column
