"""Payment lists and lists of bookings for tests: a list without a fault, as CSV or workbook, and a check of it."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from ingest.check_files import CheckTask, check_file
from ingest.checked import CheckedFile

RECEIVED_ON = date(2024, 7, 5)
HEADERS = (
    "Betaler", "Lijst", "Versie", "Periode van", "Periode tot en met", "NIS-code", "Bestuur", "Akkoord", "Maatregel",
    "Jaar", "Type opvang", "Datum", "Bedrag", "Munt", "Referentie",
)  # fmt: skip
Row = dict[str, Any]


def line(number: int, **changes: Any) -> Row:
    """A line of a payment list; `changes` by header, with underscores for spaces and hyphens left out."""
    row: Row = dict(
        zip(HEADERS, (
            "GSD-V", "2024-K2", "1", "01/04/2024", "30/06/2024", "11001", "Aartselaar", "VIA6", "Koopkracht", "2024",
            "Groepsopvang", "31/05/2024", f"1.0{number:02d},50", "EUR", f"B-{number}",
        ), strict=True)
    )  # fmt: skip
    return row | {name.replace("_", " "): value for name, value in changes.items()}


def booking(number: int, **changes: Any) -> Row:
    """A line of a list of bookings, of what `line` says was paid."""
    row = line(number, **changes)
    payer = row.pop("Betaler")
    return {"Opgemaakt door": "Aartselaar" if payer == "GSD-V" else payer} | row


def euro(text: str) -> Decimal:
    """The amount that a test wrote the Belgian way."""
    return Decimal(text.replace(".", "").replace(",", "."))


def total(rows: list[Row], amount: Any = None) -> Row:
    """The row with the total: the sum of the lines, or another amount."""
    if amount is None:
        amount = str(sum((euro(row["Bedrag"]) for row in rows), Decimal(0))).replace(".", ",")
    return {next(iter(rows[0])): "Totaal", "Bedrag": amount}


def write_csv(path: Path, rows: list[Row]) -> Path:
    """Write rows under the headers of the first one."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_workbook(path: Path, *sheets: list[Row], amount_format: str = "General") -> Path:
    """Write each list of rows as a sheet, with a title above the headers; dates as dates."""
    workbook = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    amounts = workbook.add_format({"num_format": amount_format})
    for rows in sheets:
        sheet = workbook.add_worksheet()
        sheet.write(0, 0, "VIA-betalingen")
        headers = list(rows[0])
        sheet.write_row(2, 0, headers)
        for number, row in enumerate(rows, start=3):
            for place, header in enumerate(headers):
                style = [amounts] if header == "Bedrag" else []
                sheet.write(number, place, row.get(header, ""), *style)
    workbook.close()
    return path


def check(path: Path, received_on: date = RECEIVED_ON) -> CheckedFile:
    """Check a list as if it came in that day."""
    return check_file(CheckTask(path, path.name, "real", received_on=received_on))


def checked(folder: Path, rows: list[Row], with_total: Any = None) -> CheckedFile:
    """Check a CSV list of these lines with the total of those, or another one."""
    return check(write_csv(folder / "lijst.csv", [*rows, total(rows, with_total)]))


def told(found: CheckedFile) -> list[tuple[str, int | None, str | None]]:
    """What was found: (rule, row, header)."""
    return [(problem.rule_code, problem.row_number, problem.header_nl) for problem in found.problems]
