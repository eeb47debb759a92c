"""What the publication says of a figure and of everything below it: its table functions asked, and nothing computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ingest.trace_records import SourceFile, TraceError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from ingest.home import Home

Row = dict[str, Any]

_HEAD = """
select
    (select max(number) from publication.publication) as publication,
    figures.nis_code, authorities.name, figures.year, figures.care_type, care_types.label_nl as care_type_nl,
    figures.indicator_code, indicators.label_nl, indicators.unit_nl, indicators.decimals, indicators.multiplier,
    figures.value, figures.status, figures.numerator, figures.denominator
from marts.fct_indicator_values as figures
inner join marts.dim_indicators as indicators on figures.indicator_code = indicators.indicator_code
inner join marts.dim_care_types as care_types on figures.care_type = care_types.care_type
inner join marts.dim_authorities as authorities on figures.nis_code = authorities.nis_code
where figures.nis_code = $nis_code and figures.year = $year
    and figures.care_type = $care_type and figures.indicator_code = $indicator
"""
_MEASURES = """
select traced.*, measures.label_nl, measures.unit
from functions.trace_measures($nis_code, $year, $care_type, $indicator) as traced
inner join marts.dim_measures as measures on traced.measure = measures.measure
order by measures.position, traced.side
"""
_REMARKS = """
with files as (
    select distinct file_hash from functions.trace_files($nis_code, $year, $care_type, $indicator)
),

problems as (
    select * from marts.fct_problems where is_published and file_hash in (select file_hash from files)
),

corrections as (
    select * from marts.fct_cell_corrections where is_applied and file_hash in (select file_hash from files)
)

select file_hash, sheet, row_number, column_name, 'problem' as kind, message_nl as text from problems
union all
select file_hash, sheet, row_number, column_name, 'reason' as kind, reason_nl as text
from problems where reason_nl is not null
union all
select
    file_hash, sheet, row_number, column_name, 'correction' as kind,
    concat(coalesce(old_value, 'leeg'), ' werd ', new_value, ': ', reason_nl, ' (', on_word_of, ')') as text
from corrections
"""
_BELOW = "select * from functions.trace_{}($nis_code, $year, $care_type, $indicator)"
_PUBLIC_FILES = "select dataset, year, file_name, file_hash, received_on from publication.inputs where version is null"


@dataclass(frozen=True, slots=True)
class TracedFigure:
    """The answers of the publication: the figure itself, and the rows of each of its table functions."""

    head: Row
    measures: list[Row]
    parts: list[Row]
    rows: list[Row]
    cells: list[Row]
    context: list[Row]
    files: list[Row]
    remarks: list[Row]
    public_files: dict[tuple[str, int], SourceFile]


def open_publication(home: Home) -> DuckDBPyConnection:
    """Open the current publication, read-only.

    Raises:
        TraceError: nothing is published yet.
    """
    import duckdb

    if not home.current.exists():
        raise TraceError("Er is nog niets gepubliceerd, dus is er nog geen cijfer om na te gaan.")
    return duckdb.connect(str(home.current.resolve()), read_only=True)


def figure_in(
    connection: DuckDBPyConnection, nis_code: str, year: int, care_type: str, indicator_code: str
) -> TracedFigure:
    """Ask a publication for a figure and everything below it.

    Raises:
        TraceError: there is no such figure, or the publication is older than the functions that walk back.
    """
    import duckdb

    try:
        return _figure_in(connection, nis_code, year, care_type, indicator_code)
    except duckdb.CatalogException as error:
        raise TraceError(
            "Deze publicatie is gemaakt voor een cijfer kon nagegaan worden. Bouw ze opnieuw met 'opvangspiegel build'."
        ) from error


def _figure_in(
    connection: DuckDBPyConnection, nis_code: str, year: int, care_type: str, indicator_code: str
) -> TracedFigure:
    key = {"nis_code": nis_code, "year": year, "care_type": care_type, "indicator": indicator_code}
    head = _rows(connection, _HEAD, key)
    if not head:
        raise TraceError(
            f"De publicatie heeft geen cijfer '{indicator_code}' van {nis_code} over {year}, type opvang '{care_type}'."
        )
    return TracedFigure(
        head=head[0],
        measures=_rows(connection, _MEASURES, key),
        **{name: _rows(connection, _BELOW.format(name), key)
           for name in ("parts", "rows", "cells", "context", "files")},
        remarks=_rows(connection, _REMARKS, key),
        public_files={
            (row["dataset"], row["year"]): SourceFile(row["file_name"], row["file_hash"], None, row["received_on"])
            for row in _rows(connection, _PUBLIC_FILES, {})
        },
    )  # fmt: skip


def _rows(connection: DuckDBPyConnection, statement: str, parameters: dict[str, object]) -> list[Row]:
    cursor = connection.cursor().execute(statement, parameters)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
