"""Statbel population by municipality and age (TF_SOC_POP_STRUCT), in the old layout and the new one.

A real file has some 460.000 lines: the columns are read and summed in blocks. Only a file in which something is wrong
is read a second time, line by line, to say where.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from ingest import raw_schemas
from ingest.checked import CheckedFile
from ingest.problems import Problem, Severity
from ingest.public import cells, delimited
from ingest.public.tables import Column, capped, missing_columns, shortened, unreadable, wrong_width

KIND = "population"
HIGHEST_AGE = 100
_OLDEST_BELIEVABLE = 130
_YEAR_IN_NAME = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_BLOCK_BYTES = 1 << 22


def _age(text: str) -> int:
    number = cells.whole_number(text.removesuffix("+"))
    if number > _OLDEST_BELIEVABLE:
        raise cells.UnreadableError("een leeftijd in jaren, bv. 2")
    return number


COLUMNS = (
    Column("nis_code", ("CD_MUNTY_REFNIS", "CD_REFNIS"), cells.nis_code),
    Column("age", ("CD_AGE",), _age),
    Column("population", ("MS_POPULATION",), cells.whole_number),
)
_PATTERNS = {"nis_code": r"^[0-9]{5}$", "age": r"^([0-9]{1,2}|1[0-2][0-9]|130)\+?$", "population": r"^[0-9]{1,12}$"}


def is_header(header: Sequence[str]) -> bool:
    """Whether a first line is meant as that of population by age."""
    return "MS_POPULATION" in header or {"CD_SEX", "CD_AGE"} <= set(header)


def check(path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Sum the inhabitants per municipality and age; one bad line refuses the file, since a sum would be too low."""
    problems = [*missing_columns(delimited.header_of(path), COLUMNS), *_year_problems(file_name)]
    if problems:
        return CheckedFile(file_name, KIND, problems=tuple(problems))
    sums = _sums(path)
    if sums is None:
        return CheckedFile(file_name, KIND, problems=capped(_problems_by_line(path)))
    year = int(_years_in(file_name)[0])
    table = sums.append_column("year", pa.repeat(pa.scalar(year, pa.int64()), sums.num_rows))
    table = table.append_column("data_kind", pa.repeat(data_kind, sums.num_rows))
    schema = raw_schemas.columns(KIND)
    return CheckedFile(file_name, KIND, {KIND: table.select(schema.names).cast(schema)})


def _years_in(file_name: str) -> list[str]:
    return sorted(set(_YEAR_IN_NAME.findall(file_name)))


def _year_problems(file_name: str) -> Iterator[Problem]:
    """The producer writes the year in the name of the file and nowhere else."""
    if len(_years_in(file_name)) != 1:
        message = "Het jaar van de bevolkingscijfers staat enkel in de naam van het bestand, en is daar niet te lezen."
        expected = "een naam met één jaartal, bv. TF_SOC_POP_STRUCT_2024.txt"
        yield Problem("year_unknown", Severity.FATAL, message, found=shortened(file_name), expected=expected)


def _sums(path: Path) -> pa.Table | None:
    """The sums as nis_code, age, population; None when any line cannot be read."""
    blocks: list[pa.Table] = []
    try:
        with delimited.opened(path) as stream:
            for block in _blocks(stream, delimited.first_line(path)):
                if not all(_is_readable(block[column.name], _PATTERNS[column.name]) for column in COLUMNS):
                    return None
                blocks.append(_summed(_typed(block)))
    except (pa.ArrowInvalid, delimited.TextError):
        return None
    sums = _summed(pa.concat_tables(blocks)) if blocks else None
    return sums.sort_by([("nis_code", "ascending"), ("age", "ascending")]) if sums else None


def _blocks(stream: IO[bytes], first_line: str) -> Iterator[pa.Table]:
    """The three columns that matter, as text, block by block; found by their place, whatever the header repeats."""
    header = delimited.header_cells(first_line)
    delimiter = delimited.delimiter_of(first_line)
    places = [str(next(i for i, name in enumerate(header) if name in column.headers)) for column in COLUMNS]
    reader = arrow_csv.open_csv(
        stream,
        read_options=arrow_csv.ReadOptions(
            block_size=_BLOCK_BYTES, skip_rows=1, column_names=[str(i) for i in range(len(header))]
        ),
        parse_options=arrow_csv.ParseOptions(delimiter=delimiter, quote_char=False if delimiter == "|" else '"'),
        convert_options=arrow_csv.ConvertOptions(
            include_columns=places, column_types=dict.fromkeys(places, pa.string())
        ),
    )
    for batch in reader:
        yield pa.Table.from_batches([batch]).rename_columns([column.name for column in COLUMNS])


def _is_readable(texts: pa.ChunkedArray, pattern: str) -> bool:
    matches = pc.match_substring_regex(texts, pattern)
    return bool(pc.all(matches, skip_nulls=False, min_count=0).as_py())


def _typed(block: pa.Table) -> pa.Table:
    ages = pc.cast(pc.replace_substring(block["age"], "+", ""), pa.int64())
    columns = [block["nis_code"], pc.min_element_wise(ages, HIGHEST_AGE), pc.cast(block["population"], pa.int64())]
    return pa.table(columns, names=[column.name for column in COLUMNS])


def _summed(rows: pa.Table) -> pa.Table:
    grouped = rows.group_by(["nis_code", "age"]).aggregate([("population", "sum")])
    return grouped.rename_columns(["nis_code", "age", "population"])


def _problems_by_line(path: Path) -> Iterator[Problem]:
    """Say where it goes wrong; when no single line is to blame, the file as a whole is."""
    n_problems = 0
    try:
        with delimited.opened(path) as stream:
            rows = delimited.stream_rows(stream, delimited.first_line(path))
            for problem in _line_problems(islice(rows, 1, None), delimited.header_of(path)):
                n_problems += 1
                yield problem
    except (delimited.TextError, csv.Error) as error:
        n_problems += 1
        yield Problem("file_unreadable", Severity.FATAL, f"Het bestand kan niet gelezen worden: {error}")
    if not n_problems:
        yield Problem("no_rows", Severity.FATAL, "Het bestand bevat geen enkele rij met inwoners.")


def _line_problems(rows: Iterator[tuple[int, list[str]]], header: Sequence[str]) -> Iterator[Problem]:
    positions = [(column, next(i for i, name in enumerate(header) if name in column.headers)) for column in COLUMNS]
    for line, row in rows:
        if len(row) != len(header):
            yield wrong_width(line, len(row), len(header), Severity.FATAL)
            continue
        for column, position in positions:
            try:
                column.parse(row[position])
            except cells.UnreadableError as error:
                yield unreadable(column, header[position], line, row[position], str(error), Severity.FATAL)
