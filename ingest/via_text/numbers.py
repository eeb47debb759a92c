"""What a word with digits says: a figure the Belgian way, a part of one that was cut, or no figure at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.via_text.words import Word

_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d{1,2})?")
_WHOLE = re.compile(r"(0|[1-9]\d*)(,\d{1,2})?")
_LOOKS_LIKE_ONE = re.compile(r"[\d.,]+")
_END_OF_SENTENCE = re.compile(r"[.,]$")
MOST_DIGITS = 15


def figure_of(text: str) -> Decimal | None:
    """Read '7.518.022', '107.923,84' or '175'; None when it is not written like that, or finer than a cent."""
    bare = _END_OF_SENTENCE.sub("", text)
    if not (_GROUPED.fullmatch(bare) or _WHOLE.fullmatch(bare)) or len(bare) > MOST_DIGITS:
        return None
    return Decimal(bare.replace(".", "").replace(",", "."))


def is_grouped(text: str) -> bool:
    """Whether it is written with points between thousands, as amounts are."""
    return figure_of(text) is not None and bool(_GROUPED.fullmatch(_END_OF_SENTENCE.sub("", text)))


def joined(first: Word, second: Word) -> Word | None:
    """The figure that two words are the halves of; None when together they are no figure with thousands."""
    text = first.text + second.text
    return replace(first, text=text) if is_grouped(text) else None


def with_cut_figures_joined(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Put halves that are no figures by themselves together again; give the words, and those that were joined."""
    result: list[Word] = []
    mended: list[Word] = []
    for word in words:
        whole = joined(result[-1], word) if result and _are_halves(result[-1], word) else None
        if whole:
            result[-1] = whole
            mended.append(whole)
        else:
            result.append(word)
    return result, mended


def _are_halves(first: Word, second: Word) -> bool:
    """Two words like figures next to each other, of which one cannot be a figure by itself."""
    alike = all(_LOOKS_LIKE_ONE.fullmatch(word.text) for word in (first, second))
    whole = figure_of(first.text) is not None and first.text[-1].isdigit() and figure_of(second.text) is not None
    return alike and not whole
