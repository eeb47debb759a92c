"""A published figure walked back: its two sides, their measures, and the file, sheet, row and cell of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ingest.archive import ArchiveError, archived_file
from ingest.cell_places import CellPlaces
from ingest.contract import submission_contract
from ingest.trace_records import Cell, Part, PublicRow, Remark, Source, SourceFile, SourceRow, Term, Trace, TraceError
from ingest.traced_rows import Row, TracedFigure, figure_in, open_publication

if TYPE_CHECKING:
    from ingest.home import Home

__all__ = ["Trace", "TraceError", "trace", "trace_as_dict"]

TOTAL = "all"


def trace(home: Home, nis_code: str, year: int, indicator_code: str, care_type: str = TOTAL) -> Trace:
    """Walk a figure of the current publication back to the cells that it was made of.

    Every number comes from the publication; the archive only tells where in its file each cell stands.

    Args:
        home: where publication and archive lie.
        nis_code: an authority on today's map.
        year: the year of the figure.
        indicator_code: a code of the registry of indicators.
        care_type: a code of a type of care, `all` for the total.

    Raises:
        TraceError: nothing is published, or there is no such figure in the publication.
    """
    with open_publication(home) as connection:
        figure = figure_in(connection, nis_code, year, care_type, indicator_code)
    builder = _Builder(home, figure)
    terms = tuple(builder.term(rows) for rows in _together(figure.measures, "side", "measure").values())
    return Trace(**figure.head, terms=tuple(sorted(terms, key=lambda term: term.side != "numerator")))


def trace_as_dict(found: Trace) -> dict[str, Any]:
    """Plain values for JSON; exact decimals are numbers in full, as text."""
    return _plain(asdict(found))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _together(rows: list[Row], *keys: str) -> dict[tuple[Any, ...], list[Row]]:
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[key] for key in keys)].append(row)
    return dict(found)


class _Builder:
    """Lays the rows of the publication together into a tree, and opens each file once."""

    def __init__(self, home: Home, figure: TracedFigure) -> None:
        self._home = home
        self._year = figure.head["year"]
        key = ("unit_nis_code", "care_type", "measure")
        self._parts = _together(figure.parts, *key)
        self._rows = _together(figure.rows, *key, "item", "quantity")
        self._cells = _together(figure.cells, "file_hash", "sheet", "quantity", "row_number")
        self._context = _together(figure.context, "unit_nis_code", "measure")
        self._files = figure.files
        self._public_files = figure.public_files
        self._remarks = _together(figure.remarks, "file_hash", "sheet", "row_number", "column_name")
        self._places: dict[str, CellPlaces | None] = {}

    def term(self, rows: list[Row]) -> Term:
        first = rows[0]
        sources = tuple(self._source(row) for row in sorted(rows, key=_by_place))
        return Term(
            first["side"], first["sign"], first["measure"], first["label_nl"], first["unit"],
            first["measure_value"], first["measure_status"], sources,
        )  # fmt: skip

    def _source(self, row: Row) -> Source:
        key = (row["unit_nis_code"], row["care_type"], row["measure"])
        parts = tuple(self._part(part, key) for part in self._parts.get(key, []))
        context = self._context.get(key[::2], []) if row["origin"] == "context" else []
        return Source(
            row["unit_nis_code"], row["unit_name"], row["care_type"], row["value"], row["status"], row["origin"],
            self._file(row), parts, tuple(self._public_row(one) for one in context),
        )  # fmt: skip

    def _file(self, row: Row) -> SourceFile | None:
        if row["origin"] == "context":
            return None
        measure = row["measure"] if row["origin"] == "bulk" else None
        care_type = row["care_type"] if row["origin"] == "bulk" else None
        for file in self._files:
            if (file["unit_nis_code"], file["care_type"], file["measure"]) == (
                row["unit_nis_code"],
                care_type,
                measure,
            ):
                return SourceFile(file["file_name"], file["file_hash"], file["version"], file["received_on"])
        return None

    def _part(self, part: Row, key: tuple[Any, ...]) -> Part:
        rows = self._rows.get((*key, part["item"], part["quantity"]), [])
        return Part(
            part["sheet"], part["item"], part["quantity"], part["value"], part["status"], part["is_complete"],
            tuple(self._row(row) for row in sorted(rows, key=lambda row: row["row_number"])),
        )  # fmt: skip

    def _row(self, row: Row) -> SourceRow:
        rows = self._cells.get((row["file_hash"], row["sheet"], row["quantity"], row["row_number"]), [])
        return SourceRow(
            row["row_number"], row["value"], row["parameter"], row["parameter_item"], row["parameter_value"],
            tuple(sorted((self._cell(cell) for cell in rows), key=_by_reference)),
            self._said_of(row["file_hash"], row["sheet"], row["row_number"], None),
        )  # fmt: skip

    def _cell(self, cell: Row) -> Cell:
        sheet, row_number, column_name = cell["source_sheet"], cell["source_row_number"], cell["column_name"]
        contract = submission_contract(self._year).sheet(sheet)
        places = self._places_of(cell["file_hash"])
        place = places.place(sheet, row_number, column_name) if places else None
        return Cell(
            sheet,
            place.sheet_nl if place else contract.sheet_nl,
            place.reference if place else None,
            row_number,
            column_name,
            place.header_nl if place else contract.column(column_name).header_nl,
            cell["cell"],
            place.found if place else None,
            self._said_of(cell["file_hash"], sheet, row_number, column_name),
        )

    def _said_of(self, *place: Any) -> tuple[Remark, ...]:
        return tuple(Remark(row["kind"], row["text"]) for row in self._remarks.get(place, []))

    def _public_row(self, row: Row) -> PublicRow:
        file = self._public_files.get((row["dataset"], row["source_year"]))
        return PublicRow(row["dataset"], row["source_year"], row["age"], row["value"], file)

    def _places_of(self, file_hash: str) -> CellPlaces | None:
        """The cells of an archived file; None when the archive no longer has it whole."""
        if file_hash not in self._places:
            self._places[file_hash] = self._opened(file_hash)
        return self._places[file_hash]

    def _opened(self, file_hash: str) -> CellPlaces | None:
        for path in sorted((self._home.archive / file_hash[:2]).glob(f"{file_hash}.*")):
            try:
                return CellPlaces(archived_file(self._home, f"{file_hash[:2]}/{path.name}"), self._year)
            except ArchiveError:
                continue
        return None


def _by_place(row: Row) -> tuple[str, str]:
    return row["unit_nis_code"], row["care_type"]


def _by_reference(cell: Cell) -> tuple[bool, int, int, str]:
    """From left to right, row by row; what a row hangs on (its location) first."""
    reference = cell.reference or cell.column_name
    return cell.sheet != "locations", cell.row_number, len(reference), reference
