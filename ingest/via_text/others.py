"""Numbers that are no figures: dates, years, references, numbers of titles and of pages, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.via_text.words import LINE_BREAK, Word, plain

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_YEAR = re.compile(r"(19|20)\d\d[.,]?")
_PERIOD = re.compile(r"(19|20)\d\d[-–/](19|20)\d\d[.,]?")
_AGREEMENT = re.compile(r"\W*VIA-?\d+\b.*", re.IGNORECASE)
_DAY = re.compile(r"[0-3]?\d")
_DATE = re.compile(r"[0-3]?\d[-/][01]?\d[-/](19|20)\d\d[.,]?")
_NUMBERING = re.compile(r"\d{1,2}(\.\d{1,2})*\.?")
_REFERRING = {"punt", "deel", "luik", "artikel", "art", "hoofdstuk", "pagina", "blz", "p", "bijlage", "tabel"}
_SPANS = {"maand", "maanden", "week", "weken", "dagen"}


def why_no_figure(words: Sequence[Word], position: int) -> str | None:
    """Why the number at a place is no figure, in Dutch; None when it may be one."""
    word = words[position]
    before = plain(words[position - 1].text) if position else ""
    after = plain(words[position + 1].text) if position + 1 < len(words) else ""
    reasons = (
        ("naam van het akkoord", _AGREEMENT.fullmatch(word.text) or (before == "via" and _DAY.fullmatch(word.text))),
        ("datum", _DATE.fullmatch(word.text) or (_DAY.fullmatch(word.text) and after in _MONTHS)),
        ("jaartal in een datum", _YEAR.fullmatch(word.text) and before in _MONTHS),
        ("jaartal", _YEAR.fullmatch(word.text)),
        ("periode", _PERIOD.fullmatch(word.text)),
        ("verwijzing", _NUMBERING.fullmatch(word.text) and before in _REFERRING),
        ("duur", _DAY.fullmatch(word.text) and after in _SPANS),
        ("nummer van een titel", _is_numbering(words, position)),
    )
    return next((reason for reason, holds in reasons if holds), None)


def _is_numbering(words: Sequence[Word], position: int) -> bool:
    """A number like '2.' at the start of a line, before the words of a title on that same line."""
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    opens_the_line = word.room >= LINE_BREAK and word.text.endswith(".")
    before_title = following is not None and following.line == word.line and following.text[:1].isupper()
    return bool(_NUMBERING.fullmatch(word.text)) and opens_the_line and before_title
