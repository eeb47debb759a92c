"""What the commands about changes, corrections, questions and publications show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ingest import console
from ingest.cells.shown import shown_number

if TYPE_CHECKING:
    from ingest.publication_changes import PublicationChanges, PublishedPublication
    from ingest.register_remark_records import CorrectionRecord, QueryRecord
    from ingest.version_changes import VersionChanges

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
        (one.sheet_nl, one.new_row or one.old_row, one.row_key, one.header_nl, one.old, one.new, _KINDS_NL[one.kind])
        for one in changes.cells
    ]
    console.show_table(title, ("blad", "rij", "voor", "kolom", "was", "is", "soort"), rows)


def show_figures(changes: PublicationChanges) -> None:
    """Show which published figures differ between two publications."""
    title = f"Van publicatie {changes.from_number} naar {changes.to_number or 'wat nu gepubliceerd zou worden'}"
    if not changes.figures:
        console.say("{}: geen enkel cijfer verandert.", title)
        return
    headers = ("bestuur", "jaar", "opvang", "indicator", "was", "wordt", "verschil", "status was", "status wordt")
    rows = [
        (
            one.nis_code, one.year, one.care_type, one.indicator_code, _number(one.old_value), _number(one.new_value),
            _number(one.difference), one.old_status, one.new_status,
        )
        for one in changes.figures[:MOST_FIGURES]
    ]  # fmt: skip
    console.show_table(title, headers, rows)
    if len(changes.figures) > MOST_FIGURES:
        console.say("En nog {} cijfers; alles staat er met --json.", len(changes.figures) - MOST_FIGURES)


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
            record.correction_id, one.nis_code, one.year, one.sheet, one.row_key, one.column_name, one.old_value,
            one.new_value, one.reason, one.on_word_of, one.valid_until,
            f"ingetrokken: {record.withdrawal_reason}" if record.withdrawn_at else "geldt",
        )
        for record in records
        for one in [record.correction]
    ]  # fmt: skip
    console.show_table("Correcties", headers, rows)


def show_queries(records: Sequence[QueryRecord]) -> None:
    """Show every question with its answer."""
    rows = [
        (
            one.query_id, one.nis_code, one.year, one.version, one.place.indicator_code or one.place.sheet,
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
    return None if value is None else shown_number(round(value, 4))
