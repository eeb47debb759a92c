"""Charts and tables as files that people take away: SVG, PNG, XLSX, CSV; text out of files never becomes a formula."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from textwrap import wrap
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import altair as alt
import pandas as pd
import vl_convert
import xlsxwriter

from dashboard import format as belgian
from dashboard.charts import theme
from dashboard.charts.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from xlsxwriter.format import Format as CellFormat

CHART_WIDTH = 960
CHARACTERS_WIDE = 120
TITLE_LINE, NOTE_LINE = 24, 17
_SVG_ROOT = re.compile(r'<svg[^>]*?\bwidth="(?P<width>[\d.]+)"[^>]*?\bheight="(?P<height>[\d.]+)"')
PNG_SCALE = 2.0
MOST_WIDTH = 60
DELIMITER = ";"  # with a decimal comma, what a Belgian Excel opens without asking
# A cell that begins with one of these could be taken for a formula by the program that opens the file.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


@dataclass(frozen=True)
class Words:
    """What must stand beside figures that leave the page: what they are, where they come from, what to beware of."""

    title: str
    source: str
    note: str = ""


def chart_svg(chart: Drawing | alt.LayerChart | alt.Chart, words: Words) -> bytes:
    """Draw a chart as SVG, with the theme and the Belgian numbers of the page, its title above and its source below."""
    return _framed(bare_svg(chart, CHART_WIDTH), words).encode()


def bare_svg(chart: Drawing | alt.LayerChart | alt.Chart, width: int) -> str:
    """Draw a chart as SVG without a frame, for a place that has its own title and source."""
    whole = chart.to_dict(width=width) if isinstance(chart, Drawing) else chart.properties(width=width).to_dict()
    return vl_convert.vegalite_to_svg(whole)


def chart_png(chart: Drawing | alt.LayerChart | alt.Chart, words: Words) -> bytes:
    """Draw the same as PNG, at twice the size of the page for print."""
    return vl_convert.svg_to_png(chart_svg(chart, words).decode(), scale=PNG_SCALE)


def _framed(svg: str, words: Words) -> str:
    """Put a title above and small lines below a drawing, on white paper."""
    root = _SVG_ROOT.search(svg)
    if root is None:
        raise ValueError("not a drawing with a size")
    width, height = float(root["width"]), float(root["height"])
    above = wrap(words.title, CHARACTERS_WIDE)
    below = [line for text in (words.note, words.source) for line in wrap(text, int(CHARACTERS_WIDE * 1.25))]
    top, whole = len(above) * TITLE_LINE + 8, len(above) * TITLE_LINE + len(below) * NOTE_LINE + height + 20
    lines = [_line(text, place * TITLE_LINE - top + 20, 16, "bold") for place, text in enumerate(above)]
    lines += [_line(text, height + (place + 1) * NOTE_LINE, 12, "normal") for place, text in enumerate(below)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width:g}" '
    head += f'height="{whole:g}" viewBox="0 {-top:g} {width:g} {whole:g}">'
    paper = f'<rect x="0" y="{-top:g}" width="{width:g}" height="{whole:g}" fill="white"/>'
    return head + f"<title>{escape(words.title)}</title>" + paper + svg + "".join(lines) + "</svg>"


def _line(text: str, y: float, size: int, weight: str) -> str:
    quoted = theme.FONT.replace('"', "'")
    style = f'font-family="{quoted}" font-size="{size}" font-weight="{weight}" fill="{theme.TEXT}"'
    return f'<text x="5" y="{y:g}" {style}>{escape(text)}</text>'


def table_csv(table: pd.DataFrame, words: Words) -> bytes:
    """Write a table for a Belgian spreadsheet: semicolons, decimal commas, UTF-8 with its mark; the source below."""
    text = StringIO()
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow([_harmless(head) for head in table.columns])
    writer.writerows([_written(value) for value in row] for row in table.itertuples(index=False))
    writer.writerow([])
    writer.writerows([_harmless(line)] for line in (words.title, words.note, words.source) if line)
    return text.getvalue().encode("utf-8-sig")


def _written(value: object) -> str:
    """A value in a CSV file: a missing one is empty, a number has a decimal comma, a text can be no formula."""
    if belgian.is_missing(value):
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _harmless(f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value))
    return f"{value}".replace(".", ",")


def _harmless(text: object) -> str:
    shown = str(text)
    return f"'{shown}" if shown.startswith(FORMULA_SIGNS) else shown


def table_xlsx(
    table: pd.DataFrame, words: Words, formats: Mapping[str, Callable[[object], str]] | None = None
) -> bytes:
    """Write a table as a workbook of one sheet: title, header, rows, source; numbers stay numbers, text stays text.

    Args:
        table: numbers, dates and texts; its columns are the header.
        words: title, note and source.
        formats: how a column's numbers are written on the page; the workbook shows as many decimals.
    """
    return sheets_xlsx({"": (table, formats)}, words)


def sheets_xlsx(
    sheets: Mapping[str, tuple[pd.DataFrame, Mapping[str, Callable[[object], str]] | None]], words: Words
) -> bytes:
    """Write several tables as one workbook: per table a sheet under its name, each as ``table_xlsx`` writes one."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        for name, (table, formats) in sheets.items():
            _write_sheet(workbook, workbook.add_worksheet(name or None), table, words, formats or {})
    return file.getvalue()


def _write_sheet(
    workbook: xlsxwriter.Workbook,
    page: xlsxwriter.worksheet.Worksheet,
    table: pd.DataFrame,
    words: Words,
    formats: Mapping[str, Callable[[object], str]],
) -> None:
    bold, plain = workbook.add_format({"bold": True}), workbook.add_format()
    page.write_string(0, 0, words.title, bold)
    for column, head in enumerate(table.columns):
        page.write_string(2, column, str(head), bold)
        values = table.iloc[:, column].tolist()
        number = workbook.add_format({"num_format": _number_format(formats.get(str(head)), values)})
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for row, value in enumerate(values, start=3):
            _write(page, row, column, value, number, day)
        page.set_column(column, column, min(MOST_WIDTH, max(len(str(head)), *_lengths(values)) + 2))
    for row, line in enumerate((words.note, words.source), start=4 + len(table)):
        page.write_string(row, 0, line, plain)
    page.freeze_panes(3, 1)


def _write(
    page: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: object, number: CellFormat, day: CellFormat
) -> None:
    """One cell by its own kind; a missing value stays an empty cell."""
    if belgian.is_missing(value):
        return
    if isinstance(value, date):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        page.write_number(row, column, value, number)
    else:
        page.write_string(row, column, str(value))


def _lengths(values: list[object]) -> list[int]:
    return [len(str(value)) for value in values] or [0]


def _number_format(shown: Callable[[object], str] | None, values: list[object]) -> str:
    """The number format with as many decimals as the page shows; a number without a format is shown as it is."""
    known = [value for value in values if isinstance(value, int | float) and not belgian.is_missing(value)]
    if shown is None or not known:
        return "General"
    found = re.search(r"\d,(\d+)\D*$", shown(known[0]))
    return "#,##0" + (f".{'0' * len(found[1])}" if found else "")


def file_name(words: str, suffix: str) -> str:
    """A file name out of words: letters, digits and hyphens only, so that every system takes it."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:80].rstrip("-")
    return f"opvangspiegel-{slug or 'cijfers'}.{suffix}"
