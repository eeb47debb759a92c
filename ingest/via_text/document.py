"""The parts of an agreement: its name and year, its numbered sections, and the page headers between its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.via_text.words import Word, plain, words_of

_AGREEMENT = re.compile(r"\bVIA\s?-?(\d{1,2})\s?-?\s?akkoord", re.IGNORECASE)
_HEADING = re.compile(r"\s*(\d{1,2})\.\s+[A-ZÀ-Ý][A-ZÀ-Ý \-/]{3,}\s*")
_YEAR = re.compile(r"\b(20\d\d)\b")
_PAGE = re.compile(
    r"\s*(?:[-–]\s*)?(?:(?:pagina|blz\.?|p\.)\s*)?\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?(?:\s*[-–])?\s*", re.IGNORECASE
)
_SAYS_PAGE = re.compile(r"pagina|blz|p\.|van|/|[-–]", re.IGNORECASE)
FIRST_SECTION = "0"
TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the text, the words of its title included; '0' is what stands before the first."""

    code: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An agreement's text. `headers` are the words of page headers that were taken out of it."""

    agreement: str
    year: int | None
    sections: tuple[Section, ...]
    headers: tuple[Word, ...]


def looks_like_agreement(text: str) -> bool:
    """Whether a text is that of an agreement: it names one, and has a numbered title in capitals."""
    lines = text.splitlines()
    return bool(_AGREEMENT.search(text)) and any(_HEADING.fullmatch(line) for line in lines)


def read_document(text: str) -> Document:
    """Cut a text into its parts. `agreement` is empty when it names none."""
    lines = list(enumerate(text.replace("\xa0", " ").splitlines(), start=1))
    headers = _page_headers(lines)
    kept = [(number, line) for number, line in lines if number not in headers]
    named = _AGREEMENT.search(text)
    title = " ".join(line for _, line in _titles(lines))
    year = _YEAR.search(title) or _YEAR.search(text)
    return Document(
        agreement=f"VIA{int(named.group(1))}" if named else "",
        year=int(year.group(1)) if year else None,
        sections=_sections(kept),
        headers=tuple(words_of((number, line) for number, line in lines if number in headers)),
    )


def _sections(lines: Sequence[tuple[int, str]]) -> tuple[Section, ...]:
    groups: list[tuple[str, list[tuple[int, str]]]] = [(FIRST_SECTION, [])]
    for number, line in lines:
        heading = _HEADING.fullmatch(line)
        if heading:
            groups.append((heading.group(1), []))
        groups[-1][1].append((number, line))
    return tuple(Section(code, tuple(words_of(group))) for code, group in groups if group)


def _titles(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(number, line) for number, line in lines if line.strip()][:TITLE_LINES]


def _page_headers(lines: Sequence[tuple[int, str]]) -> set[int]:
    """The lines that repeat a line of the title, and those that hold nothing but the number of a page."""
    titles = _titles(lines)
    title_texts = {plain(line) for _, line in titles if len(plain(line)) > 10}
    first = {number for number, _ in titles}
    repeated = {number for number, line in lines if plain(line) in title_texts and number not in first}
    pages = {number for number, line in lines if _PAGE.fullmatch(line) and _SAYS_PAGE.search(line)}
    return repeated | pages
