"""What the template puts in a workbook beside what it asks; the reader knows these words and passes them over."""

from __future__ import annotations

import re

from ingest.matching import folded

EXPLANATION_SHEET = "Uitleg"
TOTALS_SHEET = "Totalen"
LISTS_SHEET = "Keuzelijsten"
REMARKS_SHEET = "Opmerkingen"
OWN_SHEETS = frozenset(folded(name) for name in (EXPLANATION_SHEET, TOTALS_SHEET, LISTS_SHEET, REMARKS_SHEET))
_EARLIER = re.compile(r"boekjaar \d{4}: ")


def earlier_header(year: int, header_nl: str) -> str:
    """Give the header over what was handed in for an earlier year: 'Boekjaar 2024: VTE'."""
    return f"Boekjaar {year}: {header_nl}"


def is_earlier_header(header: object) -> bool:
    """Whether a header stands over figures of an earlier year, shown beside the cells to fill in."""
    return isinstance(header, str) and _EARLIER.match(folded(header)) is not None


def is_own_sheet(name: str) -> bool:
    """Whether a sheet is one that the template, or a marked copy, adds for its reader."""
    return folded(name) in OWN_SHEETS
