"""Which version of the contract a sheet was made after, when it is not that of the year; and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.checking.log import ProblemLog
from ingest.contract import Column, Sheet
from ingest.matching import folded


@dataclass(frozen=True, slots=True)
class OtherForm:
    """A sheet as another version of the contract asks it."""

    version: str
    sheet: Sheet

    def header_of(self, column: Column) -> str | None:
        """What a column is called there; None where it is not asked."""
        there = self.sheet.column(column.name)
        return there.header_nl if there.asked else None


def header_key(header: object) -> str:
    """Fold a header; the star or colon people put behind it does not count."""
    return folded(header).strip(" *:") if isinstance(header, str) else ""


def other_form(sheet: Sheet, forms: dict[str, Sheet], found: Iterable[object]) -> OtherForm | None:
    """Give the form whose headers a sheet has, when they come nearer to what was found than those of its own year.

    Args:
        sheet: the sheet as it is asked in the year of the file.
        forms: version to the sheet as that version asks it.
        found: the headers (or the labels of a form) as found.
    """
    there = {header_key(header) for header in found} - {""}
    nearest = min(forms, key=lambda version: _distance(forms[version], there), default=None)
    if nearest is None or _distance(forms[nearest], there) >= _distance(sheet, there):
        return None
    return OtherForm(nearest, forms[nearest])


def report_other_form(sheet: Sheet, version: str, other: OtherForm, log: ProblemLog) -> None:
    """Say after which version a sheet was made, and everything that is different in that of its year."""
    changes = "; ".join(change for column in sheet.columns if (change := _change(column, other, version)))
    sentence = (
        f"Dit blad heeft de vorm van versie {other.version} van het sjabloon; in dit boekjaar geldt versie {version}. "
        f"Het wordt gelezen. Wat anders is: {changes}."
    )
    log.add("other_version", sentence, sheet, found=f"versie {other.version}", expected=f"versie {version}")


def _distance(sheet: Sheet, there: set[str]) -> int:
    return len({header_key(header) for header in sheet.headers} ^ there)


def _change(column: Column, other: OtherForm, version: str) -> str | None:
    before = other.header_of(column)
    if before is None:
        return f"‘{column.header_nl}’ is erbij gekomen en wordt als leeg gelezen" if column.asked else None
    if not column.asked:
        return f"‘{before}’ wordt in versie {version} niet gevraagd en wordt niet gelezen"
    return f"‘{before}’ heet in versie {version} ‘{column.header_nl}’" if before != column.header_nl else None
