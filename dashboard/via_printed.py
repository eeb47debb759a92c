"""The tables of an agreement as they are printed, with the cells that have a finding."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from dashboard import format as belgian
from dashboard import texts_via as texts
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.via_tables import MARK

UNITS = {"eur": "", "fte": "VTE", "eur_per_fte": "€", "percent": "%"}


@dataclass(frozen=True)
class PrintedTable:
    """One table of the document; ``marked`` says of each cell whether there is a finding about it."""

    code: str
    cells: pd.DataFrame
    marked: pd.DataFrame


def printed_tables(lines: pd.DataFrame) -> Iterator[PrintedTable]:
    """Lay the figures of a document out in its own tables, in its own order.

    Args:
        lines: table_code, row_label, kind, unit, sector_printed, sector_label, sector_position, printed, line_number,
            is_marked; one row per figure.
    """
    shown = [_shown(row) for row in lines.to_dict("records")]
    placed = lines.assign(column=_columns(lines), row=_rows(lines), shown=shown)
    for code, part in placed.groupby("table_code", sort=True):
        columns = list(dict.fromkeys(part.sort_values("sector_position", na_position="last", kind="stable")["column"]))
        rows = list(dict.fromkeys(part["row"]))
        yield PrintedTable(str(code), *_laid_out(part, rows, columns))


def _columns(lines: pd.DataFrame) -> list[str]:
    """The column of each figure: what it is where a row has several kinds, otherwise its sector."""
    names = translated_values(texts.KINDS)
    sectors = lines["sector_label"].fillna(_(texts.COLUMN_UNKNOWN))
    parts = zip(_base_kinds(lines), _has_kinds(lines), sectors, strict=True)
    return [names[kind] if several else sector for kind, several, sector in parts]


def _rows(lines: pd.DataFrame) -> list[str]:
    """The row of each figure; with its sector where the columns do not say which and the label stands for several."""
    n_sectors = lines.groupby(["table_code", "row_label"])["sector_label"].transform("nunique")
    parts = zip(lines["row_label"], lines["sector_label"], _has_kinds(lines) & (n_sectors > 1), strict=True)
    return [f"{label} ({sector})" if is_shared else str(label) for label, sector, is_shared in parts]


def _base_kinds(lines: pd.DataFrame) -> pd.Series:
    return lines["kind"].str.split("_").str[0]


def _has_kinds(lines: pd.DataFrame) -> pd.Series:
    """Whether the table that a figure stands in has figures of several kinds."""
    return _base_kinds(lines).groupby(lines["table_code"]).transform("nunique") > 1


def _shown(row: dict[str, object]) -> str:
    """A figure as printed; a place where nothing is printed says so."""
    if belgian.is_missing(row["printed"]):
        return _("(leeg)")
    decimals = 0 if row["unit"] == "eur" or float(str(row["printed"])).is_integer() else 2
    shown = belgian.quantity(row["printed"], UNITS[str(row["unit"])], decimals)
    return f"{MARK} {shown}" if row["is_marked"] else shown


def _laid_out(part: pd.DataFrame, rows: list[str], columns: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The texts and the marks of one table; where two figures share a place, they stand below each other."""
    cells = pd.DataFrame("", index=rows, columns=columns)
    marked = pd.DataFrame(False, index=rows, columns=columns)
    for figure in part.to_dict("records"):
        row, column = figure["row"], figure["column"]
        cells.loc[row, column] = " · ".join(text for text in (cells.loc[row, column], figure["shown"]) if text)
        marked.loc[row, column] |= figure["is_marked"]
    head = _("Zoals gedrukt")
    return _with_label(cells, head, rows), _with_label(marked, head, False)


def _with_label(table: pd.DataFrame, head: str, values: object) -> pd.DataFrame:
    table.insert(0, head, values)
    return table.reset_index(drop=True)
