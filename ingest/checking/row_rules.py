"""Rows that cannot stand beside each other, and cells of a row that contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ingest.cells.shown import shown, shown_minutes
from ingest.checking.rule import Finding, Rule, SheetData, Submission
from ingest.matching import nearest
from ingest.problems import Severity

_NOT_COUNTED = "telt niet mee"
_NEITHER = "tellen geen van beide mee"


def _duplicate_key(submission: Submission) -> Iterator[Finding]:
    for data in submission.tables.values():
        keys = list(zip(*(data.values[name] for name in data.sheet.key), strict=True))
        if len(set(keys)) < len(keys):
            yield from _duplicates(data, keys)


def _duplicates(data: SheetData, keys: list[tuple[object, ...]]) -> Iterator[Finding]:
    times = Counter(keys[place] for place in data.kept)
    headers = ", ".join(data.sheet.column(name).header_nl for name in data.sheet.key)
    for place in data.kept:
        if times[keys[place]] > 1:
            twins = [data.row_numbers[other] for other in data.kept if keys[other] == keys[place] and other != place]
            listed = " en ".join(map(str, twins[:5]))
            sentence = f"Deze rij en rij {listed} gaan over hetzelfde ({headers}). We kiezen niet: ze {_NEITHER}."
            found = ", ".join(shown(data.found[name][place]) for name in data.sheet.key)
            yield Finding(sentence, data.sheet.name, place, found=found, expected="elke combinatie één keer")


def _unknown_location(submission: Submission) -> Iterator[Finding]:
    known = submission.care_type_by_dossier
    for data in submission.tables.values():
        columns = [column.name for column in data.sheet.columns if column.reference == "locations"]
        for column in columns:
            if not set(data.values[column]) - known.keys() - {None}:
                continue
            for place, dossier in data.kept_rows(column):
                if dossier is not None and dossier not in known:
                    yield _unknown(data.sheet.name, place, column, dossier, [name for name in known if name])


def _unknown(sheet: str, place: int, column: str, dossier: str, known: list[str]) -> Finding:
    near = nearest(dossier, known)
    meant = f" Bedoelde u {shown(near)}?" if near else ""
    sentence = f"Dossiernummer ‘{shown(dossier)}’ staat niet op het blad Locaties.{meant} De rij {_NOT_COUNTED}."
    return Finding(sentence, sheet, place, column, found=shown(dossier), expected="een dossiernummer van Locaties")


def _income_places_above_licensed(submission: Submission) -> Iterator[Finding]:
    rows = submission.tables["locations"].kept_rows("licensed_places", "income_tariff_places")
    for place, licensed, income in rows:
        if licensed is not None and income is not None and income > licensed:
            sentence = f"{income} IKT-plaatsen is meer dan de {licensed} vergunde plaatsen van deze locatie."
            expected = f"hoogstens {licensed}"
            yield Finding(sentence, "locations", place, "income_tariff_places", found=str(income), expected=expected)


def _stopped_before_started(submission: Submission) -> Iterator[Finding]:
    for place, started, stopped in submission.tables["locations"].kept_rows("started_on", "stopped_on"):
        if started is not None and stopped is not None and stopped < started:
            sentence = f"De stopdatum {shown(stopped)} valt voor de startdatum {shown(started)}."
            expected = f"een datum na {shown(started)}"
            yield Finding(sentence, "locations", place, "stopped_on", found=shown(stopped), expected=expected)


def _closes_before_opens(submission: Submission) -> Iterator[Finding]:
    for place, opens, closes in submission.tables["hours"].kept_rows("opens_minute", "closes_minute"):
        if closes is not None and closes <= opens:
            sentence = f"Sluit om {shown_minutes(closes)}, maar opent pas om {shown_minutes(opens)}."
            expected = f"een uur na {shown_minutes(opens)}"
            yield Finding(sentence, "hours", place, "closes_minute", found=shown_minutes(closes), expected=expected)


def _overlapping_hours(submission: Submission) -> Iterator[Finding]:
    data = submission.tables["hours"]
    days: dict[tuple[object, ...], list[tuple[int, int, int]]] = {}
    for place, dossier, period, weekday, opens, closes in data.kept_rows(
        "dossier_number", "period", "weekday", "opens_minute", "closes_minute"
    ):
        if closes is not None:
            days.setdefault((dossier, period, weekday), []).append((opens, closes, place))
    for blocks in days.values():
        if len(blocks) > 1:
            yield from _overlaps(data, blocks)


def _overlaps(data: SheetData, blocks: list[tuple[int, int, int]]) -> Iterator[Finding]:
    for opens, closes, place in blocks:
        others = [
            data.row_numbers[other] for start, end, other in blocks if other != place and start < closes and opens < end
        ]
        if others:
            hours = f"{shown_minutes(opens)}–{shown_minutes(closes)}"
            sentence = f"{hours} overlapt met rij {' en '.join(map(str, others[:5]))}. We kiezen niet: ze {_NEITHER}."
            yield Finding(sentence, "hours", place, found=hours, expected="openingsblokken die elkaar niet overlappen")


ROW_RULES = (
    Rule(
        "duplicate_key",
        Severity.REJECTED,
        "Twee rijen gaan over hetzelfde. We kiezen niet: geen van beide telt mee.",
        "Voeg de twee rijen samen tot één, of verbeter wat de ene rij verkeerd zegt.",
        _duplicate_key,
    ),
    Rule(
        "unknown_location",
        Severity.REJECTED,
        "Het dossiernummer staat niet op het blad Locaties.",
        "Zet de locatie op het blad Locaties, of verbeter het dossiernummer.",
        _unknown_location,
    ),
    Rule(
        "income_places_above_licensed",
        Severity.REJECTED,
        "Een locatie heeft meer IKT-plaatsen dan vergunde plaatsen.",
        "Kijk na of de IKT-plaatsen en de vergunde plaatsen van plaats gewisseld zijn.",
        _income_places_above_licensed,
    ),
    Rule(
        "stopped_before_started",
        Severity.REJECTED,
        "De stopdatum valt voor de startdatum.",
        "Verbeter de startdatum of de stopdatum.",
        _stopped_before_started,
    ),
    Rule(
        "closes_before_opens",
        Severity.REJECTED,
        "Het sluitingsuur valt niet na het openingsuur.",
        "Verbeter het openings- of sluitingsuur; schrijf uren van 0:00 tot 23:59.",
        _closes_before_opens,
    ),
    Rule(
        "overlapping_hours",
        Severity.REJECTED,
        "Twee openingsblokken van dezelfde locatie, periode en weekdag overlappen.",
        "Maak één blok van de twee, of laat het ene pas beginnen als het andere eindigt.",
        _overlapping_hours,
    ),
)
