"""Fiscal income per municipality in Statbel's layout, carried forward from the facts of 2013."""

from __future__ import annotations

from pathlib import Path

from ingest.demo.authorities import Authority, authorities_of_year
from ingest.demo.traits import INDEX_2021

HEADER = (
    "CD_YEAR|CD_MUNTY_REFNIS|MS_NBR_NON_ZERO_INC|MS_NBR_ZERO_INC|MS_TOT_NET_TAXABLE_INC|MS_TOT_RESIDENTS|"
    "TX_MUNTY_DESCR_NL"
)
GROWTH_2013_TO_2021 = 1.21
SHARE_WITHOUT_INCOME = 0.06


def _line(authority: Authority, year: int) -> str:
    declarations, total, residents = 0, 0.0, 0
    for part in authority.parts:
        own = round(part.population[year] * part.declarations_per_resident)
        declarations += own
        total += own * part.eur_per_declaration_2013 * GROWTH_2013_TO_2021 * INDEX_2021[year]
        residents += part.population[year]
    without = round(declarations * SHARE_WITHOUT_INCOME)
    cells = (year, authority.nis_code, declarations, without, f"{total:.2f}", residents, authority.name)
    return "|".join(str(cell) for cell in cells)


def write_income(path: Path, year: int) -> None:
    """Write declarations, net taxable income (euro) and residents of a year, on that year's map."""
    lines = [_line(authority, year) for authority in authorities_of_year(year)]
    path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8", newline="")
