"""Comparing words the way people mean them: without case, accents or spacing; and proposing the nearest."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Fold away case, accents and spacing: ' Financiën ' and 'FINANCIEN' are the same word."""
    decomposed = unicodedata.normalize("NFKD", text[:500])
    kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(kept.casefold().replace("_", " ").split())


def nearest(text: str, options: Iterable[str], similarity: float = 0.6) -> str | None:
    """Give the option that looks most like the text, or None when none comes near."""
    by_folded = {folded(option): option for option in options}
    matches = difflib.get_close_matches(folded(text), by_folded, n=1, cutoff=similarity)
    return by_folded[matches[0]] if matches else None


def resembles(left: str, right: str, similarity: float = 0.8) -> bool:
    """Whether two names differ by no more than a slip of the pen."""
    return difflib.SequenceMatcher(None, folded(left), folded(right)).ratio() >= similarity
