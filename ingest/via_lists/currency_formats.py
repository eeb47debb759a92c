"""Which cells of a workbook Excel shows in another currency: the cell itself holds a bare number."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.reading.container import open_zip
from ingest.reading.sheet_xml import checked_parts, column_number, paths_by_sheet_name, tags

Cell = tuple[int, int]
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\b[^>]*>")
_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_STYLE_OF_CELL = re.compile(rb"""\bs=["']([0-9]{1,5})["']""")
_IN_BRACKETS = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_SIGN = re.compile(r"[$£¥₣₤₺₽₹]")
_EURO = ("", "€", "eur", "euro")


def foreign_currencies(path: Path) -> dict[str, dict[Cell, str]]:
    """Give, per sheet, the currency of each cell (row and column, both from 1) that is shown in another than the euro.

    Raises:
        FileRefused: the workbook is damaged.
    """
    content = path.read_bytes()
    with open_zip(content) as packed:
        parts = checked_parts(content, packed.infolist())
    styles = _foreign_styles(parts.get("xl/styles.xml", b"").decode("utf-8", "replace"))
    if not styles:
        return {}
    return {name: _cells(parts.get(part, b""), styles) for name, part in paths_by_sheet_name(parts).items()}


def currency_of(number_format: str) -> str | None:
    """Give the currency that a number format of Excel shows, or None when it is the euro or none at all."""
    named = [symbol.strip() for symbol in _IN_BRACKETS.findall(number_format)]
    signs = _SIGN.findall(_IN_BRACKETS.sub("", number_format))
    return next((symbol for symbol in (*named, *signs) if symbol.casefold() not in _EURO), None)


def _foreign_styles(xml: str) -> dict[int, str]:
    """The currency of each cell style that shows one; a style is named by its place in the list of them."""
    formats = {found.get("numFmtId", ""): currency_of(found.get("formatCode", "")) for found in tags(_FORMAT, xml)}
    if not any(formats.values()):
        return {}
    styles = tags(_STYLE, "".join(_STYLES.findall(xml)))
    currencies = [formats.get(found.get("numFmtId", "")) for found in styles]
    return {place: currency for place, currency in enumerate(currencies) if currency}


def _cells(xml: bytes, styles: dict[int, str]) -> dict[Cell, str]:
    found = {}
    for attributes in _CELL.findall(xml):
        place, style = _PLACE.search(attributes), _STYLE_OF_CELL.search(attributes)
        if place and style and int(style.group(1)) in styles:
            found[int(place.group(2)), column_number(place.group(1))] = styles[int(style.group(1))]
    return found
