"""Amounts and quantities against each other: control totals, parts that exceed their whole, child-days and places."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ingest.cells.shown import shown_euro, shown_number
from ingest.checking.rule import CARE_TYPES, Finding, Rule, SheetData, Submission
from ingest.codelists import codelist, posts_of
from ingest.problems import Severity

TOLERANCE_EUR = Decimal(1)
TOTALS = {"total_expenditure": "expenditure", "total_revenue": "revenue"}
Line = tuple[int, Decimal | None]


def finance_lines(submission: Submission, care_type: str) -> dict[str, Line] | None:
    """Give post → (place, amount) of a type of care; None when a row that may belong to it was set apart."""
    data = submission.tables["finance"]
    if data.apart and any(data.values["care_type"][place] in (care_type, None) for place in data.apart):
        return None
    return submission.remembered("finance_lines", lambda: _lines_by_care(data)).get(care_type, {})


def _lines_by_care(data: SheetData) -> dict[str, dict[str, Line]]:
    lines: dict[str, dict[str, Line]] = {}
    for place, care_type, post, amount in data.kept_rows("care_type", "post", "amount_eur"):
        lines.setdefault(care_type, {})[post] = (place, amount)
    return lines


def _total_mismatch(submission: Submission) -> Iterator[Finding]:
    for care_type in CARE_TYPES:
        lines = finance_lines(submission, care_type) or {}
        for total, direction in TOTALS.items():
            parts = {post: lines[post] for post in posts_of(direction) if post in lines}
            place, stated = lines.get(total, (0, None))
            if stated is None or any(amount is None for _, amount in parts.values()):
                continue
            computed = sum((amount for _, amount in parts.values()), Decimal(0))
            if abs(stated - computed) > TOLERANCE_EUR:
                sentence = _mismatch_sentence(total, care_type, stated, computed) + _slip(parts, stated - computed)
                found, expected = shown_euro(stated), shown_euro(computed)
                yield Finding(sentence, "finance", place, "amount_eur", found=found, expected=expected)


def _mismatch_sentence(total: str, care_type: str, stated: Decimal, computed: Decimal) -> str:
    label, care = codelist("posts").label(total), codelist("care_types").label(care_type).lower()
    difference = shown_euro(abs(stated - computed))
    return (
        f"‘{label}’ van {care} is {shown_euro(stated)}, maar de posten samen geven {shown_euro(computed)}: "
        f"een verschil van {difference}."
    )


def _slip(parts: dict[str, Line], difference: Decimal) -> str:
    """A part that is ten times too large makes the sum 9/10 of it too large; ten times too small, 9 times too small."""
    for post, (_, amount) in parts.items():
        if not amount:
            continue
        for factor in (Decimal("0.1"), Decimal(10)):
            if abs(amount * (factor - 1) - difference) <= TOLERANCE_EUR:
                label = codelist("posts").label(post)
                return f" Bedoelde u {shown_euro(amount * factor)} bij ‘{label}’?"
        if abs(amount + difference) <= TOLERANCE_EUR:
            return f" Het verschil is precies ‘{codelist('posts').label(post)}’: telt die post mee in het totaal?"
    return ""


def _negative_amount(submission: Submission) -> Iterator[Finding]:
    for name in ("finance", "via"):
        for place, amount in submission.tables[name].kept_rows("amount_eur"):
            if amount is not None and amount < 0:
                sentence = f"{shown_euro(amount)} is negatief. Dat kan een correctie zijn; kijk het teken na."
                yield Finding(sentence, name, place, "amount_eur", found=shown_euro(amount), expected="nul of meer")


def _qualified_above_fte(submission: Submission) -> Iterator[Finding]:
    for place, fte, qualified in submission.tables["staff"].kept_rows("fte", "qualified_fte"):
        if fte is not None and qualified is not None and qualified > fte:
            found, most = shown_number(qualified.normalize()), shown_number(fte.normalize())
            sentence = f"{found} gekwalificeerde VTE is meer dan de {most} VTE van dezelfde rij."
            yield Finding(sentence, "staff", place, "qualified_fte", found=found, expected=f"hoogstens {most}")


def _location_of_other_care(submission: Submission) -> Iterator[Finding]:
    known = submission.care_type_by_dossier
    data = submission.tables["performance"]
    if data.values["dossier_number"].count(None) == len(data):
        return
    for place, care_type, dossier in data.kept_rows("care_type", "dossier_number"):
        other = known.get(dossier) if dossier else None
        if other is not None and other != care_type:
            label, own = codelist("care_types").label(other), codelist("care_types").label(care_type)
            sentence = f"Locatie {dossier} is {label.lower()} op het blad Locaties, maar {own.lower()} op deze rij."
            yield Finding(sentence, "performance", place, "care_type", found=own, expected=label)


def _counted_twice(submission: Submission) -> Iterator[Finding]:
    """Rows per location beside a row for the type of care as a whole, for the same month, duration and tariff."""
    data = submission.tables["performance"]
    if data.values["dossier_number"].count(None) == len(data):
        return
    rows = list(data.kept_rows("care_type", "month", "duration_bucket", "tariff", "dossier_number"))
    per_location = {tuple(key) for _, *key, dossier in rows if dossier is not None}
    for place, *key, dossier in rows:
        if dossier is None and tuple(key) in per_location:
            sentence = (
                "Deze rij is over het hele type opvang, maar er staan ook rijen per locatie voor dezelfde maand, duur "
                "en tarief: dan tellen de kinddagen misschien twee keer."
            )
            yield Finding(sentence, "performance", place, found="totaal en per locatie", expected="een van beide")


AMOUNT_RULES = (
    Rule(
        "total_mismatch",
        Severity.BLOCKING,
        "Een controletotaal verschilt meer dan 1 euro van de som van zijn posten.",
        "Verbeter de post die niet klopt, of het controletotaal.",
        _total_mismatch,
    ),
    Rule(
        "qualified_above_fte",
        Severity.BLOCKING,
        "Er zijn meer gekwalificeerde VTE dan VTE op een rij.",
        "Verbeter de gekwalificeerde VTE of de VTE van de rij.",
        _qualified_above_fte,
    ),
    Rule(
        "location_of_other_care",
        Severity.BLOCKING,
        "Een rij van Prestaties noemt een locatie van een ander type opvang.",
        "Verbeter het type opvang of het dossiernummer.",
        _location_of_other_care,
    ),
    Rule(
        "counted_twice",
        Severity.BLOCKING,
        "Prestaties staan zowel per locatie als voor het hele type opvang, voor dezelfde maand, duur en tarief.",
        "Hou per maand, duur en tarief ofwel de rijen per locatie, ofwel het totaal.",
        _counted_twice,
    ),
    Rule(
        "negative_amount",
        Severity.WARNING,
        "Een bedrag is negatief.",
        "Verbeter het teken, of geef de reden als het een correctie of terugvordering is.",
        _negative_amount,
    ),
)
