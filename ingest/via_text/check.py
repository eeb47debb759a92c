"""Check the text of an agreement as any other file: figures in, and every number that could not be placed told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from ingest import raw_schemas
from ingest.cells.shown import shown, shown_sentence
from ingest.checked import CheckedFile
from ingest.codelists import seed_rows
from ingest.problems import Problem, Severity
from ingest.public.delimited import TextError, whole_text
from ingest.public.tables import by_line
from ingest.via_text.document import Document, looks_like_agreement, read_document
from ingest.via_text.numbers import with_cut_figures_joined
from ingest.via_text.outcome import Figure, Reading
from ingest.via_text.prose import read_prose
from ingest.via_text.tables import is_table, read_table
from ingest.via_text.words import Word

KIND = "via_text"
DATASET = "via_lines"
AGREEMENT_KINDS = frozenset((DATASET, KIND))  # printed figures, whichever way they came in
MOST_BYTES = 4 << 20


def is_agreement(path: Path) -> bool:
    """Whether a file is the text of an agreement.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        return path.stat().st_size <= MOST_BYTES and looks_like_agreement(whole_text(path))
    except TextError:
        return False


def check_agreement(path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Read every figure of an agreement with the line it stands on.

    A number that cannot be placed is a problem of its own, and the figures that can are received: the printed totals
    tell later what is missing.
    """
    document = read_document(whole_text(path))
    refusal = _refusal(document)
    if refusal:
        return CheckedFile(file_name, KIND, problems=(refusal,))
    reading = read_figures(document)
    problems = [*_problems(reading)]
    if not reading.figures:
        message = "In deze tekst van een akkoord werd geen enkel cijfer gevonden."
        return CheckedFile(file_name, KIND, problems=(Problem("via_no_figures", Severity.FATAL, message), *problems))
    rows = [_row(document, figure) | {"data_kind": data_kind} for figure in reading.figures]
    table = pa.Table.from_pylist(rows, schema=raw_schemas.columns(DATASET))
    return CheckedFile(file_name, KIND, {DATASET: table}, by_line(problems), summary_nl=summary_of(reading))


def read_figures(document: Document) -> Reading:
    """Read every section: each number ends up as a figure, as no figure, or as not placed."""
    reading = Reading()
    reading.no_figures.extend((word, "paginakop") for word in document.headers if word.has_digit)
    for section in document.sections:
        words, mended = with_cut_figures_joined(section.words)
        reading.notes.extend((word, "stond in stukken, en is als één cijfer gelezen") for word in mended)
        read = read_table if is_table(words) else read_prose
        read(section.code, words, reading)
    return reading


def summary_of(reading: Reading) -> str:
    """What was read, in one Dutch sentence."""
    by_section = Counter(figure.section for figure in reading.figures)
    parts = ", ".join(f"{number} in deel {section}" for section, number in sorted(by_section.items()))
    reasons = Counter(reason for _, reason in reading.no_figures)
    others = ", ".join(f"{number} × {reason}" for reason, number in sorted(reasons.items())) or "geen"
    n_unplaced = len(reading.unplaced)
    return f"{len(reading.figures)} cijfers gelezen ({parts}); andere getallen: {others}; niet geplaatst: {n_unplaced}."


def _refusal(document: Document) -> Problem | None:
    known = [row["agreement"] for row in seed_rows("via_agreements")]
    if document.agreement not in known:
        message = f"Deze tekst noemt '{document.agreement}', en dat akkoord is niet gekend."
        return Problem("via_agreement_unknown", Severity.FATAL, message, expected=", ".join(known))
    if document.year is None:
        message = "Deze tekst noemt in zijn titel geen jaar waarover de cijfers gaan."
        return Problem("via_year_missing", Severity.FATAL, message, expected="een jaartal in de titel")
    return None


def _problems(reading: Reading) -> Iterator[Problem]:
    for word, why in reading.unplaced:
        message = f"Regel {word.line}: het getal '{shown(word.text)}' kon niet geplaatst worden: {shown_sentence(why)}."
        yield _problem("via_number_unplaced", Severity.REJECTED, word, message)
    for word, note in reading.notes:
        message = f"Regel {word.line}: '{shown(word.text)}' {note}. Kijk het na."
        yield _problem("via_figure_joined", Severity.WARNING, word, message)


def _problem(rule: str, severity: Severity, word: Word, message: str) -> Problem:
    expected = "een cijfer met een plaats"
    return Problem(rule, severity, message, row_number=word.line, found=shown(word.text), expected=expected)


def _row(document: Document, figure: Figure) -> dict[str, object]:
    is_amount = figure.unit == "eur"
    return {
        "agreement": document.agreement,
        "year": document.year,
        "table_code": figure.section,
        "row_label": figure.row_label,
        "kind": figure.kind,
        "unit": figure.unit,
        "measure": figure.measure,
        "sector": figure.sector,
        "amount_printed_eur": figure.value if is_amount else None,
        "quantity_printed": None if is_amount else figure.value,
        "source_place": figure.place,
        "line_number": figure.word.line,
    }
