"""Small submissions for tests: valid sheets for one authority, and a writer for workbooks and CSV folders."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

Row = dict[str, Any]
Sheets = dict[str, list[Row]]

FORM_SHEET = "Bestuur"
CARE = {"group": "Groepsopvang", "family": "Gezinsopvang", "out_of_school": "Buitenschoolse opvang"}
SHEETS = ("Locaties", "Personeel", "Personeel jaar", "Financiën", "Openingsuren", "Prestaties", "VIA")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
FORMATS = {dt.date: "dd/mm/yyyy", dt.time: "hh:mm"}


@dataclass(frozen=True, slots=True)
class FailingFormula:
    """A cell with a formula that gives an error."""

    error: str = "#DIV/0!"


def minimal_submission(**overrides: Any) -> Sheets:
    """Give the sheets of a valid submission: Aartselaar 2024, group care, one location of 30 places, all complete.

    Headers and labels are the Dutch ones of the contract. `overrides` are answers of the sheet Bestuur by their Dutch
    label with underscores for spaces, or whole sheets by their name: minimal_submission(Boekjaar=2023, VIA=[]).
    """
    sheets: Sheets = {
        FORM_SHEET: [_form()],
        "Locaties": [_location("G-1", 30, 24)],
        "Personeel": [_staff("kinderbegeleider", 7.0, 6.5), _staff("verantwoordelijke", 1.0, 1.0)],
        "Personeel jaar": [
            {"Type opvang": CARE["group"], "Contractdagen": 1900.0, "Ziektedagen": 150.0, "Uit dienst": 1}
        ],
        "Financiën": _finance(),
        "Openingsuren": [_opening("G-1", weekday) for weekday in WEEKDAYS],
        "Prestaties": [_performance(month) for month in range(1, 13)],
        "VIA": [_via()],
    }
    for name, value in overrides.items():
        key = name.replace("_", " ")
        if key in sheets:
            sheets[key] = value
        else:
            sheets[FORM_SHEET][0][key] = value
    return sheets


def build_workbook(path: Path, sheets: Sheets) -> Path:
    """Write sheets as an Excel workbook: Bestuur as a form, the others as tables; None is an empty cell."""
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        styles = {kind: book.add_format({"num_format": shown}) for kind, shown in FORMATS.items()}
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(grid_of(name, rows)):
                for place, cell in enumerate(cells):
                    _write(sheet, number, place, cell, styles)
    return path


def build_csv_folder(folder: Path, sheets: Sheets, delimiter: str = ";", encoding: str = "utf-8") -> Path:
    """Write sheets as a folder of CSV files, numbers and dates the Belgian way."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter)
            writer.writerows([[belgian(cell) for cell in cells] for cells in grid_of(name, rows)])
    return folder


def grid_of(name: str, rows: list[Row]) -> list[list[Any]]:
    """Lay out the rows of a sheet as lines of cells, headers first; a form has a label and an answer a line."""
    if name == FORM_SHEET:
        return [[label, answer] for label, answer in (rows[0] if rows else {}).items()]
    headers = list(dict.fromkeys(header for row in rows or [HEADERS.get(name, {})] for header in row))
    return [headers, *([row.get(header) for header in headers] for row in rows)]


def belgian(cell: Any) -> str:
    """Write a cell the way a Belgian program exports it."""
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, (float, Decimal)):
        return str(cell).replace(".", ",")
    return str(cell)


def _write(sheet: Any, number: int, place: int, cell: Any, styles: dict[type, Any]) -> None:
    if cell is None:
        return
    if isinstance(cell, dt.time):
        sheet.write_number(number, place, (cell.hour * 60 + cell.minute) / 1440, styles[dt.time])
    elif isinstance(cell, dt.date):
        sheet.write_datetime(number, place, cell, styles[dt.date])
    elif isinstance(cell, FailingFormula):
        sheet.write_formula(number, place, "=1/0", None, cell.error)
    elif isinstance(cell, str):
        sheet.write_string(number, place, cell)
    else:
        sheet.write(number, place, cell)


def _form() -> Row:
    answers: Row = {
        "Soort gegevens": "demogegevens (verzonnen cijfers)",
        "NIS-code": "11001",
        "Naam bestuur": "Aartselaar",
        "Boekjaar": 2024,
        "Functionele mailbox": "kinderopvang@aartselaar.example.be",
        "KBO-nummers organisatoren": None,
        "Mag bij naam getoond worden": "ja",
        "Eerste maand van de cijfers": 1,
        "Laatste maand van de cijfers": 12,
        "Overhead aangerekend": "ja",
        "Huur aangerekend": "nee",
        "IBO/BOA geboekt op 0945": "ja",
    }
    for care_type, label in CARE.items():
        answers[f"{label}: aangeboden"] = "ja" if care_type == "group" else "nee"
    for care_type, label in CARE.items():
        for name in SHEETS:
            answers[f"{label}: {name} volledig"] = "ja" if care_type == "group" else None
    return answers


def _location(dossier: str, licensed: int, income: int) -> Row:
    return {
        "Dossiernummer": dossier,
        "Naam locatie": f"Locatie {dossier}",
        "KBO-nummer organisator": None,
        "Type opvang": CARE["group"],
        "Subsidietrap": "T2B",
        "Vergunde plaatsen": licensed,
        "IKT-plaatsen": income,
        "Startdatum": dt.date(2010, 9, 1),
        "Stopdatum": None,
    }


def _staff(function: str, fte: float, qualified: float) -> Row:
    return {
        "Type opvang": CARE["group"],
        "Functie": function,
        "Statuut": "contractueel",
        "Personen": 9,
        "VTE": fte,
        "Gekwalificeerde VTE": qualified,
        "Openstaande VTE": 0.0,
    }


def _finance() -> list[Row]:
    """Expenditure 450.000, revenue 400.000: 15.000 euro a place and 47.500 euro personnel cost a VTE."""
    amounts = {
        "Personeel: vast benoemd": 80000.0,
        "Personeel: niet vast benoemd": 300000.0,
        "Voeding": 40000.0,
        "Energie en water": 30000.0,
        "Totaal uitgaven": 450000.0,
        "Ouderbijdragen: gefactureerd": 90000.0,
        "Subsidies van Opgroeien (zonder VIA)": 300000.0,
        "VIA-middelen": 10000.0,
        "Totaal ontvangsten": 400000.0,
    }
    return [{"Type opvang": CARE["group"], "Post": post, "Bedrag": amount} for post, amount in amounts.items()]


def _opening(dossier: str, weekday: str) -> Row:
    return {
        "Dossiernummer": dossier,
        "Periode": "standaard",
        "Weekdag": weekday,
        "Open": dt.time(7, 0),
        "Sluit": dt.time(18, 30),
        "Open dagen per jaar": 46,
    }


def _performance(month: int) -> Row:
    return {
        "Type opvang": CARE["group"],
        "Dossiernummer": None,
        "Maand": month,
        "Duur": "5 tot 11 uur",
        "Tarief": "inkomenstarief (IKT)",
        "Aanwezig": 450,
        "Gewettigd afwezig": 40,
        "Ongewettigd afwezig": 5,
    }


def _via() -> Row:
    return {
        "Akkoord": "VIA6",
        "Maatregel": "Koopkracht",
        "Jaar": 2024,
        "Type opvang": CARE["group"],
        "Stap": "uitbetaald",
        "Datum": dt.date(2024, 6, 1),
        "Bedrag": 10000.0,
    }


HEADERS: dict[str, Row] = {
    "Locaties": _location("", 0, 0),
    "Personeel": _staff("", 0, 0),
    "Personeel jaar": {"Type opvang": "", "Contractdagen": 0, "Ziektedagen": 0, "Uit dienst": 0},
    "Financiën": {"Type opvang": "", "Post": "", "Bedrag": 0},
    "Openingsuren": _opening("", ""),
    "Prestaties": _performance(0),
    "VIA": _via(),
}
