"""Corrections of cells by the Steunpunt: data in the register, applied by the models, never a changed file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from ingest import raw
from ingest.cells.columns import read_cell
from ingest.cells.faults import CellFault
from ingest.cells.shown import shown
from ingest.contract import Column, Sheet
from ingest.decide import DecisionError, counting_version, register_of
from ingest.home import Home
from ingest.places import column_of, sheet_of
from ingest.register import Register
from ingest.register_remark_records import CellCorrection, CorrectionRecord
from ingest.version_rows import as_text, row_key, sheet_rows

FORM = "authority"
_FREE_TEXT = {"text", "nis", "email", "kbo", "kbo_list"}


@dataclass(frozen=True, slots=True)
class Why:
    """The grounds of a correction: why, on the word of which function (never a name), and until which day it holds."""

    reason: str
    on_word_of: str
    valid_until: date | None = None
    is_estimate: bool = False


def correct(
    home: Home, nis_code: str, year: int, sheet: str, row_number: int | None, column: str, new_value: str, why: Why
) -> CorrectionRecord:
    """Replace one value of the version that counts (else the latest), as long as the value of now stands there.

    Args:
        home: where the register lies.
        nis_code: of this authority.
        year: of this year.
        sheet: name of the sheet, as in the workbook or ours.
        row_number: row in the sheet, from 1; None on the sheet Bestuur.
        column: header as in the workbook, or our name.
        new_value: what takes its place, as one would type it in the workbook.
        why: the grounds. An estimate makes the figures that rest on it `estimated`; otherwise they stay `reported`.

    Raises:
        DecisionError: nothing was received, the cell cannot be corrected, it is corrected already, or grounds miss.
        PlaceError: there is no such sheet or column.
    """
    _ensure_grounds(why)
    where = sheet_of(year, sheet)
    what = _correctable(where, column_of(where, column))
    raw.rebuild_missing(home)
    with register_of(home) as register, register.transaction():
        version = counting_version(register, nis_code, year)
        row = _row(where, sheet_rows(home, version, where), row_number)
        new = CellCorrection(
            nis_code, year, where.name, row_key(where, row), what.name, as_text(row[what.name]),
            _typed(new_value, where, what), why.is_estimate, why.reason, why.on_word_of, why.valid_until,
        )  # fmt: skip
        _ensure_new(register, new)
        number = register.add_correction(new)
        return next(one for one in register.corrections() if one.correction_id == number)


def withdraw_correction(home: Home, correction_id: int, reason: str) -> None:
    """Let a correction no longer hold; the value as handed in counts again at the next build.

    Raises:
        DecisionError: there is no such correction, it was withdrawn before, or `reason` is empty.
    """
    if not reason.strip():
        raise DecisionError("Zeg met --why waarom de correctie niet meer geldt.")
    with register_of(home) as register, register.transaction():
        found = next((one for one in register.corrections() if one.correction_id == correction_id), None)
        if found is None:
            raise DecisionError(f"Er is geen correctie met nummer {correction_id}.")
        if found.withdrawn_at is not None:
            raise DecisionError(f"Correctie {correction_id} is al ingetrokken op {found.withdrawn_at:%d/%m/%Y}.")
        register.add_correction_withdrawal(correction_id, reason)


def corrections(home: Home, nis_code: str | None = None, year: int | None = None) -> list[CorrectionRecord]:
    """Every correction, withdrawn ones included, in the order in which they were made.

    Raises:
        DecisionError: nothing was received yet.
    """
    with register_of(home) as register:
        made = register.corrections()
    return [one for one in made if nis_code in (None, one.correction.nis_code) and year in (None, one.correction.year)]


def _ensure_grounds(why: Why) -> None:
    if not why.reason.strip():
        raise DecisionError("Zeg met --why waarom deze waarde gecorrigeerd wordt.")
    if not why.on_word_of.strip():
        raise DecisionError("Zeg met --word wie dat gezegd heeft: een functie, geen naam.")
    if why.valid_until is not None and why.valid_until < datetime.now(UTC).date():
        raise DecisionError(f"De einddatum {why.valid_until:%d/%m/%Y} is al voorbij.")


def is_correctable(sheet: Sheet, column: Column) -> bool:
    """Whether the Steunpunt can correct this column: it does not tell rows apart, and figures may rest on it."""
    return column.name not in sheet.key and not column.identity and column.type not in _FREE_TEXT


def _correctable(sheet: Sheet, column: Column) -> Column:
    if is_correctable(sheet, column):
        return column
    if column.name not in sheet.key and not column.identity:
        raise DecisionError(f"'{column.header_nl}' is tekst waar geen cijfer op steunt; daar valt niets te corrigeren.")
    raise DecisionError(
        f"'{column.header_nl}' zegt over welke rij het gaat en kan niet gecorrigeerd worden: "
        "vraag het bestuur een nieuwe versie."
    )


def _row(sheet: Sheet, rows: list[dict[str, Any]], row_number: int | None) -> dict[str, Any]:
    """The one row that is meant; no other row of the sheet may have its key."""
    found = rows if sheet.name == FORM else [row for row in rows if row["row_number"] == row_number]
    if not found:
        raise DecisionError(f"Rij {row_number} van het blad {sheet.sheet_nl} bestaat niet, of werd niet ingelezen.")
    key = row_key(sheet, found[0])
    if sum(row_key(sheet, row) == key for row in rows) > 1:
        raise DecisionError(f"Op het blad {sheet.sheet_nl} staan meer rijen voor '{key}': welke is bedoeld?")
    return found[0]


def _typed(new_value: str, sheet: Sheet, column: Column) -> str:
    """The new value as raw would hold it, as text."""
    try:
        return as_text(read_cell(new_value.strip(), column)) or ""
    except CellFault as fault:
        place = f"{sheet.sheet_nl}, {column.header_nl}"
        raise DecisionError(f"{place}: {fault} Verwacht: {fault.expected}.") from fault


def _ensure_new(register: Register, new: CellCorrection) -> None:
    if new.old_value == new.new_value:
        raise DecisionError(f"Er staat al {shown(new.new_value)}: er valt niets te corrigeren.")
    cell = (new.nis_code, new.year, new.sheet, new.row_key, new.column_name)
    for one in register.corrections():
        at = one.correction
        if one.withdrawn_at is None and (at.nis_code, at.year, at.sheet, at.row_key, at.column_name) == cell:
            raise DecisionError(f"Deze cel heeft al correctie {one.correction_id}; trek die eerst in.")
