"""Amounts that are more likely a slip of a factor ten than a figure; the limits are data (plausibility.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ingest.cells.shown import shown_euro, shown_number
from ingest.checking.amount_rules import finance_lines
from ingest.checking.rule import CARE_TYPES, Finding, Rule, Submission
from ingest.codelists import codelist, posts_of
from ingest.contract import CONTRACTS_PATH
from ingest.problems import Severity


@dataclass(frozen=True, slots=True)
class Part:
    """One amount of a numerator: where it stands and which post or function it is about."""

    sheet: str
    place: int
    column: str
    value: Decimal
    item: str


@lru_cache(maxsize=1)
def limits() -> dict[str, Any]:
    """Give the limits, with exact numbers."""
    text = (CONTRACTS_PATH / "plausibility.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def _implausible(submission: Submission) -> Iterator[Finding]:
    if submission.n_months is None:
        return
    for care_type in (one for one in CARE_TYPES if licensed_places(submission, one) != 0):
        doubted: set[str] = set()
        told: set[tuple[str | None, int | None]] = set()
        for ratio in limits()["ratios"]:
            if ratio.get("unless") in doubted:
                continue
            finding = _doubt(submission, ratio, care_type)
            if finding is not None:
                doubted.add(ratio["code"])
                if finding.place is None or (finding.sheet, finding.place) not in told:
                    yield finding
                told.add((finding.sheet, finding.place))


def _doubt(submission: Submission, ratio: dict[str, Any], care_type: str) -> Finding | None:
    whole = _denominator(submission, ratio["denominator"], care_type)
    parts = _numerator(submission, ratio, care_type) if whole else []
    if not parts or not whole:
        return None
    months = Decimal(1) if "quantity" in ratio else Decimal(submission.n_months or 12) / 12
    value = sum((part.value for part in parts), Decimal(0)) / whole / months
    low, high = ratio[care_type]["limits"]
    is_complete = submission.is_complete(care_type, parts[0].sheet)
    if value <= high and (value >= low or not is_complete):
        return None
    culprit = _culprit(parts, whole * months, ratio[care_type]["typical"], value > high)
    return _finding(ratio, care_type, value, parts, culprit)


def _numerator(submission: Submission, ratio: dict[str, Any], care_type: str) -> list[Part]:
    """The parts of a numerator; nothing when one of them is a gap, for then nothing can be said."""
    if "quantity" in ratio:
        column = ratio["quantity"]
        return submission.remembered((column, care_type), lambda: _staff_parts(submission, column, care_type))
    lines = finance_lines(submission, care_type) or {}
    wanted = ratio.get("posts") or posts_of(ratio["direction"])
    there = [(post, *lines[post]) for post in wanted if post in lines]
    if any(amount is None for _, _, amount in there):
        return []
    return [Part("finance", place, "amount_eur", amount, post) for post, place, amount in there]


def _staff_parts(submission: Submission, column: str, care_type: str) -> list[Part]:
    """The rows of Personeel that count in VTE; nothing when one of them is a gap or was set apart."""
    data = submission.tables["staff"]
    exempt = dict(data.sheet.column(column).empty_when).get("function")
    rows = [row for row in data.kept_rows("care_type", "function", column) if row[1] == care_type and row[2] != exempt]
    if data.apart or any(row[3] is None for row in rows):
        return []
    return [Part("staff", place, column, value, function) for place, _, function, value in rows]


def _denominator(submission: Submission, name: str, care_type: str) -> Decimal | None:
    """Licensed places or VTE of a type of care; None when not all of it is known."""
    if name == "fte":
        if not submission.is_complete(care_type, "staff"):
            return None
        parts = submission.remembered((name, care_type), lambda: _staff_parts(submission, name, care_type))
        return sum((part.value for part in parts), Decimal(0))
    places = licensed_places(submission, care_type)
    return None if places is None else Decimal(places)


def licensed_places(submission: Submission, care_type: str) -> int | None:
    """Give the licensed places of a type of care; None when one of its locations cannot be read or was set apart."""
    return submission.remembered(("places", care_type), lambda: _licensed_places(submission, care_type))


def _licensed_places(submission: Submission, care_type: str) -> int | None:
    data = submission.tables["locations"]
    rows = [places for _, care, places in data.kept_rows("care_type", "licensed_places") if care == care_type]
    return None if data.apart or None in rows else sum(rows)


def _culprit(parts: list[Part], whole: Decimal, typical: list[Decimal], too_high: bool) -> tuple[Part, Decimal] | None:
    """The largest part that, divided or multiplied by ten, brings the whole back to what is usual."""
    total = sum((part.value for part in parts), Decimal(0))
    factor = Decimal("0.1") if too_high else Decimal(10)
    for part in sorted(parts, key=lambda part: -abs(part.value)):
        mended = (total + part.value * (factor - 1)) / whole
        if typical[0] / 2 <= mended <= typical[1] * 2:
            return part, part.value * factor
    return None


def _finding(
    ratio: dict[str, Any], care_type: str, value: Decimal, parts: list[Part], culprit: tuple[Part, Decimal] | None
) -> Finding:
    show = shown_euro if ratio["unit"] == "euro" else _shown_quantity
    low, high = ratio[care_type]["typical"]
    usual = f"{show(low)} tot {show(high)}"
    sentence = (
        f"{codelist('care_types').label(care_type)}: {show(value)} {ratio['label_nl']} is niet aannemelijk; "
        f"gewoonlijk is het {usual}."
    )
    if culprit is None:
        sheet = parts[0].sheet
        sentence += " Kijk de bedragen na, en ook de plaatsen of VTE waardoor we delen."
        return Finding(sentence, sheet, column=parts[0].column, care_type=care_type, found=show(value), expected=usual)
    part, meant = culprit
    sentence += f" Bedoelde u {show(meant)} in plaats van {show(part.value)} bij ‘{_label(part)}’?"
    return Finding(sentence, part.sheet, part.place, part.column, found=show(part.value), expected=show(meant))


def _label(part: Part) -> str:
    return codelist("posts" if part.sheet == "finance" else "function").label(part.item)


def _shown_quantity(value: Decimal | float) -> str:
    return shown_number(round(Decimal(value), 3).normalize())


def _too_many_child_days(submission: Submission) -> Iterator[Finding]:
    attendance = limits()["attendance"]
    for care_type in CARE_TYPES:
        places = licensed_places(submission, care_type)
        if not places:
            continue
        per_month = submission.remembered("present", lambda: _present_by_month(submission))[care_type]
        most = attendance["highest_share"] * places * attendance["days_per_month"]
        for month, days in sorted(per_month.items()):
            if sum(present for _, present in days) > most:
                yield _child_days_finding(care_type, month, days, places, most)


def _present_by_month(submission: Submission) -> dict[str, dict[int, list[tuple[int, int]]]]:
    """Per type of care and month: the rows with their child-days present."""
    present: dict[str, dict[int, list[tuple[int, int]]]] = {care_type: {} for care_type in CARE_TYPES}
    rows = submission.tables["performance"].kept_rows("care_type", "month", "present_days")
    for place, care_type, month, days in rows:
        if days is not None:
            present[care_type].setdefault(month, []).append((place, days))
    return present


def _child_days_finding(care_type: str, month: int, days: list[tuple[int, int]], places: int, most: Decimal) -> Finding:
    total = sum(present for _, present in days)
    place, largest = max(days, key=lambda day: day[1])
    expected = f"hoogstens {int(most)} kinddagen in een maand"
    sentence = (
        f"{codelist('care_types').label(care_type)}, maand {month}: {total} kinddagen aanwezig kan niet met {places} "
        f"vergunde plaatsen ({expected})."
    )
    if total - largest + largest // 10 <= most:
        sentence += f" Bedoelde u {largest // 10} in plaats van {largest}?"
    return Finding(sentence, "performance", place, "present_days", found=str(largest), expected=expected)


PLAUSIBILITY_RULES = (
    Rule(
        "implausible",
        Severity.BLOCKING,
        "Een bedrag of aantal is, gemeten aan plaatsen of VTE, zo groot of klein dat een factor tien verkeerd lijkt.",
        "Kijk na of er een nul te veel of te weinig staat; klopt het cijfer, geef dan de reden.",
        _implausible,
    ),
    Rule(
        "too_many_child_days",
        Severity.BLOCKING,
        "Er zijn in een maand meer kinddagen aanwezig dan 120 % van de vergunde plaatsen op alle dagen.",
        "Kijk de kinddagen van die maand na, en het aantal vergunde plaatsen.",
        _too_many_child_days,
    ),
)
