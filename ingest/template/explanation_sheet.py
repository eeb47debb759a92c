"""The explanation of the template: how to fill it in, every column, every post, what is made of it, what is checked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.checking.rules import ALL_RULES
from ingest.codelists import codelist, seed_rows
from ingest.contract import Contract
from ingest.problems import Severity
from ingest.template.carried import Earlier
from ingest.template.expected import expected, required
from ingest.template.look import Look
from ingest.template_marks import EXPLANATION_SHEET, TOTALS_SHEET

if TYPE_CHECKING:
    import xlsxwriter

_WIDTHS = (44, 16, 34, 34, 70)
_Line = tuple[str, ...]
_STEPS = (
    "Begin met het blad Bestuur; vul dan elk blad in voor de types opvang die u aanbiedt.",
    "Wat u niet weet, laat u leeg: dat telt als niet ingediend. Typ 0 alleen als het echt nul is.",
    "Kies waar er een lijst is een woord uit de lijst. Rijen mag u toevoegen en verwijderen; laat kolomkoppen staan.",
    f"Kijk de sommen na op het blad {TOTALS_SHEET}, en controleer het werkboek voor u het indient.",
)


def write_explanation(
    workbook: xlsxwriter.Workbook, look: Look, contract: Contract, about: str, year: int, earlier: Earlier | None
) -> None:
    """Write the sheet; `about` names the authority. What it says comes from contract, definitions and rules."""
    page = workbook.add_worksheet(EXPLANATION_SHEET)
    for place, width in enumerate(_WIDTHS):
        page.set_column(place, place, width)
    row = 0
    for title, lines in _sections(contract, about, year, earlier):
        page.write_string(row, 0, title, look.title)
        for row, line in enumerate(lines, start=row + 1):  # noqa: B020
            for place, text in enumerate(line):
                page.write_string(row, place, text, look.wrapped if len(line) > 1 else None)
        row += 2
    page.protect()


def _sections(contract: Contract, about: str, year: int, earlier: Earlier | None) -> Iterator[tuple[str, list[_Line]]]:
    yield f"Kinderopvang {about}, boekjaar {year}", list(_introduction(contract, year, earlier))
    for sheet in contract.sheets:
        lines = [
            (column.header_nl, column.unit or "", expected(column), required(sheet, column))
            for column in sheet.asked_columns
        ]
        yield f"{sheet.sheet_nl}: {sheet.description_nl}", [("Kolom", "Eenheid", "Verwacht", "Verplicht?"), *lines]
    posts = [(row["label_nl"], "", row["bbc_accounts"], "", row["definition_nl"]) for row in seed_rows("posts")]
    yield "De posten van het blad Financiën", [("Post", "", "Rekeningen (BBC)", "", "Wat hoort erbij?"), *posts]
    yield "Wat er met uw cijfers gebeurt", list(_indicators())
    yield "Wat wij nakijken", list(_rules())


def _introduction(contract: Contract, year: int, earlier: Earlier | None) -> Iterator[_Line]:
    due = next((row["due_on"] for row in seed_rows("deadlines") if row["year"] == str(year)), None)
    if due:
        yield (f"In te dienen tegen {'/'.join(reversed(due.split('-')))}.",)
    yield from ((step,) for step in _STEPS)
    if earlier:
        names = ", ".join(earlier.names)
        yield (f"Overgenomen uit de laatst aanvaarde inzending over boekjaar {earlier.year}: {names}.",)
    yield (f"Versie van het sjabloon: {contract.version}.",)


def _indicators() -> Iterator[_Line]:
    themes = codelist("theme").labels
    yield "Indicator", "Eenheid", "Thema", "", "Hoe berekend?"
    for row in seed_rows("indicators"):
        yield row["label_nl"], row["unit_nl"], themes[row["theme"]], "", row["definition_nl"]


def _rules() -> Iterator[_Line]:
    ordered = sorted(ALL_RULES, key=lambda rule: list(Severity).index(rule.severity))
    for severity, rules in groupby(ordered, key=lambda rule: rule.severity):
        yield (codelist("severity").label(severity).capitalize(),)
        for rule in rules:
            yield rule.explanation_nl, "", "", "", rule.mend_nl
