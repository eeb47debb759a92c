"""The submissions of the scenario, and how they are handed in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ingest.decide import accept, query
from ingest.home import Home
from ingest.receive import load_paths
from tests.golden.scenario import (
    FREE,
    GROUP,
    INCOME,
    OPENS,
    GroupCare,
    finance,
    group_care,
    location,
    offering,
    performance,
    staff,
    staff_year,
    via,
    week,
    write,
    write_population,
)
from tests.ingest.workbook_builder import CARE, Sheets, minimal_submission

SCHOOL, FAMILY = CARE["out_of_school"], CARE["family"]
LAST_DAY = dt.date(2025, 3, 31)
MORNING, AFTERNOON = (OPENS, dt.time(12, 0)), (dt.time(13, 0), dt.time(18, 0))
SIMPLE = {
    "brasschaat": (
        "11008",
        "Brasschaat",
        GroupCare(25, 450000, ("twaalf", 8.0), (1000, 80), 400, total=451000.0),
    ),
    "brecht": (
        "11009",
        "Brecht",
        GroupCare(600, 7200000, (120.0, 96.0), (30000, 1200), 9000, persons=150),
    ),
    "edegem": ("11013", "Edegem", GroupCare(30, 240000, (8.0, 8.0), (1000, 10), 450, last_month=6)),
    "de_pinte": ("44012", "De Pinte", GroupCare(20, 320000, (5.0, 4.0), (1000, 40), 300)),
    "nazareth": ("44048", "Nazareth", GroupCare(30, 530000, (5.0, 4.5), (1000, 100), 450)),
    "merelbeke": ("44043", "Merelbeke", GroupCare(30, 450000, (8.0, 8.0), (1000, 50), 450)),
    "hemiksem": ("11018", "Hemiksem", GroupCare(40, 800000, (10.0, 9.0), (1000, 90), 600)),
}
ESSEN_FIRST = GroupCare(20, 300000, (6.0, 4.2), (1000, 90), 350)
ESSEN_CORRECTED = GroupCare(25, 375000, (6.0, 4.2), (1000, 50), 350)


def aartselaar() -> Sheets:
    """Every sheet for group care and for out-of-school care."""
    care = minimal_submission(
        Locaties=[location("G-1", GROUP, 30, 24), location("O-1", SCHOOL, 40, 0)],
        Personeel=[
            staff(GROUP, "kinderbegeleider", 9, 8.0, 6.0, vacant=0.5),
            staff(GROUP, "verantwoordelijke", 1, 1.0, 1.0),
            staff(GROUP, "pedagogisch coach", 1, 0.5, 0.5),
            staff(GROUP, "logistiek en keuken", 1, 0.5, 0.0),
            staff(SCHOOL, "kinderbegeleider", 4, 3.0, 3.0),
        ],
        Personeel_jaar=[staff_year(GROUP, 2000, 100, 3), staff_year(SCHOOL, 700, 70, 1)],
        Financiën=[
            *finance(GROUP, AARTSELAAR_GROUP, 450000),
            *finance(SCHOOL, {"Personeel: niet vast benoemd": 160000}, 160000),
        ],
        Openingsuren=[
            *week("G-1", "standaard", (dt.time(6, 30), dt.time(17, 30)), 46),
            *week("O-1", "schoolperiode", (dt.time(15, 30), dt.time(18, 30)), 36),
            *week("O-1", "schoolvakantie", (dt.time(7, 30), dt.time(18, 0)), 10),
        ],
        Prestaties=[line for month in range(1, 13) for line in _month(month)],
        VIA=[
            via("aangekondigd", 12000),
            via("uitbetaald", 10000),
            via("geboekt", 11400),
            via("besteed", 10000),
            via("verantwoord", 9500),
        ],
    )
    return offering(care, "out_of_school")


AARTSELAAR_GROUP = {
    "Personeel: vast benoemd": 80000,
    "Personeel: niet vast benoemd": 300000,
    "Voeding": 20000,
    "Verzorging, luiers en spelmateriaal": 10000,
    "Energie en water": 25000,
    "Onderhoud en herstel van gebouwen": 5000,
    "Andere goederen en diensten": 10000,
    "Ouderbijdragen: gefactureerd": 90000,
    "Subsidies van Opgroeien (zonder VIA)": 240000,
    "VIA-middelen": 10000,
    "Andere externe ontvangsten": 5000,
    "Ouderbijdragen: ontvangen": 85500,
}


def _month(month: int) -> list[dict[str, object]]:
    return [
        performance(GROUP, month, "5 tot 11 uur", INCOME, (400, 30, 10)),
        performance(GROUP, month, "3 tot 5 uur", FREE, (100, 10, 5)),
        performance(SCHOOL, month, "minder dan 3 uur", FREE, (500, 0, 0)),
    ]


def boechout() -> Sheets:
    """Group care that closes at noon, and family care with two persons and three childminders."""
    care = group_care(
        "11004",
        "Boechout",
        GroupCare(20, 320000, (5.0, 5.0), (1000, 60), 250, blocks=(MORNING, AFTERNOON), via=(10000, 11000)),
    )
    childminders = staff(FAMILY, "onthaalouder sui generis", 3, None, None, None) | {"Statuut": "sui generis"}
    care["Locaties"].append(location("F-1", FAMILY, 10, 10))
    care["Personeel"] += [staff(FAMILY, "dienstverantwoordelijke gezinsopvang", 2, 1.0, 1.0), childminders]
    care["Personeel jaar"].append(staff_year(FAMILY, 400, 20, 0))
    costs = {"Personeel: niet vast benoemd": 50000, "Kostenvergoeding onthaalouders": 10000}
    care["Financiën"] += finance(FAMILY, costs, 60000)
    care["Openingsuren"] += week("F-1", "standaard", (OPENS, dt.time(17, 0)), 44)
    care["Prestaties"] += [performance(FAMILY, month, "5 tot 11 uur", INCOME, (100, 0, 0)) for month in range(1, 13)]
    return offering(care, "family")


def boom() -> Sheets:
    """A second location from 2 July on, and no sick days."""
    care = group_care("11005", "Boom", GroupCare(30, 560000, (8.0, 7.2), (2000, None), 500, via=(10000, 9000)))
    care["Locaties"].append(location("G-2", GROUP, 20, 0, started=dt.date(2024, 7, 2)))
    care["Openingsuren"] += week("G-2", "standaard", (OPENS, dt.time(18, 0)), 23)
    return care


def hand_in(home: Home, folder: Path) -> None:
    """Write, load and decide, so that only the build is left to do."""
    simple = {name: group_care(*arguments) for name, arguments in SIMPLE.items()}
    simple["brecht"]["Bestuur"][0][f"{GROUP}: Prestaties volledig"] = "nee"
    every = {"aartselaar": aartselaar(), "boechout": boechout(), "boom": boom(), **simple}
    paths = [write(folder, name, sheets) for name, sheets in every.items()]
    load_paths(home, [*paths, write_population(folder)], received_on=LAST_DAY, workers=1)
    for name, care, day in (("essen", ESSEN_FIRST, 2), ("essen_2", ESSEN_CORRECTED, 20)):
        path = write(folder, name, group_care("11016", "Essen", care))
        load_paths(home, [path], received_on=dt.date(2025, 4, day), workers=1)
        accept(home, "11016", 2024)
    accept(home, all_receivable=True)
    query(home, "11018", 2024, "Zijn de kosten juist?")
