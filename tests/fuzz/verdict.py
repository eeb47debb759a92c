"""What may be said of a file that was damaged: it was loaded right, or refused with a message that names the place."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from ingest.checked import CheckedFile
from ingest.contract import Column, submission_contract
from ingest.problems import Problem, Severity
from ingest.via_lists.contract import list_contract
from tests.fuzz.second_reader import Rows, key, sheets_of

NEVER = {"reader_failed", "reader_died"}
TOLERANCE = {"money": Decimal("0.005"), "decimal": Decimal("0.00005"), "integer": Decimal(0)}
FIRST_DAY = dt.date(1899, 12, 30)
UNREADABLE = (ParseError, zipfile.BadZipFile, OSError, ValueError, KeyError, IndexError, NotImplementedError, EOFError)


def outcome(found: CheckedFile) -> str:
    """In one word what became of a file."""
    if found.kind == "unknown":
        return "not recognised"
    if found.is_refused:
        return "refused"
    return "loaded, problems told" if found.problems else "loaded right"


def complaints(path: Path, found: CheckedFile, original: CheckedFile) -> Iterator[str]:
    """What is not as it must be, given what was read from the file before it was damaged."""
    yield from (why for problem in found.problems for why in _badly_told(problem))
    if not found.is_refused and found.kind != "unknown" and not found.tables:
        yield "neither loaded nor refused"
    yield from _misread(path, found, original)


def _badly_told(problem: Problem) -> Iterator[str]:
    told = problem.message_nl
    if problem.rule_code in NEVER:
        yield f"{problem.rule_code}: {told}"
    if len(told) < 15 or not told.isprintable() or told[-1] not in ".?!":
        yield f"{problem.rule_code} says {told!r}"
    places = [f"lad {problem.sheet_nl}"] if problem.sheet_nl else []
    places += [str(problem.row_number)] if problem.row_number else []
    places += [f"‘{problem.header_nl}’"] if problem.header_nl else []
    if missing := [place for place in places if place not in told]:
        yield f"{problem.rule_code} does not name {missing}: {told}"
    if not places and problem.severity is not Severity.FATAL and "‘" not in told:
        yield f"{problem.rule_code} names no place: {told}"


def _misread(path: Path, found: CheckedFile, original: CheckedFile) -> Iterator[str]:
    """Values that differ from those before the damage and that do not stand in the file."""
    for dataset, table in found.tables.items():
        columns = _columns(dataset, found)
        if not columns:
            continue
        before = original.tables.get(dataset)
        known = {tuple(row.values()) for row in before.to_pylist()} if before is not None else set()
        rows = [row for row in table.to_pylist() if tuple(row.values()) not in known]
        if rows:
            yield from _not_in_the_file(path, dataset, columns, rows, is_told=bool(found.problems))


def _columns(dataset: str, found: CheckedFile) -> dict[str, Column]:
    """Our name to what is asked; nothing for a dataset that is not one row per row of a sheet."""
    if dataset == "via_movements":
        return {column.name: column for column in list_contract(found.kind).columns}
    if not dataset.startswith("submission_") or not found.identity:
        return {}
    names = {sheet.name: sheet for sheet in submission_contract(found.identity.year).sheets}
    sheet = names.get(dataset.removeprefix("submission_"))
    return {c.name: c for c in sheet.asked_columns} if sheet and sheet.layout != "form" else {}


def _not_in_the_file(
    path: Path, dataset: str, columns: dict[str, Column], rows: list[dict[str, Any]], *, is_told: bool
) -> Iterator[str]:
    try:
        sheets = sheets_of(path)
    except UNREADABLE as error:
        if not is_told:
            yield f"{dataset} differs from before without a word, and a plain reader cannot open it: {error}"
        return
    for row in rows:
        cells = list(_cells(sheets, dataset, row["row_number"]))
        for name, column in columns.items():
            typed = row.get(name)
            candidates = [cell[key(column.header_nl)] for cell in cells if key(column.header_nl) in cell]
            if typed is not None and not any(_says(cell, typed, column.type) for cell in candidates):
                yield f"{dataset}, row {row['row_number']}, {name}: read {typed!r}, found {candidates!r}"


def _cells(sheets: dict[str, Rows], dataset: str, row_number: int) -> Iterator[dict[str, Any]]:
    """The cells of a row by the key of their header, after any row above it that may be the header."""
    for rows in sheets.values():
        for number, header in rows.items():
            if number <= 12 and number < row_number and row_number in rows:
                cells = rows[row_number]
                yield {key(name): cells[i] for i, name in reversed(list(enumerate(header))) if i < len(cells)}


def _says(cell: Any, typed: Any, kind: str) -> bool:
    if kind in TOLERANCE:
        number = _number(cell)
        return number is not None and abs(number - Decimal(typed)) <= TOLERANCE[kind]
    if isinstance(typed, dt.date):
        return _date(cell) == typed
    if kind == "time":
        return _minutes(cell) == typed
    if kind in ("text", "nis"):
        return " ".join(str(_plain(cell)).split()) == " ".join(str(typed).split())
    return cell != ""


def _plain(cell: Any) -> Any:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _number(cell: Any) -> Decimal | None:
    if isinstance(cell, float):
        return Decimal(repr(cell))
    plain = re.sub(r"(?i)€|euro?\b|\s", "", str(cell)).replace("\u2212", "-").replace("\u2013", "-")
    try:
        return Decimal(plain.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None


def _date(cell: Any) -> dt.date | None:
    if isinstance(cell, float):
        return FIRST_DAY + dt.timedelta(days=int(cell)) if 0 <= cell < 2_958_466 else None
    found = re.fullmatch(r"\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*", str(cell))
    iso = re.match(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})", str(cell))
    numbers = [int(n) for n in found.groups()][::-1] if found else [int(n) for n in iso.groups()] if iso else None
    return dt.date(*numbers) if numbers else None


def _minutes(cell: Any) -> int | None:
    if isinstance(cell, float):
        return round(cell % 1 * 1440)
    found = re.match(r"\s*(\d{1,2})\s*[:.uUhH]\s*(\d{0,2})", str(cell))
    return int(found.group(1)) * 60 + int(found.group(2) or 0) if found else None
