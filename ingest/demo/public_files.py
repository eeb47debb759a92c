"""The public files of the demo in their producers' layouts: the map of Statbel, and its population by age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ingest.authority_history import Unit, authority_history
from ingest.demo.ages import AGES, SEXES, people_by_age
from ingest.demo.authorities import Authority, authorities_of_year
from ingest.demo.definitions import read_reference

MARKER_FILE = "DEMOGEGEVENS.txt"
MARKER_NL = (
    "DEMOGEGEVENS: de cijfers over bevolking, inkomen en prijzen in deze map zijn verzonnen. Die over bevolking en "
    "inkomen zijn opgebouwd uit echte totalen, leeftijdsgroepen en gemiddelden, maar zijn geen officiële statistiek.\n"
)
REFNIS_HEADER = "LVL_REFNIS|CD_REFNIS|CD_SUP_REFNIS|TX_REFNIS_DE|TX_REFNIS_FR|TX_REFNIS_NL|DT_VLDT_START|DT_VLDT_END"
OLD_HEADER = (
    "CD_MUNTY_REFNIS|TX_MUNTY_DESCR_NL|TX_MUNTY_DESCR_FR|CD_DSTR_REFNIS|TX_ADM_DSTR_DESCR_NL|TX_ADM_DSTR_DESCR_FR|"
    "CD_PROV_REFNIS|TX_PROV_DESCR_NL|TX_PROV_DESCR_FR|CD_RGN_REFNIS|TX_RGN_DESCR_NL|TX_RGN_DESCR_FR|CD_SEX|CD_NATLTY|"
    "TX_NATLTY_NL|TX_NATLTY_FR|CD_CIV_STS|TX_CIV_STS_NL|TX_CIV_STS_FR|CD_AGE|MS_POPULATION"
)
NEW_HEADER = "CD_REFNIS|TX_DESCR_NL|TX_DESCR_FR|CD_SEX|CD_AGE|MS_POPULATION"
FIRST_YEAR_OF_THE_NEW_HEADER = 2024
ONE_KIND_OF_PERSON = "BEL|Belgen|Belges|1|Ongehuwd|Célibataire"
"""The layout splits by nationality and civil status; the demo does not, and writes one code of each."""
WITHOUT_END = "31/12/9999"

Place = dict[str, str]


def _places() -> dict[str, Place]:
    return {place["nis_code"]: place for place in read_reference("places")}


def _french(place: Place, name_nl: str) -> str:
    return place["name_fr"] or name_nl


def _periods() -> Iterator[tuple[Unit, int | None]]:
    """Every code with its last year; a code that keeps its name through a merger is one line, as with Statbel."""
    for units in authority_history().by_nis.values():
        yield units[0], units[-1].to_year


def _upper_line(place: Place) -> str:
    start = date.fromisoformat(place["valid_from"])
    names = [place["name_de"], place["name_fr"], place["name_nl"]]
    codes = [place["level"], place["nis_code"], place["parent_nis_code"]]
    return "|".join([*codes, *names, f"{start:%d/%m/%Y}", WITHOUT_END])


def _municipality_line(place: Place, unit: Unit, to_year: int | None) -> str:
    names = [place["name_de"] or unit.name, _french(place, unit.name), unit.name]
    end = f"31/12/{to_year}" if to_year else WITHOUT_END
    return "|".join(["4", unit.nis_code, place["parent_nis_code"], *names, f"01/01/{unit.from_year}", end])


def write_refnis(path: Path) -> None:
    """Write the region, its provinces, districts and municipalities in Statbel's layout TU_COM_REFNIS."""
    places = _places()
    lines = [_upper_line(place) for place in places.values() if place["level"] != "4"]
    lines += [_municipality_line(places[unit.nis_code], unit, to_year) for unit, to_year in _periods()]
    path.write_text("\n".join([REFNIS_HEADER, *lines, ""]), encoding="utf-8", newline="")


def _old_prefix(authority: Authority, places: dict[str, Place]) -> str:
    municipality = places[authority.nis_code]
    above = [places[municipality["parent_nis_code"]]]
    while above[-1]["parent_nis_code"] in places:
        above.append(places[above[-1]["parent_nis_code"]])
    cells = [authority.nis_code, authority.name, _french(municipality, authority.name)]
    for place in above:
        cells += [place["nis_code"], place["name_nl"], place["name_fr"]]
    return "|".join(cells)


def _population_lines(authority: Authority, year: int, places: dict[str, Place]) -> Iterator[str]:
    per_part = [people_by_age(part, year) for part in authority.parts]
    is_new = year >= FIRST_YEAR_OF_THE_NEW_HEADER
    french = _french(places[authority.nis_code], authority.name)
    prefix = f"{authority.nis_code}|{authority.name}|{french}" if is_new else _old_prefix(authority, places)
    middle = "" if is_new else f"|{ONE_KIND_OF_PERSON}"
    for sex in SEXES:
        for age in AGES:
            people = sum(part[sex][age] for part in per_part)
            if people:
                yield f"{prefix}|{sex}{middle}|{age}|{people}"


def write_population(path: Path, year: int) -> None:
    """Write the inhabitants by sex and age on 1 January of a year, on that year's map, in Statbel's layout."""
    places = _places()
    lines = [NEW_HEADER if year >= FIRST_YEAR_OF_THE_NEW_HEADER else OLD_HEADER]
    for authority in authorities_of_year(year):
        lines += _population_lines(authority, year, places)
    path.write_text("\n".join([*lines, ""]), encoding="utf-8-sig", newline="")
