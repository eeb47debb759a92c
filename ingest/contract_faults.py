"""Whether a contract holds together: every fault in a sentence for us, all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ingest.codelists import codelist
from ingest.matching import folded

TYPES = (
    "text", "nis", "email", "kbo_list", "kbo", "boolean", "integer", "decimal", "money", "date", "time", "code",
)  # fmt: skip
_BOUNDED_TYPES = ("integer", "decimal", "money")
_SHEET_FIELDS = {"name", "sheet_nl", "layout", "description_nl", "key", "item", "carried_over", "columns"}
_COLUMN_FIELDS = {
    "name", "header_nl", "type", "required", "unit", "codelist", "minimum", "maximum", "reference", "empty_when",
    "stored_as", "not_above", "not_before", "after", "identity",
}  # fmt: skip
_BOUNDED_BY = ("not_above", "not_before", "after")
_DEVIATION_FIELDS = {"from_year", "until_year", "sheet", "column", "header_nl", "asked", "required"}


def contract_faults(document: dict[str, Any]) -> list[str]:
    """Give every fault of a contract document as read from TOML; an empty list when it is sound."""
    missing = [name for name in ("versions", "kind", "sheets") if not document.get(name)]
    if missing:
        return [f"- the contract lacks {', '.join(missing)}"]
    sheets = document["sheets"]
    faults = list(_doubles("sheet name", [sheet.get("name", "?") for sheet in sheets]))
    for sheet in sheets:
        faults += _sheet_faults(sheet, {other.get("name") for other in sheets})
    for deviation in document.get("deviations", ()):
        faults += _deviation_faults(deviation, sheets)
    faults += _version_faults(document["versions"], document.get("deviations", ()))
    return [f"- {fault}" for fault in faults]


def _sheet_faults(sheet: dict[str, Any], sheet_names: set[str]) -> Iterator[str]:
    where = f"sheet {sheet.get('name', '?')}"
    lacking = [name for name in ("name", "sheet_nl", "layout", "columns") if name not in sheet]
    if lacking:
        yield f"{where} lacks {', '.join(lacking)}"
        return
    yield from _unknown_fields(where, sheet, _SHEET_FIELDS)
    if sheet["layout"] not in ("form", "table"):
        yield f"{where} has layout {sheet['layout']!r}; it must be 'form' or 'table'"
    columns = sheet["columns"]
    names = [column.get("name", "?") for column in columns]
    yield from _doubles(f"{where}: column name", names)
    yield from _doubles(f"{where}: header", [folded(column.get("header_nl", "?")) for column in columns])
    for name in [*sheet.get("key", ()), *([sheet["item"]] if "item" in sheet else [])]:
        if name not in names:
            yield f"{where} names {name!r} in its key or item, which is not one of its columns"
    for column in columns:
        yield from _column_faults(f"{where}, column {column.get('name', '?')}", column, names, sheet_names)


def _column_faults(where: str, column: dict[str, Any], names: list[str], sheet_names: set[str]) -> Iterator[str]:
    lacking = [name for name in ("name", "header_nl", "type") if name not in column]
    if lacking:
        yield f"{where} lacks {', '.join(lacking)}"
        return
    yield from _unknown_fields(where, column, _COLUMN_FIELDS)
    if column["type"] not in TYPES:
        yield f"{where} has type {column['type']!r}; known are {', '.join(TYPES)}"
    yield from _bounds_faults(where, column)
    if column["type"] == "code":
        yield from _codelist_faults(where, column.get("codelist"))
    if column.get("reference") not in (None, *sheet_names):
        yield f"{where} refers to sheet {column['reference']!r}, which does not exist"
    for other in column.get("empty_when", {}):
        if other not in names:
            yield f"{where} is empty when {other!r} …, which is not one of its columns"
    for bound in _BOUNDED_BY:
        if column.get(bound) not in (None, *names):
            yield f"{where} is {bound} {column[bound]!r}, which is not one of its columns"


def _bounds_faults(where: str, column: dict[str, Any]) -> Iterator[str]:
    low, high = column.get("minimum"), column.get("maximum")
    if column["type"] in _BOUNDED_TYPES and (low is None or high is None):
        yield f"{where} is a number and needs a minimum and a maximum"
    elif low is not None and high is not None and low > high:
        yield f"{where} has a minimum {low} above its maximum {high}"


def _codelist_faults(where: str, name: str | None) -> Iterator[str]:
    try:
        codelist(name or "")
    except (KeyError, OSError):
        yield f"{where} names the code list {name!r}, which is in no seed"


def _deviation_faults(deviation: dict[str, Any], sheets: list[dict[str, Any]]) -> Iterator[str]:
    where = f"the deviation of {deviation.get('sheet', '?')}.{deviation.get('column', '?')}"
    yield from _unknown_fields(where, deviation, _DEVIATION_FIELDS)
    if "until_year" not in deviation and "from_year" not in deviation:
        yield f"{where} says neither from_year nor until_year"
    columns = {(sheet.get("name"), column.get("name")) for sheet in sheets for column in sheet.get("columns", ())}
    if (deviation.get("sheet"), deviation.get("column")) not in columns:
        yield f"{where} is about a column that does not exist"


def _version_faults(versions: list[dict[str, Any]], deviations: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A deviation begins or ends where a version begins, so that a version always asks the same."""
    if any(set(version) != {"version", "from_year"} for version in versions):
        yield "each of the versions has a version and a from_year, and nothing else"
        return
    from_years = {version["from_year"] for version in versions}
    yield from _doubles("version", [version["version"] for version in versions])
    yield from _doubles("the first year of a version,", [str(version["from_year"]) for version in versions])
    changes = {deviation["from_year"] for deviation in deviations if "from_year" in deviation}
    changes |= {deviation["until_year"] + 1 for deviation in deviations if "until_year" in deviation}
    for year in sorted(changes - from_years):
        yield f"what is asked changes in {year}, but no version begins then"


def _unknown_fields(where: str, entry: dict[str, Any], known: set[str]) -> Iterator[str]:
    for name in sorted(set(entry) - known):
        yield f"{where} has the unknown field {name!r}"


def _doubles(what: str, names: list[str]) -> Iterator[str]:
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{what} {name!r} occurs {times} times"
