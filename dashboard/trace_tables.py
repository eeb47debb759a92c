"""The sentences and tables of the page Herkomst, out of a figure that was walked back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from dashboard import format as belgian
from dashboard import texts_trace as texts
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.language import translated_values
from ingest.codelists import codelist
from ingest.contract import submission_contract

if TYPE_CHECKING:
    from dashboard.indicators import Indicator
    from ingest.trace_records import Cell, Part, Remark, Source, SourceFile, SourceRow, Term, Trace

HASH_SHOWN = 12
MOST_DECIMALS = 4
EVERY_ITEM = "*"
NUMBERS = ("decimal", "money")


def figure(found: Trace, indicator: Indicator, care_type: str, statuses: Mapping[str, str]) -> str:
    """The figure and its formula in words, as Markdown."""
    told = _(texts.FIGURE).format(
        label=plain(indicator.label),
        name=plain(found.name),
        year=found.year,
        care_type=care_type.lower(),
        value=plain(indicator.show(found.value)),
        status=plain(statuses[found.status]),
    )
    if found.value is None:
        return f"{told} {_(texts.NO_FORMULA)}"
    sides = {"numerator": exact(found.numerator), "denominator": exact(found.denominator)}
    if found.multiplier == 1:
        return f"{told} {_(texts.FORMULA_OF_ONE).format(**sides)}"
    return f"{told} {_(texts.FORMULA).format(multiplier=exact(found.multiplier), **sides)}"


def exact(value: Decimal | float | None) -> str:
    """A number with as many decimals as it has, up to four."""
    if value is None:
        return belgian.number(None)
    shown = belgian.number(value, MOST_DECIMALS)
    return shown.rstrip("0").rstrip(",")


def side(found: Trace, name: str) -> str:
    """The heading of a side of the formula."""
    value = found.numerator if name == "numerator" else found.denominator
    return translated_values(texts.SIDES)[name].format(value=exact(value))


def term(one: Term, statuses: Mapping[str, str]) -> str:
    """A measure of a side with its sign and value, as plain text."""
    value = known(one.value, one.status, statuses)
    shown = value if one.value is None else f"{value} {one.unit}"
    return _(texts.TERM).format(sign="+" if one.sign > 0 else "−", label=one.label_nl, value=shown)


def known(value: Decimal | None, status: str, statuses: Mapping[str, str]) -> str:
    """A value, with its status where that is more than reported; or the status alone."""
    label = statuses.get(status, status)
    if value is None:
        return label
    return exact(value) if status == "reported" else f"{exact(value)} ({label})"


def origin(source: Source) -> str:
    """Which file a source comes from, as Markdown; empty for public figures, whose files stand with their rows."""
    words = [_(texts.FROM_REGISTER)] if source.origin == "submission" else []
    return " ".join([*words, *([from_file(source.file)] if source.file else [])])


def from_file(file: SourceFile) -> str:
    """A file with its version, day and hash, as Markdown."""
    version = _(texts.VERSION).format(version=file.version) if file.version else ""
    return _(texts.FROM_FILE).format(
        file=plain(file.file_name),
        version=version,
        day=belgian.day(file.received_on),
        hash=f"`{file.file_hash[:HASH_SHOWN]}`",
    )


def empty_parts(source: Source) -> list[str]:
    """What a source counts without a row to show: not filled in, or zero because the sheet is complete."""
    return [
        _(texts.NOT_FILLED).format(part=part_name(part), why=_(texts.DECLARED_COMPLETE) if part.is_complete else "")
        for part in source.parts
        if not part.rows
    ]


def part_name(part: Part) -> str:
    """The sheet and, where there is one, the item of a part, as the workbook calls them."""
    sheet = submission_contract().sheet(part.sheet)
    if part.item == EVERY_ITEM:
        return sheet.sheet_nl
    known = (column.codes.labels for column in sheet.columns if column.codelist)
    return f"{sheet.sheet_nl}: {next((one[part.item] for one in known if part.item in one), part.item)}"


def times(row: SourceRow) -> str:
    """What the row was multiplied by, with its value; empty when by nothing."""
    if not row.parameter:
        return ""
    label = codelist("parameter").labels.get(row.parameter, row.parameter)
    return _(texts.TIMES).format(parameter=label, value=exact(row.parameter_value))


def cells_table(source: Source) -> pd.DataFrame:
    """One line per cell that a source rests on: where it stands, what was found, what counts, what was said of it."""
    table = pd.DataFrame(
        [
            {
                _("Onderdeel"): part_name(part),
                _("Tabblad"): cell.sheet_nl,
                _("Rij"): str(cell.row_number),
                _("Cel"): cell.reference or "",
                _("Kolom"): cell.header_nl,
                _("In het bestand"): cell.found if cell.found is not None else "",
                _("Telt als"): counted(cell),
                _("Maal"): times(row),
                _("Geeft"): "" if row.value is None else exact(row.value),
                _("Gezegd"): said((*cell.remarks, *row.remarks)),
            }
            for part, row, cell in _cells(source)
        ]
    )
    return table.drop(columns=[name for name in (_("Maal"), _("Gezegd")) if name in table and not table[name].any()])


def counted(cell: Cell) -> str:
    """The value that counts, as people write it: a label for a code, a number the Belgian way."""
    if cell.value is None:
        return _(texts.EMPTY)
    column = submission_contract().sheet(cell.sheet).column(cell.column_name)
    if column.type in NUMBERS:
        return exact(Decimal(cell.value))
    return column.codes.labels.get(cell.value, cell.value) if column.codelist else cell.value


def _cells(source: Source) -> Iterator[tuple[Part, SourceRow, Cell]]:
    for part in source.parts:
        for row in part.rows:
            yield from ((part, row, cell) for cell in row.cells)


def said(remarks: Iterable[Remark]) -> str:
    """What was said of a cell, with who said it."""
    kinds = translated_values(texts.REMARKS)
    return " · ".join(_(texts.REMARK).format(kind=kinds[one.kind], text=one.text) for one in remarks)


def public_table(source: Source) -> pd.DataFrame:
    """One line per row of a public file that a source rests on."""
    return pd.DataFrame(
        [
            {
                _("Bron"): row.file.file_name if row.file else row.dataset,
                _("Jaar"): str(row.source_year),
                _("Leeftijd"): "" if row.age is None else str(row.age),
                _("Waarde"): exact(row.value),
            }
            for row in source.public_rows
        ]
    )
