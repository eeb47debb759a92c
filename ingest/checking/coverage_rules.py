"""Whether what is handed in agrees with what is said to be offered and complete."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.checking.rule import CARE_TYPES, Finding, Rule, SheetData, Submission
from ingest.codelists import codelist, parameter
from ingest.problems import Severity

_EXPECTED_WHEN_COMPLETE = ("staff", "finance", "hours", "performance")


def _offered_without_location(submission: Submission) -> Iterator[Finding]:
    data = submission.tables["locations"]
    for care_type in CARE_TYPES:
        if submission.offers(care_type) and not _mentions(submission, data, care_type):
            sentence = f"{_label(care_type)} wordt aangeboden, maar er staat geen enkele locatie van dat type."
            yield Finding(
                sentence, "locations", care_type=care_type, found="geen locatie", expected="minstens één locatie"
            )


def _not_offered_but_there(submission: Submission) -> Iterator[Finding]:
    for care_type in (one for one in CARE_TYPES if submission.offers(one) is False):
        for name, data in submission.tables.items():
            care_types = submission.care_types_of(name)
            if care_type not in care_types:
                continue
            places = (place for place in data.kept if care_types[place] == care_type)
            rows = [data.row_numbers[place] for place in places if _says_something(data, place)]
            if rows:
                sentence = (
                    f"{_label(care_type)} wordt volgens het blad Bestuur niet aangeboden, maar hier staan er "
                    f"{len(rows)} rijen over (de eerste is rij {rows[0]})."
                )
                yield Finding(sentence, name, care_type=care_type, found=f"{len(rows)} rijen", expected="geen rijen")


def _complete_but_empty(submission: Submission) -> Iterator[Finding]:
    for care_type in (one for one in CARE_TYPES if submission.offers(one)):
        for name in _EXPECTED_WHEN_COMPLETE:
            data = submission.tables[name]
            if submission.is_complete(care_type, name) and not _mentions(submission, data, care_type):
                sentence = (
                    f"Dit blad is volledig verklaard voor {_label(care_type).lower()}, maar er staat geen rij over."
                )
                yield Finding(sentence, name, care_type=care_type, found="geen rijen", expected="minstens één rij")


def _location_without_hours(submission: Submission) -> Iterator[Finding]:
    for place, care_type in _locations_without_hours(submission):
        if submission.form.values.get(f"complete_{care_type}_hours") is not False:
            sentence = "Voor deze locatie staan er geen openingsuren, voor andere locaties van dit type opvang wel."
            expected = "openingsuren voor elke locatie"
            yield Finding(sentence, "locations", place, found="geen openingsuren", expected=expected)


def _location_without_declared_hours(submission: Submission) -> Iterator[Finding]:
    for place, care_type in _locations_without_hours(submission):
        if submission.form.values.get(f"complete_{care_type}_hours") is False:
            sentence = "Voor deze locatie staan er geen openingsuren; het blad is voor dit type opvang niet volledig."
            expected = "openingsuren, zodra ze er zijn"
            yield Finding(sentence, "locations", place, found="geen openingsuren", expected=expected)


def _locations_without_hours(submission: Submission) -> Iterator[tuple[int, str]]:
    """The place and type of care of each location without hours where others of its type have them."""
    with_hours = set(submission.tables["hours"].values["dossier_number"])
    locations = submission.tables["locations"]
    covered = {submission.care_type_by_dossier.get(dossier) for dossier in with_hours}
    year = submission.form.values.get("year")
    for place, dossier, care_type, stopped in locations.kept_rows("dossier_number", "care_type", "stopped_on"):
        gone = stopped is not None and year is not None and stopped.year < year
        if care_type is not None and dossier not in with_hours and care_type in covered and not gone:
            yield place, care_type


def _months_missing(submission: Submission) -> Iterator[Finding]:
    first, last = submission.form.values.get("first_month"), submission.form.values.get("last_month")
    if first is None or last is None:
        return
    data = submission.tables["performance"]
    there = {(care_type, month) for _, care_type, month in data.kept_rows("care_type", "month")}
    for care_type in sorted({care_type for care_type, _ in there}):
        missing = [month for month in range(first, last + 1) if (care_type, month) not in there]
        if missing:
            listed = ", ".join(map(str, missing))
            sentence = f"Voor {_label(care_type).lower()} staat er niets voor maand {listed}."
            expected = f"maand {first} tot en met {last}"
            yield Finding(
                sentence, "performance", care_type=care_type, found=f"maand {listed} ontbreekt", expected=expected
            )


def _month_outside_period(submission: Submission) -> Iterator[Finding]:
    first, last = submission.form.values.get("first_month"), submission.form.values.get("last_month")
    if first is None or last is None or (first, last) == (1, 12):
        return
    for place, month in submission.tables["performance"].kept_rows("month"):
        if not first <= month <= last:
            sentence = f"Maand {month} valt buiten de maanden die volgens het blad Bestuur zijn ingevuld."
            expected = f"maand {first} tot en met {last}"
            yield Finding(sentence, "performance", place, "month", found=str(month), expected=expected)


def _few_opening_days(submission: Submission) -> Iterator[Finding]:
    """Only for places that must be open 220 days: subsidised, not out-of-school, open all year."""
    year = submission.form.values.get("year")
    if submission.n_months != 12 or year is None:
        return
    days, norm = _opening_days(submission), parameter("subsidised_opening_days", year)
    rows = submission.tables["locations"].kept_rows(
        "dossier_number", "care_type", "subsidy_tier", "started_on", "stopped_on"
    )
    for place, dossier, care_type, tier, started, stopped in rows:
        all_year = not (started and started.year >= year) and not (stopped and stopped.year <= year)
        subsidised = tier not in (None, "T0") and care_type in ("group", "family")
        if subsidised and all_year and days.get(dossier) is not None and days[dossier] < norm:
            sentence = f"Deze gesubsidieerde locatie is {days[dossier]} dagen open; de norm is {norm}."
            expected = f"minstens {norm} dagen"
            yield Finding(sentence, "locations", place, found=str(days[dossier]), expected=expected)


def _opening_days(submission: Submission) -> dict[str, int | None]:
    """Opening days in the year per location; None when one of its cells is a gap. Blocks of one day count once."""
    by_day: dict[tuple[str, str, int], int | None] = {}
    rows = submission.tables["hours"].kept_rows("dossier_number", "period", "weekday", "opening_days")
    for _, dossier, period, weekday, n_days in rows:
        known = by_day.get((dossier, period, weekday), 0)
        by_day[dossier, period, weekday] = None if n_days is None or known is None else max(known, n_days)
    totals: dict[str, int | None] = {}
    for (dossier, _, _), n_days in by_day.items():
        total = totals.get(dossier, 0)
        totals[dossier] = None if n_days is None or total is None else total + n_days
    return totals


def _mentions(submission: Submission, data: SheetData, care_type: str) -> bool:
    """Whether a row is about a type of care, or may be: a row that cannot be placed is not held against anyone."""
    care_types = submission.care_types_of(data.sheet.name)
    return care_type in care_types or None in care_types


def _says_something(data: SheetData, place: int) -> bool:
    """Whether a row holds more than its key and zeros: lines of a template left at nought are harmless."""
    columns = [column.name for column in data.sheet.columns if column.name not in data.sheet.key]
    return any(data.values[name][place] not in (None, 0) for name in columns)


def _label(care_type: str) -> str:
    return codelist("care_types").label(care_type)


COVERAGE_RULES = (
    Rule(
        "offered_without_location",
        Severity.BLOCKING,
        "Een type opvang wordt aangeboden, maar heeft geen enkele locatie.",
        "Zet de locaties van dit type op het blad Locaties, of antwoord op het blad Bestuur ‘nee’.",
        _offered_without_location,
    ),
    Rule(
        "not_offered_but_there",
        Severity.BLOCKING,
        "Er staan cijfers over een type opvang dat volgens het blad Bestuur niet wordt aangeboden.",
        "Antwoord op het blad Bestuur ‘ja’ voor dit type opvang, of verwijder de rijen.",
        _not_offered_but_there,
    ),
    Rule(
        "complete_but_empty",
        Severity.BLOCKING,
        "Een blad is volledig verklaard voor een type opvang, maar heeft er geen rij over.",
        "Vul de rijen voor dit type opvang in, of antwoord op het blad Bestuur dat het blad niet volledig is.",
        _complete_but_empty,
    ),
    Rule(
        "location_without_hours",
        Severity.BLOCKING,
        "Een locatie heeft geen openingsuren, terwijl andere locaties van hetzelfde type opvang er wel hebben.",
        "Vul de openingsuren van de locatie in, of een stopdatum als ze niet meer bestaat.",
        _location_without_hours,
    ),
    Rule(
        "location_without_declared_hours",
        Severity.WARNING,
        "Een locatie heeft geen openingsuren, en Openingsuren is voor dit type opvang niet volledig verklaard.",
        "Vul de openingsuren aan zodra ze er zijn.",
        _location_without_declared_hours,
    ),
    Rule(
        "months_missing",
        Severity.WARNING,
        "Op het blad Prestaties ontbreken maanden.",
        "Vul de maanden aan, of pas op het blad Bestuur de eerste en laatste maand aan.",
        _months_missing,
    ),
    Rule(
        "month_outside_period",
        Severity.WARNING,
        "Een maand op het blad Prestaties valt buiten de maanden van het blad Bestuur.",
        "Pas op het blad Bestuur de eerste en laatste maand aan, of verwijder de rij.",
        _month_outside_period,
    ),
    Rule(
        "few_opening_days",
        Severity.WARNING,
        "Een gesubsidieerde locatie voor groeps- of gezinsopvang is minder dan 220 dagen open.",
        "Kijk de open dagen per jaar na; klopt het aantal, geef dan de reden.",
        _few_opening_days,
    ),
)
