"""Texts of agreements of the tests' own making: the layout of a printed one, with figures that the tests choose."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal

SECTORS = {
    "regionalised": "Geregionaliseerde \n\nzorgsectoren",
    "childcare": "Kinderopvang",
    "home_care": "Gezinszorg",
    "disability": "Personen met een handicap",
    "social_support": "Sociale hulpverlening",
}
COLUMNS = {
    "regionalised": "Geregionaliseerde \n\nsectoren",
    "childcare": "Kinderopvang",
    "home_care": "Gezinszorg",
    "social_support": "Sociale \n\nhulp",
}
MEASURES = {
    "ific_central": "IFIC centraal",
    "ific_local": "IFIC lokaal / digitalisering \n\nen innovatie",
    "pedagogical_coaches": "Pedagogische coaches",
    "inflow": "Instroom",
}
# A figure as the text must give it back: section, kind, measure, sector, amount.
Expected = tuple[str, str, str | None, str | None, Decimal | None]


@dataclass(slots=True)
class AgreementText:
    """A text and the figures that are in it."""

    lines: list[str] = field(default_factory=list)
    figures: list[Expected] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as a file holds it."""
        return "\n".join(self.lines)

    def add(self, text: str) -> None:
        """Add lines, with the empty line between them that these texts have."""
        for line in text.split("\n"):
            self.lines += [line, ""]


def shown(amount: int) -> str:
    """An amount as it is printed: 7.518.022."""
    return f"{amount:,}".replace(",", ".")


def agreement_text(chance: random.Random, year: int = 2030) -> AgreementText:
    """A text with two tables and prose between them, with amounts and line breaks by chance."""
    made = AgreementText()
    made.add(f"VIA7-AKKOORD: BESTEDING VAN HET BUDGET \nKWALITEIT {year} PUBLIEKE SECTOR ")
    made.add(f"hebben op datum van 3 maart {year}, in uitvoering van het VIA7-akkoord, een akkoord bereikt.")
    made.add(f"2. CIJFERS\nSector Budget {year} Onbenut budget {year} ")
    for sector, label in {**_shuffled(SECTORS, chance), "all": "Totaal"}.items():
        _add_sector_row(made, sector, label, chance)
    made.add("3. INHOUD VAN HET AKKOORD\nVoor de geregionaliseerde sectoren:")
    amount = _amount(chance)
    made.add(f"• Centrale ondersteuning IFIC: zie LUIK II, DEEL II, punt 3.2.:        \n         {shown(amount)} ")
    made.figures.append(("3", "allocation", "ific_central", "regionalised", Decimal(amount)))
    rate, staff, amount = chance.randint(100, 300), _amount(chance), _amount(chance)
    made.add(
        f"• Lokale ondersteuning IFIC en digitalisering/professionalisering: a rato van {rate} euro/VTE "
        f"({shown(staff)} VTE \nin de geregionaliseerde sectoren):      \n   {shown(amount)} "
    )
    made.figures.append(("3", "rate", "ific_local", "regionalised", Decimal(rate)))
    made.figures.append(("3", "vte", "ific_local", "regionalised", Decimal(staff)))
    made.figures.append(("3", "allocation", "ific_local", "regionalised", Decimal(amount)))
    made.add(f"4. VERDELING OVER DE BUDGETTEN \nMaatregel \n{' '.join(COLUMNS.values())} Totaal  ")
    for measure, label in {**_shuffled(MEASURES, chance), "all": "Totaal"}.items():
        _add_measure_row(made, measure, label, chance)
    return made


def _add_sector_row(made: AgreementText, sector: str, label: str, chance: random.Random) -> None:
    total = "_total" if sector == "all" else ""
    budget, unused = _amount(chance), chance.choice([None, _amount(chance)])
    between = chance.choice([" ", "  ", "\n\n \n"])
    made.add(f"{label} {shown(budget)}{between}{'Nvt' if unused is None else shown(unused)}")
    made.figures.append(("2", f"budget{total}", None, sector, Decimal(budget)))
    made.figures.append(("2", f"unused{total}", None, sector, None if unused is None else Decimal(unused)))


def _add_measure_row(made: AgreementText, measure: str, label: str, chance: random.Random) -> None:
    kind = "allocation_total" if measure == "all" else "allocation"
    amounts = {sector: _amount(chance) for sector in COLUMNS}
    if measure == "pedagogical_coaches":  # a row with blanks: one amount, of which the column is not kept
        made.add(f"{label}   \n  \n    \n{shown(amounts['childcare'])} {shown(amounts['childcare'])}")
        cells = [(None, amounts["childcare"])]
        total = amounts["childcare"]
    else:
        cells, total = list(amounts.items()), _amount(chance)
        made.add(f"{label} {' '.join(shown(amount) for _, amount in cells)} {shown(total)}")
    made.figures += [("4", kind, measure, sector, Decimal(amount)) for sector, amount in cells]
    made.figures.append(("4", "allocation_total", measure, "all", Decimal(total)))


def _amount(chance: random.Random) -> int:
    return chance.choice([chance.randint(1_000, 99_999), chance.randint(100_000, 99_999_999)])


def _shuffled(names: dict[str, str], chance: random.Random) -> dict[str, str]:
    items = list(names.items())
    chance.shuffle(items)
    return dict(items)
