"""Ten invented submissions over 2024, each with one thing worth getting right; the answers are in the CSV files beside.

Aartselaar has every sheet, with round figures. Boechout opens twice a day. Boom opened a location on 2 July, half of a
leap year, and left its sick days empty. Brasschaat typed a word for a number, and a total that does not add up. Brecht
is so large that it shows through every sum. Edegem knows half a year. De Pinte and Nazareth are one authority today; so
are Merelbeke and Melle, of which Melle handed in nothing. Essen corrected its figures. Hemiksem is in query.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.ingest.workbook_builder import CARE, SHEETS, WEEKDAYS, Row, Sheets, build_workbook, minimal_submission

YEAR = 2024
GROUP = CARE["group"]
OPENS, CLOSES = dt.time(7, 0), dt.time(18, 0)
INCOME, FREE = "inkomenstarief (IKT)", "vrije prijs"
POPULATION_FILE = f"TF_SOC_POP_STRUCT_{YEAR}.txt"
PEOPLE = {
    "11001": (300, 1200, 15000),
    "11004": (250, 1000, 13000),
    "11005": (600, 1900, 19000),
    "11008": (900, 3600, 39000),
    "11009": (800, 3000, 30000),
    "11013": (550, 2200, 22500),
    "11016": (500, 1900, 20000),
    "11018": (400, 1300, 12500),
    "44012": (280, 1100, 11000),
    "44048": (320, 1300, 12000),
}
"""NIS code to children of 0 to 2 years, children of 3 to 11 years, and everyone."""


@dataclass(frozen=True, slots=True)
class GroupCare:
    """Group care in round figures; caregivers are (VTE, qualified VTE), and one person more than VTE."""

    places: int
    cost: float
    caregivers: tuple[Any, float]
    sickness: tuple[float, float | None]
    present_a_month: int
    blocks: tuple[tuple[dt.time, dt.time], ...] = ((OPENS, CLOSES),)
    last_month: int = 12
    total: float | None = None
    via: tuple[float, float] | None = None
    persons: int = 9
    answers: dict[str, Any] = field(default_factory=dict)


def group_care(nis_code: str, name: str, care: GroupCare) -> Sheets:
    """The sheets of an authority that offers group care only."""
    fte, qualified = care.caregivers
    contract_days, sick_days = care.sickness
    answers = {"NIS-code": nis_code, "Naam bestuur": name, "Laatste maand van de cijfers": care.last_month}
    return minimal_submission(
        **answers | care.answers,
        Locaties=[location("G-1", GROUP, care.places, care.places)],
        Personeel=[staff(GROUP, "kinderbegeleider", care.persons, fte, qualified)],
        Personeel_jaar=[staff_year(GROUP, contract_days, sick_days, 1)],
        Financiën=finance(GROUP, {"Personeel: niet vast benoemd": care.cost}, care.total or care.cost),
        Openingsuren=[line for block in care.blocks for line in week("G-1", "standaard", block, 46)],
        Prestaties=[
            performance(GROUP, month, "5 tot 11 uur", INCOME, (care.present_a_month, 0, 0))
            for month in range(1, care.last_month + 1)
        ],
        VIA=[via("uitbetaald", care.via[0]), via("besteed", care.via[1])] if care.via else [],
    )


def location(dossier: str, care_type: str, licensed: int, income: int, started: dt.date | None = None) -> Row:
    """A row of Locaties."""
    return {
        "Dossiernummer": dossier,
        "Naam locatie": f"Locatie {dossier}",
        "KBO-nummer organisator": None,
        "Type opvang": care_type,
        "Subsidietrap": "T2B",
        "Vergunde plaatsen": licensed,
        "IKT-plaatsen": income,
        "Startdatum": started,
        "Stopdatum": None,
    }


def staff(care_type: str, function: str, persons: int, fte: Any, qualified: float, vacant: float = 0.0) -> Row:
    """A row of Personeel."""
    return {
        "Type opvang": care_type,
        "Functie": function,
        "Statuut": "contractueel",
        "Personen": persons,
        "VTE": fte,
        "Gekwalificeerde VTE": qualified,
        "Openstaande VTE": vacant,
    }


def staff_year(care_type: str, contract_days: float, sick_days: float | None, leavers: int) -> Row:
    """A row of Personeel jaar."""
    return {
        "Type opvang": care_type,
        "Contractdagen": contract_days,
        "Ziektedagen": sick_days,
        "Uit dienst": leavers,
    }


def finance(care_type: str, amounts: dict[str, float], total: float) -> list[Row]:
    """The rows of Financiën, with the control total of the expenditure."""
    lines = {**amounts, "Totaal uitgaven": total}
    return [{"Type opvang": care_type, "Post": post, "Bedrag": amount} for post, amount in lines.items()]


def week(dossier: str, period: str, block: tuple[dt.time, dt.time], days: int) -> list[Row]:
    """The same block on five weekdays."""
    opens, closes = block
    return [
        {
            "Dossiernummer": dossier,
            "Periode": period,
            "Weekdag": weekday,
            "Open": opens,
            "Sluit": closes,
            "Open dagen per jaar": days,
        }
        for weekday in WEEKDAYS
    ]


def performance(care_type: str, month: int, duration: str, tariff: str, days: tuple[int, int, int]) -> Row:
    """A row of Prestaties: present, justified absent, unjustified absent."""
    present, justified, unjustified = days
    return {
        "Type opvang": care_type,
        "Dossiernummer": None,
        "Maand": month,
        "Duur": duration,
        "Tarief": tariff,
        "Aanwezig": present,
        "Gewettigd afwezig": justified,
        "Ongewettigd afwezig": unjustified,
    }


def via(step: str, amount: float) -> Row:
    """A movement of 2024 for group care."""
    return {
        "Akkoord": "VIA6",
        "Maatregel": "Koopkracht",
        "Jaar": YEAR,
        "Type opvang": GROUP,
        "Stap": step,
        "Datum": dt.date(YEAR, 6, 1),
        "Bedrag": amount,
    }


def offering(sheets: Sheets, care_type: str) -> Sheets:
    """Say that another type of care is offered, and that every sheet is complete for it."""
    answers = sheets["Bestuur"][0]
    answers[f"{CARE[care_type]}: aangeboden"] = "ja"
    answers.update({f"{CARE[care_type]}: {name} volledig": "ja" for name in SHEETS})
    return sheets


def write_population(folder: Path) -> Path:
    """Statbel's file, with all children of one kind on one age."""
    lines = ["CD_REFNIS|TX_DESCR_NL|TX_DESCR_FR|CD_SEX|CD_AGE|MS_POPULATION"]
    for code, (toddlers, children, everyone) in PEOPLE.items():
        by_age = {1: toddlers, 7: children, 40: everyone - toddlers - children}
        lines += [f"{code}|{code}|{code}|F|{age}|{people}" for age, people in by_age.items()]
    path = folder / POPULATION_FILE
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def write(folder: Path, name: str, sheets: Sheets) -> Path:
    """One workbook."""
    return build_workbook(folder / f"{name}.xlsx", sheets)
