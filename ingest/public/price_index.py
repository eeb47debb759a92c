"""A price index, one figure per year, with which amounts are read in the prices of one year (layout in docs/inputs.md).

Which index that is, is for whoever hands it in: the file says its name and its source, and they stand beside every
figure that rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest import raw_schemas
from ingest.checked import CheckedFile
from ingest.problems import Problem, Severity
from ingest.public import cells
from ingest.public.cells import UnreadableError
from ingest.public.tables import Column, by_line, read_table, shortened

KIND = "price_index"
HEADERS = {
    "year": "jaar", "index_figure": "indexcijfer", "base_year": "basisjaar", "index_name": "naam", "source": "bron",
}  # fmt: skip
SAME_ON_EVERY_LINE = ("base_year", "index_name", "source")
BASE_FIGURE = Decimal(100)
# Further than this from the year before, prices hardly ever move; a figure on another base year does.
LARGEST_STEP = Decimal("0.15")
BASE_TOLERANCE = Decimal("0.5")
LONGEST_TEXT = 120
Row = tuple[int, dict[str, Any], dict[str, str]]


def _index_figure(text: str) -> Decimal:
    figure = cells.comma_decimal(text)
    if figure <= 0 or figure != figure.quantize(Decimal("0.0001")):
        raise UnreadableError("een indexcijfer boven nul met hoogstens vier decimalen, bv. 104,25")
    return figure


def _short_text(text: str) -> str:
    if not text or len(text) > LONGEST_TEXT:
        raise UnreadableError(f"een tekst van hoogstens {LONGEST_TEXT} tekens")
    return text


_PARSERS = {
    "year": cells.year, "index_figure": _index_figure, "base_year": cells.year,
    "index_name": _short_text, "source": _short_text,
}  # fmt: skip
COLUMNS = tuple(Column(name, (header,), _PARSERS[name]) for name, header in HEADERS.items())


def is_header(header: Sequence[str]) -> bool:
    """Whether a first line is meant as that of a price index."""
    return HEADERS["index_figure"] in header


def check(path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Read every year. One bad line, a year twice or two indexes in one file refuse it; odd figures are only told."""
    result = read_table(path, COLUMNS)
    problems = [*result.problems, *_doubles(result.rows), *_of_another_index(result.rows)]
    if problems:
        return CheckedFile(file_name, KIND, problems=by_line(problems))
    by_year = sorted(result.rows, key=lambda row: row[1]["year"])
    odd = by_line([*_odd_base(by_year), *_odd_steps(by_year)])
    rows = [values | {"data_kind": data_kind} for _, values, _ in by_year]
    return CheckedFile(file_name, KIND, {KIND: pa.Table.from_pylist(rows, schema=raw_schemas.columns(KIND))}, odd)


def _problem(rule: str, severity: Severity, column: str, row: Row, message: str, expected: str) -> Problem:
    line, _values, texts = row
    return Problem(
        rule, severity, message, row_number=line, column_name=column, header_nl=HEADERS[column],
        found=shortened(texts[HEADERS[column]]), expected=expected,
    )  # fmt: skip


def _doubles(rows: list[Row]) -> Iterator[Problem]:
    first_lines: dict[int, int] = {}
    for row in rows:
        year = row[1].get("year")
        if year is not None and first_lines.setdefault(year, row[0]) != row[0]:
            message = f"Het jaar {year} staat ook al op regel {first_lines[year]}."
            yield _problem("key_twice", Severity.FATAL, "year", row, message, "één regel per jaar")


def _of_another_index(rows: list[Row]) -> Iterator[Problem]:
    """Figures of two indexes, or on two base years, say nothing beside each other."""
    for column in SAME_ON_EVERY_LINE:
        known = [row for row in rows if column in row[1]]
        for row in known[1:]:
            first = known[0][1][column]
            if row[1][column] != first:
                message = f"'{HEADERS[column]}' verschilt van regel {known[0][0]}: een bestand bevat één index."
                expected = f"op elke regel hetzelfde: {first}"
                yield _problem("other_index", Severity.FATAL, column, row, message, expected)


def _odd_base(rows: list[Row]) -> Iterator[Problem]:
    for row in rows:
        year, figure = row[1]["year"], row[1]["index_figure"]
        if year == row[1]["base_year"] and abs(figure - BASE_FIGURE) > BASE_TOLERANCE:
            message = f"In het basisjaar {year} hoort het indexcijfer 100 te zijn. Kijk na of het basisjaar klopt."
            yield _problem("odd_base_year", Severity.WARNING, "index_figure", row, message, "100")


def _odd_steps(rows: list[Row]) -> Iterator[Problem]:
    """A year that is left out, and a step that prices hardly ever make."""
    for (_, before, _), row in pairwise(rows):
        year, share = row[1]["year"], row[1]["index_figure"] / before["index_figure"] - 1
        if year != before["year"] + 1:
            message = f"Na {before['year']} volgt {year}: bedragen van de jaren daartussen worden niet omgerekend."
            yield _problem("year_left_out", Severity.WARNING, "year", row, message, str(before["year"] + 1))
        elif abs(share) > LARGEST_STEP:
            message = f"Het indexcijfer ligt ver van dat van {before['year']}. Kijk na of beide op basisjaar "
            message += f"{row[1]['base_year']} staan; zo ja, dan is er niets te doen."
            expected = f"hoogstens {LARGEST_STEP:.0%} hoger of lager dan in {before['year']}".replace("%", " %")
            yield _problem("odd_step", Severity.WARNING, "index_figure", row, message, expected)
