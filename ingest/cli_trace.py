"""The command that walks a figure back, and how the tree is told in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.cli_options import AsJson, Nis, Year

if TYPE_CHECKING:
    from decimal import Decimal

    from ingest.trace_records import Cell, Part, Remark, Source, SourceFile, SourceRow, Term, Trace

_SIDES = {"numerator": "Teller", "denominator": "Noemer"}
_REMARKS = {
    "problem": "Bij de controle",
    "reason": "Reden van het bestuur",
    "correction": "Verbeterd door het Steunpunt",
}
_MOST_DECIMALS = 4


def trace_command(
    nis: Nis,
    year: Year,
    indicator: Annotated[
        str, typer.Option("--indicator", help="Code van de indicator.", metavar="CODE", show_default=False)
    ],
    care_type: Annotated[
        str, typer.Option("--care-type", help="Code van het type opvang, of all voor alles samen.", metavar="CODE")
    ] = "all",
    as_json: AsJson = False,
) -> None:
    """Toon uit welke bestanden, bladen, rijen en cellen een gepubliceerd cijfer bestaat."""
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.trace import trace, trace_as_dict

    found = trace(home_from_environment(), nis, year, indicator, care_type)
    if as_json:
        console.show_json(trace_as_dict(found))
        return
    for depth, sentence in trace_lines(found):
        console.say("  " * depth + "{}", sentence)


def trace_lines(found: Trace) -> Iterator[tuple[int, str]]:
    """The tree as lines, each with its depth."""
    place = f"{found.name} ({found.nis_code}), {found.year}, {found.care_type_nl}"
    value = _number(found.value, found.decimals) if found.value is not None else "geen waarde"
    yield 0, f"{found.label_nl} – {place}: {value} {found.unit_nl} ({_label('status', found.status)})"
    yield 0, f"= {_number(found.multiplier)} × {_number(found.numerator)} ÷ {_number(found.denominator)}"
    side = ""
    for term in found.terms:
        if term.side != side:
            side = term.side
            yield 0, _SIDES[side]
        yield from _term_lines(term)


def _term_lines(term: Term) -> Iterator[tuple[int, str]]:
    sign = "+" if term.sign > 0 else "−"
    yield 1, f"{sign} {term.label_nl}: {_value(term.value, term.status)} {term.unit}"
    for source in term.sources:
        yield from _source_lines(source)


def _source_lines(source: Source) -> Iterator[tuple[int, str]]:
    from ingest.codelists import seed_rows

    care_types = {row["care_type"]: row["label_nl"] for row in seed_rows("care_types")}
    place = f"{source.unit_name} ({source.unit_nis_code}), {care_types[source.care_type]}"
    yield 2, f"{place}: {_value(source.value, source.status)}{_origin(source)}"
    if source.status == "not_applicable":
        return
    for row in source.public_rows:
        age = f", {row.age} jaar" if row.age is not None else ""
        yield 3, f"{row.dataset} {row.source_year}{age}: {_number(row.value)}{_file(row.file)}"
    for part in source.parts:
        yield from _part_lines(part)


def _origin(source: Source) -> str:
    if source.origin == "submission":
        return f", uit het register van inzendingen{_file(source.file)}"
    return _file(source.file)


def _file(file: SourceFile | None) -> str:
    if file is None:
        return ""
    version = f", versie {file.version}" if file.version else ""
    return f" – {file.file_name}{version}, ontvangen {file.received_on:%d/%m/%Y}, hash {file.file_hash[:12]}…"


def _part_lines(part: Part) -> Iterator[tuple[int, str]]:
    from ingest.contract import submission_contract

    sheet = submission_contract().sheet(part.sheet)
    item = sheet.column(sheet.item).codes.labels.get(part.item, part.item) if sheet.item else ""
    name = f"{sheet.sheet_nl}, {item}" if part.item != "*" else sheet.sheet_nl
    if not part.rows:
        why = "niet ingevuld; het blad is volledig verklaard" if part.is_complete else "niet ingevuld"
        yield 3, f"{name}: {_value(part.value, part.status)} ({why})"
        return
    yield 3, f"{name}: {_value(part.value, part.status)}"
    for row in part.rows:
        yield from _row_lines(row)


def _row_lines(row: SourceRow) -> Iterator[tuple[int, str]]:
    times = ""
    if row.parameter:
        item = f" {_label('duration_bucket', row.parameter_item)}" if row.parameter_item not in (None, "*") else ""
        times = f" (met {_label('parameter', row.parameter)}{item} = {_number(row.parameter_value)})"
    yield 4, f"rij {row.row_number}: {_number(row.value)}{times}"
    for number, cells in _by_line(row.cells):
        yield 5, f"{cells[0].sheet_nl} rij {number}: " + " · ".join(_cell(cell) for cell in cells)
        yield from ((6, _remark(remark)) for cell in cells for remark in cell.remarks)
    yield from ((5, _remark(remark)) for remark in row.remarks)


def _remark(remark: Remark) -> str:
    return f"{_REMARKS[remark.kind]}: {remark.text}"


def _by_line(cells: tuple[Cell, ...]) -> Iterator[tuple[int, list[Cell]]]:
    lines: dict[tuple[str, int], list[Cell]] = {}
    for cell in cells:
        lines.setdefault((cell.sheet, cell.row_number), []).append(cell)
    for (_, number), together in lines.items():
        yield number, together


def _cell(cell: Cell) -> str:
    reference = f"{cell.reference} " if cell.reference else ""
    return f"{reference}{cell.header_nl} ‘{cell.found or cell.value or 'leeg'}’"


def _value(value: Decimal | None, status: str) -> str:
    label = _label("status", status)
    if value is None:
        return label
    return _number(value) if status == "reported" else f"{_number(value)} ({label})"


def _label(codelist_name: str, code: str) -> str:
    from ingest.codelists import codelist

    return codelist(codelist_name).labels.get(code, code)


def _number(value: Decimal | float | None, decimals: int | None = None) -> str:
    """A number the Belgian way; without `decimals`, as many as it has, up to four."""
    from ingest.cells.shown import shown_grouped

    if value is None:
        return "–"
    if decimals is not None:
        return shown_grouped(value, decimals)
    return shown_grouped(value, _MOST_DECIMALS).rstrip("0").rstrip(",")
