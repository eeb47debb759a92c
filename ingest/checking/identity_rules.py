"""Whose figures these are: the NIS code, the name and the year must belong together."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.authority_history import Unit, authority_history, plain_name
from ingest.cells.shown import shown
from ingest.checking.rule import CARE_TYPES, Finding, Rule, Submission
from ingest.matching import nearest, resembles
from ingest.problems import Severity


def _unknown_authority(submission: Submission) -> Iterator[Finding]:
    nis_code, year, name = _identity(submission)
    history = authority_history()
    if nis_code is None or year is None or history.in_year(nis_code, year):
        return
    sentence = _why_unknown(nis_code, year) + _code_of(name, year)
    yield Finding(sentence, "authority", column="nis_code", found=nis_code, expected=f"een NIS-code van {year}")


def _name_does_not_match(submission: Submission) -> Iterator[Finding]:
    unit, name, year = _unit_and_other_name(submission)
    if unit is None or _is_a_slip(name, unit, year):
        return
    named = authority_history().named(name, year)
    own_code = f" {named.name} heeft in {year} NIS-code {named.nis_code}." if named else ""
    sentence = f"NIS-code {unit.nis_code} hoort bij {unit.name}, niet bij {shown(name)}.{own_code}"
    yield Finding(sentence, "authority", column="nis_code", found=f"{unit.nis_code} {shown(name)}", expected=unit.name)


def _name_spelled_differently(submission: Submission) -> Iterator[Finding]:
    unit, name, year = _unit_and_other_name(submission)
    if unit is not None and _is_a_slip(name, unit, year):
        sentence = f"‘{shown(name)}’ is niet helemaal de naam die bij NIS-code {unit.nis_code} hoort: {unit.name}."
        yield Finding(sentence, "authority", column="authority_name", found=shown(name), expected=unit.name)


def _nothing_declared(submission: Submission) -> Iterator[Finding]:
    """A form without one readable answer on what is offered is an empty template: no figure can rest on it."""
    columns = [f"offers_{care_type}" for care_type in CARE_TYPES]
    if all(submission.form.values.get(column) is None for column in columns):
        questions = [column.header_nl for column in submission.form.sheet.columns if column.name in columns]
        listed = ", ".join(f"‘{question}’" for question in questions)
        sentence = f"Niet ingevuld: geen van deze vragen heeft een leesbaar antwoord: {listed}."
        yield Finding(sentence, "authority", found="geen antwoord", expected="op elke vraag ja of nee")


def _months_reversed(submission: Submission) -> Iterator[Finding]:
    first, last = submission.form.values.get("first_month"), submission.form.values.get("last_month")
    if first is not None and last is not None and first > last:
        sentence = f"De laatste maand ({last}) komt voor de eerste ({first})."
        expected = f"een maand van {first} tot en met 12"
        yield Finding(sentence, "authority", column="last_month", found=str(last), expected=expected)


def _identity(submission: Submission) -> tuple[str | None, int | None, str | None]:
    values = submission.form.values
    return values.get("nis_code"), values.get("year"), values.get("authority_name")


def _unit_and_other_name(submission: Submission) -> tuple[Unit | None, str, int]:
    """The authority of the code, and the name given when it is another one."""
    nis_code, year, name = _identity(submission)
    unit = authority_history().in_year(nis_code, year) if nis_code and year else None
    if unit is None or name is None or plain_name(name) == plain_name(unit.name):
        return None, "", 0
    return unit, name, year or 0


def _is_a_slip(name: str, unit: Unit, year: int) -> bool:
    """A misspelt name is worth a word; the name of another authority is not a misspelling."""
    return authority_history().named(name, year) is None and resembles(plain_name(name), plain_name(unit.name))


def _why_unknown(nis_code: str, year: int) -> str:
    history = authority_history()
    known = history.by_nis.get(nis_code, ())
    if not known:
        return f"NIS-code {nis_code} bestaat niet in Vlaanderen."
    later = known[0]
    if later.from_year > year:
        parts = " of ".join(f"{part.nis_code} ({part.name})" for part in history.parts_of(nis_code, year))
        return f"NIS-code {nis_code} ({later.name}) bestaat pas vanaf {later.from_year}. In {year}: {parts}."
    became = history.became(nis_code, year)
    into = f" Sindsdien is het een deel van {became.name}: NIS-code {became.nis_code}." if became else ""
    return f"NIS-code {nis_code} ({known[-1].name}) bestaat niet meer in {year}: tot en met {known[-1].to_year}.{into}"


def _code_of(name: str | None, year: int) -> str:
    history = authority_history()
    if not name:
        return ""
    named = history.named(name, year)
    if named is None:
        near = nearest(name, [unit.name for unit in history.units if unit.existed_in(year)], 0.8)
        named = history.named(near, year) if near else None
    return f" {named.name} heeft in {year} NIS-code {named.nis_code}." if named else ""


IDENTITY_RULES = (
    Rule(
        "unknown_authority",
        Severity.FATAL,
        "De NIS-code bestaat niet in het boekjaar, bv. omdat het bestuur intussen gefuseerd is.",
        "Neem de NIS-code en de naam van het bestuur over zoals ze in het boekjaar waren.",
        _unknown_authority,
    ),
    Rule(
        "name_does_not_match",
        Severity.FATAL,
        "De NIS-code hoort bij een ander bestuur dan de naam.",
        "Verbeter de NIS-code of de naam, zodat beide van hetzelfde bestuur zijn.",
        _name_does_not_match,
    ),
    Rule(
        "nothing_declared",
        Severity.FATAL,
        "Het blad Bestuur zegt van geen enkel type opvang of het wordt aangeboden, bv. in een leeg werkboek.",
        "Antwoord op het blad Bestuur voor elk type opvang met ja of nee.",
        _nothing_declared,
    ),
    Rule(
        "name_spelled_differently",
        Severity.WARNING,
        "De naam van het bestuur is een beetje anders geschreven dan officieel.",
        "Schrijf de naam zoals hij officieel is.",
        _name_spelled_differently,
    ),
    Rule(
        "months_reversed",
        Severity.REJECTED,
        "De laatste maand van de cijfers komt voor de eerste.",
        "Wissel de eerste en de laatste maand om, of verbeter ze.",
        _months_reversed,
    ),
)
