"""What walking a figure back gives, as records: a tree from the figure to the cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


class TraceError(Exception):
    """There is no such figure; the message is a Dutch sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said of a cell or a row; `kind` is `problem` (found when it was checked), `reason` (by who handed it
    in) or `correction` (by the Steunpunt).
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that a row's value rests on.

    `reference` is as in `D12`, and `found` the text in the archived file; both are None when the file cannot be read
    (any more). `value` is what counts, after reading and correcting.
    """

    sheet: str
    sheet_nl: str
    reference: str | None
    row_number: int
    column_name: str
    header_nl: str
    value: str | None
    found: str | None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a sheet with its share in a part, None when a cell was left empty, and what it was multiplied by.

    `remarks` are those about the row as a whole.
    """

    row_number: int
    value: Decimal | None
    parameter: str | None
    parameter_item: str | None
    parameter_value: Decimal | None
    cells: tuple[Cell, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """An item and a quantity of a sheet. Without rows it is zero where the sheet is declared complete, else missing."""

    sheet: str
    item: str
    quantity: str
    value: Decimal | None
    status: str
    is_complete: bool
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was handed in; only a submission has versions."""

    file_name: str
    file_hash: str
    version: int | None
    received_on: date


@dataclass(frozen=True, slots=True)
class PublicRow:
    """A row of a public file; `age` is empty where the file has none."""

    dataset: str
    source_year: int
    age: int | None
    value: Decimal
    file: SourceFile | None


@dataclass(frozen=True, slots=True)
class Source:
    """The measure of one unit (the municipality as it was that year) and type of care.

    `origin` is `sheet` (see `parts`), `context` (see `public_rows`; the area is on the map), `submission` (the register
    itself) or `bulk` (the file).
    """

    unit_nis_code: str
    unit_name: str
    care_type: str
    value: Decimal | None
    status: str
    origin: str
    file: SourceFile | None
    parts: tuple[Part, ...]
    public_rows: tuple[PublicRow, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A signed measure of one side of the formula, summed over its sources."""

    side: str
    sign: int
    measure: str
    label_nl: str
    unit: str
    value: Decimal | None
    status: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A published figure: value = multiplier x numerator / denominator, in `unit_nl`."""

    publication: int | None
    nis_code: str
    name: str
    year: int
    care_type: str
    care_type_nl: str
    indicator_code: str
    label_nl: str
    unit_nl: str
    decimals: int
    multiplier: float
    value: float | None
    status: str
    numerator: Decimal | None
    denominator: Decimal | None
    terms: tuple[Term, ...]
