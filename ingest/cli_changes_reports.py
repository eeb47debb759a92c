"""What the commands about changes, corrections, questions and publications show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ingest import console
from ingest.cells.shown import shown_grouped
from ingest.codelists import codelist, seed_rows

if TYPE_CHECKING:
    from ingest.preview import PreviewFigure
    from ingest.publication_changes import PublicationChanges, PublishedPublication
    from ingest.register_remark_records import CorrectionRecord, QueryRecord
    from ingest.version_changes import VersionChanges

REPORTED, DECIMALS = "reported", 2
MOST_FIGURES = 50  # more is for --json
_KINDS_NL = {"changed": "gewijzigd", "added": "rij toegevoegd", "removed": "rij verdwenen"}


def show(found: Any, in_words: Callable[[Any], None], as_json: bool) -> None:
    """Show a result in words, or as JSON for other programs."""
    if not as_json:
        in_words(found)
    else:
        console.show_json([as_dict(one) for one in found] if isinstance(found, list) else as_dict(found))


def as_dict(record: Any) -> dict[str, Any]:
    """A record as plain values for JSON."""
    return asdict(record)


def show_cells(changes: VersionChanges) -> None:
    """Show which cells changed between two versions."""
    if changes.from_version is None:
        console.say("Versie {} is de eerste: er is niets om mee te vergelijken.", changes.to_version)
        return
    title = f"Van versie {changes.from_version} naar versie {changes.to_version}"
    if not changes.cells:
        console.say("{}: geen enkele cel veranderde.", title)
        return
    rows = [
        (
            one.sheet_nl,
            one.new_row or one.old_row,
            _row(one.row_key),
            one.header_nl,
            one.old,
            one.new,
            _KINDS_NL[one.kind],
        )
        for one in changes.cells
    ]
    console.show_table(title, ("blad", "rij", "voor", "kolom", "was", "is", "soort"), rows)


def show_figures(changes: PublicationChanges) -> None:
    """Show which published figures differ between two publications."""
    title = f"Van publicatie {changes.from_number} naar {changes.to_number or 'wat nu gepubliceerd zou worden'}"
    if not changes.figures:
        console.say("{}: geen enkel cijfer verandert.", title)
        return
    headers = ("bestuur", "jaar", "opvang", "kengetal", "was", "wordt", "verschil")
    rows = [
        (
            one.nis_code, one.year, _care_type(one.care_type), _indicator(one.indicator_code),
            _figure(one.old_value, one.old_status), _figure(one.new_value, one.new_status), _number(one.difference),
        )
        for one in changes.figures[:MOST_FIGURES]
    ]  # fmt: skip
    console.show_table(title, headers, rows)
    if len(changes.figures) > MOST_FIGURES:
        console.say("En nog {} cijfers; alles staat er met --json.", len(changes.figures) - MOST_FIGURES)


def show_moved(changes: VersionChanges, figures: Sequence[PreviewFigure], reason: str | None) -> None:
    """Show which published figures a version would move, and how far; or why that cannot be told."""
    if reason is not None:
        console.say("Welke cijfers bewegen, is niet te zeggen: {}", reason)
        return
    if not figures:
        console.say("Geen enkel gepubliceerd cijfer verandert door versie {}.", changes.to_version)
        return
    rows = [
        (
            _care_type(one.care_type), _indicator(one.indicator_code),
            _figure(one.published_value, one.published_status), _figure(one.value, one.status),
            _number(_difference(one)),
        )
        for one in figures
    ]  # fmt: skip
    title = f"Gepubliceerde cijfers die versie {changes.to_version} zou verplaatsen"
    console.show_table(title, ("opvang", "kengetal", "gepubliceerd", "wordt", "verschil"), rows)


def _difference(figure: PreviewFigure) -> float | None:
    known = figure.value is not None and figure.published_value is not None
    return figure.value - figure.published_value if known else None


def _figure(value: float | None, status: str | None) -> str | None:
    """A figure, or its status where it has no value or is not simply reported."""
    told = codelist("status").labels[status] if status else None
    if value is None:
        return told
    return _number(value) if status == REPORTED else f"{_number(value)} ({told})"


def _care_type(code: str) -> str:
    return next((row["label_nl"] for row in seed_rows("care_types") if row["care_type"] == code), code)


def _indicator(code: str) -> str:
    return next((row["label_nl"] for row in seed_rows("indicators") if row["indicator_code"] == code), code)


def _sheet(sheet: str | None) -> str | None:
    labels = codelist("sheet").labels
    return labels.get(sheet, sheet) if sheet else sheet


def _row(key: str) -> str:
    """The key of a row with the words of the workbook in place of the codes."""
    words = {row["code"]: row["label_nl"] for name in ("codes", "posts") for row in seed_rows(name)}
    words |= {row["care_type"]: row["label_nl"] for row in seed_rows("care_types")}
    return ", ".join(words.get(part, part) for part in key.split(" | "))


def show_correction(record: CorrectionRecord) -> None:
    """Show what one correction replaces."""
    made = record.correction
    sentence = "Correctie {}: {} ({}) wordt {} in plaats van {}. Bouw met 'opvangspiegel build' om te publiceren."
    console.say(sentence, record.correction_id, made.column_name, made.row_key, made.new_value, made.old_value)


def show_corrections(records: Sequence[CorrectionRecord]) -> None:
    """Show every correction with its grounds."""
    headers = (
        "nr",
        "bestuur",
        "jaar",
        "blad",
        "rij",
        "kolom",
        "was",
        "wordt",
        "waarom",
        "op gezag van",
        "tot",
        "stand",
    )
    rows = [
        (
            record.correction_id, one.nis_code, one.year, _sheet(one.sheet), _row(one.row_key), one.column_name,
            one.old_value, one.new_value, one.reason, one.on_word_of, one.valid_until,
            f"ingetrokken: {record.withdrawal_reason}" if record.withdrawn_at else "geldt",
        )
        for record in records
        for one in [record.correction]
    ]  # fmt: skip
    console.show_table("Correcties", headers, rows)


def _about(query: QueryRecord) -> str | None:
    place = query.place
    return _indicator(place.indicator_code) if place.indicator_code else _sheet(place.sheet)


def show_queries(records: Sequence[QueryRecord]) -> None:
    """Show every question with its answer."""
    rows = [
        (
            one.query_id, one.nis_code, one.year, one.version, _about(one),
            one.place.row_number, one.place.column_name, one.question, one.answer,
        )
        for one in records
    ]  # fmt: skip
    headers = ("nr", "bestuur", "jaar", "versie", "over", "rij", "kolom", "vraag", "antwoord")
    console.show_table("Vragen", headers, rows)


def show_publications(records: Sequence[PublishedPublication]) -> None:
    """Show every publication, and whether its file is still there to look at."""
    rows = [
        (one.number, f"{one.published_at:%d/%m/%Y %H:%M} UTC", one.note, "ja" if one.is_kept else "nee")
        for one in records
    ]
    console.show_table("Publicaties", ("nr", "gepubliceerd", "toelichting", "bestand bewaard"), rows)


def _number(value: float | None) -> str | None:
    return None if value is None else shown_grouped(value, DECIMALS)
