"""Submissions that are not a whole, complete year: part of the months, an incomplete sheet, a figure to correct."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from ingest.demo.world import Figures, Row, with_control_totals

POSTS_THAT_COME_LATE = ("overhead", "other_expenditure", "fees_received", "total_expenditure", "total_revenue")
COUNTS_OVER_THE_YEAR = ("contract_days", "sick_days")


def _scaled(rows: list[Row], share: float, columns: tuple[str, ...]) -> list[Row]:
    return [row | {column: round(row[column] * share, 2) for column in columns} for row in rows]


def part_of_year(figures: Figures, first_month: int, last_month: int) -> Figures:
    """The same authority, with figures from the first to the last month only."""
    share = (last_month - first_month + 1) / 12
    tables = dict(figures.tables)
    months = range(first_month, last_month + 1)
    tables["performance"] = [row for row in tables["performance"] if row["month"] in months]
    tables["via"] = [row for row in tables["via"] if row["moved_on"].month in months]
    tables["finance"] = with_control_totals(_scaled(tables["finance"], share, ("amount_eur",)))
    tables["hours"] = [row | {"opening_days": int(row["opening_days"] * share)} for row in tables["hours"]]
    years = _scaled(tables["staff_year"], share, COUNTS_OVER_THE_YEAR)
    tables["staff_year"] = [row | {"leavers": round(row["leavers"] * share)} for row in years]
    return Figures(figures.form | {"first_month": first_month, "last_month": last_month}, tables)


def _is_left_out(figures: Figures, care_type: str, table: str) -> Callable[[Row], bool]:
    dossiers = {row["dossier_number"] for row in figures.tables["locations"] if row["care_type"] == care_type}
    return {
        "staff": lambda row: row["care_type"] == care_type and row["function"] in ("logistics", "administration"),
        "finance": lambda row: row["care_type"] == care_type and row["post"] in POSTS_THAT_COME_LATE,
        "hours": lambda row: row["dossier_number"] in dossiers,
        "performance": lambda row: row["care_type"] == care_type and row["month"] > 9,
        "via": lambda row: row["care_type"] == care_type and row["step"] in ("spent", "justified"),
    }[table]


def incomplete(figures: Figures, random: Random) -> Figures:
    """The same authority, with one sheet not complete for one type of care, and saying so."""
    care_type = random.choice(figures.offers)
    table = random.choice(("staff", "finance", "hours", "performance", "via"))
    left_out = _is_left_out(figures, care_type, table)
    kept = [row for row in figures.tables[table] if not left_out(row)]
    return Figures(figures.form | {f"complete_{care_type}_{table}": False}, figures.tables | {table: kept})


def before_correction(figures: Figures, random: Random) -> Figures:
    """A first version of the same figures, with a believable amount that turned out to be another one."""
    finance = deepcopy(figures.tables["finance"])
    slips = [row for row in finance if row["post"] in ("other_goods_services", "maintenance", "fees_invoiced")]
    slip = random.choice(slips)
    slip["amount_eur"] = round(slip["amount_eur"] * random.choice((0.93, 0.95, 1.06, 1.08)), 2)
    return Figures(figures.form, figures.tables | {"finance": with_control_totals(finance)})
