"""The invented price index of the demo: the prices that the demo's own amounts follow."""

from __future__ import annotations

from pathlib import Path

from ingest.demo.traits import INDEX_2021
from ingest.public.price_index import HEADERS

BASE_YEAR = 2021
NAME_NL = "demo-index (verzonnen)"
SOURCE_NL = "verzonnen voor de demo, geen officiële index"


def write_price_index(path: Path, last_year: int) -> None:
    """Write a figure for every year that the demo knows, up to and with the last one that is handed in."""
    lines = [
        f"{year};{f'{100 * level:.2f}'.replace('.', ',')};{BASE_YEAR};{NAME_NL};{SOURCE_NL}"
        for year, level in INDEX_2021.items()
        if year <= last_year
    ]
    path.write_text("\n".join([";".join(HEADERS.values()), *lines, ""]), encoding="utf-8", newline="")
