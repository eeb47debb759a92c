"""Read a public file of modest size into typed rows, with every problem in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from ingest.problems import Problem, Severity
from ingest.public.cells import UnreadableError
from ingest.public.delimited import DelimitedText, TextError, read

MAX_PROBLEMS = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is asked: its header (any of these), our name, and how a cell is read."""

    name: str
    headers: tuple[str, ...]
    parse: Callable[[str], Any]
    required: bool = True


@dataclass(slots=True)
class TableRead:
    """What was read: rows as (line number, values by our names, texts by header), and the problems."""

    rows: list[tuple[int, dict[str, Any], dict[str, str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_table(path: Path, columns: Sequence[Column], severity: Severity = Severity.FATAL) -> TableRead:
    """Read a file; a cell that cannot be read is missing from the values of its row and stands in the problems.

    `severity` is that of a bad cell; a missing column or an unreadable file is always fatal.
    """
    try:
        text = read(path)
    except TextError as error:
        return TableRead(problems=[Problem("file_unreadable", Severity.FATAL, str(error))])
    missing = list(missing_columns(text.header, columns))
    if missing:
        return TableRead(problems=missing)
    return _read_rows(text, columns, severity)


def missing_columns(header: Sequence[str], columns: Iterable[Column]) -> Iterator[Problem]:
    """One fatal problem per column that is not there, or is there twice."""
    for column in columns:
        found = [name for name in header if name in column.headers]
        expected = " of ".join(column.headers)
        if not found:
            message = f"De kolom '{expected}' ontbreekt."
            yield Problem(
                "column_missing", Severity.FATAL, message, row_number=1, column_name=column.name, header_nl=expected,
                found=shortened(", ".join(header)), expected=expected,
            )  # fmt: skip
        elif len(set(found)) != len(found):
            message = f"De kolom '{found[0]}' staat er meer dan eens."
            yield Problem(
                "column_twice", Severity.FATAL, message, row_number=1, column_name=column.name, header_nl=found[0],
                found=found[0], expected="elke kolom één keer",
            )  # fmt: skip


def unreadable(column: Column, header: str, line: int, text: str, expected: str, severity: Severity) -> Problem:
    """The problem of a cell that cannot be read, or that is empty where a value is needed."""
    rule, message = ("cell_unreadable", f"'{shortened(text)}' is geen {expected.removeprefix('een ')}.")
    if not text:
        rule, message = ("cell_missing", f"De cel is leeg; verwacht is {expected}.")
    return Problem(
        rule, severity, message, row_number=line, column_name=column.name, header_nl=header,
        found=shortened(text), expected=expected,
    )  # fmt: skip


def wrong_width(line: int, found: int, expected: int, severity: Severity) -> Problem:
    """The problem of a line with more or fewer cells than the header."""
    message = f"De rij heeft {found} cellen in plaats van {expected}."
    return Problem(
        "row_width", severity, message, row_number=line, found=f"{found} cellen", expected=f"{expected} cellen"
    )


def by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Lay problems in the order of the lines they are about, and keep the list readable."""
    return capped(sorted(problems, key=lambda problem: problem.row_number or 0))


def capped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep a list of problems readable: the first ones, and how many more there are."""
    remaining = iter(problems)
    first = tuple(islice(remaining, MAX_PROBLEMS))
    n_more = sum(1 for _ in remaining)
    if not n_more:
        return first
    worst = Severity.FATAL if any(problem.severity is Severity.FATAL for problem in first) else Severity.REJECTED
    return (*first, Problem("more_problems", worst, f"… en nog {n_more} andere problemen."))


def shortened(text: str, limit: int = 200) -> str:
    """Keep what was found short enough to show."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _read_rows(text: DelimitedText, columns: Sequence[Column], severity: Severity) -> TableRead:
    result = TableRead()
    positions = [
        (column, next(i for i, name in enumerate(text.header) if name in column.headers)) for column in columns
    ]
    if not text.rows:
        result.problems.append(Problem("no_rows", Severity.FATAL, "Het bestand bevat geen enkele rij onder de kop."))
    for line, cells in text.rows:
        if len(cells) != len(text.header):
            result.problems.append(wrong_width(line, len(cells), len(text.header), severity))
            continue
        texts = {text.header[position]: cells[position].strip() for _, position in positions}
        values = dict(_values(line, texts, [(c, text.header[p]) for c, p in positions], severity, result.problems))
        result.rows.append((line, values, texts))
    return result


def _values(
    line: int,
    texts: dict[str, str],
    columns: list[tuple[Column, str]],
    severity: Severity,
    problems: list[Problem],
) -> Iterator[tuple[str, Any]]:
    for column, header in columns:
        cell = texts[header]
        if not cell and not column.required:
            yield column.name, None
            continue
        try:
            yield column.name, column.parse(cell)
        except UnreadableError as error:
            problems.append(unreadable(column, header, line, cell, str(error), severity))
