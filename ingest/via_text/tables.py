"""Read the tables of an agreement: rows whose label and cells may be spread over lines, a total in the last column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.via_text.names import found_in
from ingest.via_text.numbers import figure_of, joined
from ingest.via_text.others import why_no_figure
from ingest.via_text.outcome import Reading
from ingest.via_text.table_places import LabelledRow, place_by_measure, place_by_sector
from ingest.via_text.words import Word, plain, sentence

_KEYS = {"maatregel": "measures", "sector": "sectors"}


@dataclass(slots=True)
class Row:
    """A row: the words before its cells, and its cells."""

    words: list[Word] = field(default_factory=list)
    cells: list[Word] = field(default_factory=list)


def is_table(words: Sequence[Word]) -> bool:
    """Whether a section holds a table: a line that begins with the name of its first column, and columns after it."""
    return _header_start(words) is not None


def read_table(section: str, words: Sequence[Word], reading: Reading) -> None:
    """Read every row of the table in a section; what does not fit goes to the unplaced numbers."""
    start = _header_start(words)
    if start is None:
        return
    rows = list(_rows(words, start, reading))
    by_measure = plain(words[start].text) == "maatregel"
    axis = "measures" if by_measure else "sectors"
    columns = _columns(rows[0] if rows else Row(), "sectors" if by_measure else "kinds", axis)
    place = place_by_measure if by_measure else place_by_sector
    for row in rows:
        named = found_in([word.text for word in row.words], axis)
        if not row.cells:
            continue
        if not named:
            reading.cannot_place(row.cells, f"'{sentence(row.words) or 'geen woorden'}' is geen gekende rij")
            continue
        label = row.words[named[-1].start : named[-1].end]
        cells = _fitted(row.cells, len(columns), reading)
        place(LabelledRow(section, sentence(label), named[-1].code, label[-1], cells), columns, reading)


def _header_start(words: Sequence[Word]) -> int | None:
    """Where the header begins: 'Maatregel' or 'Sector' with names of columns shortly after it."""
    for position, word in enumerate(words):
        axis = _KEYS.get(plain(word.text))
        following = [later.text for later in words[position + 1 : position + 20]]
        columns = found_in(following, "kinds" if axis == "sectors" else "sectors") if axis else []
        if len(columns) > 1:
            return position
    return None


def _rows(words: Sequence[Word], start: int, reading: Reading) -> list[Row]:
    """Words and then cells make a row; the header stands before the label of the first one."""
    rows = [Row()]
    for position, word in enumerate(words):
        reason = why_no_figure(words, position) if word.has_digit else None
        if reason:
            reading.no_figures.append((word, reason))
        elif word.has_digit and position < start:
            reading.cannot_place([word], "het staat voor de kop van de tabel")
        elif word.has_digit or _is_blank(word):
            rows[-1].cells.append(word)
        elif position >= start:
            if rows[-1].cells:
                rows.append(Row())
            rows[-1].words.append(word)
    return rows


def _is_blank(word: Word) -> bool:
    return bool(found_in([word.text], "blank"))


def _columns(first: Row, group: str, axis: str) -> list[str]:
    """The columns in the order of the header: the names before the label of the first row."""
    texts = [word.text for word in first.words]
    labels = found_in(texts, axis)
    header = texts[: labels[-1].start] if labels else texts
    return [named.code for named in found_in(header, group)]


def _fitted(cells: list[Word], n_columns: int, reading: Reading) -> list[Word]:
    """One cell too many where two of them can be the halves of a figure, in one way only: put them together."""
    if len(cells) != n_columns + 1:
        return cells
    wholes = [(i, joined(cells[i], cells[i + 1])) for i in range(len(cells) - 1)]
    possible = [(i, whole) for i, whole in wholes if whole and figure_of(whole.text) is not None]
    if len(possible) != 1:
        return cells
    position, whole = possible[0]
    reading.notes.append((whole, "stond in twee stukken, en is als één cijfer gelezen"))
    return [*cells[:position], whole, *cells[position + 2 :]]
