"""A cell that cannot be read: which rule says so, what was expected, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """What a cell holds when its formula failed, as Excel names it."""

    text: str


_DUTCH_ERRORS = {
    "#DIV/0!": "#DEEL/0!",
    "#N/A": "#N/B",
    "#NAME?": "#NAAM?",
    "#NULL!": "#LEEG!",
    "#NUM!": "#GETAL!",
    "#REF!": "#VERW!",
    "#VALUE!": "#WAARDE!",
}
_ERROR_TEXTS = frozenset(_DUTCH_ERRORS) | frozenset(_DUTCH_ERRORS.values())


def formula_error(text: str) -> ErrorValue | str:
    """Give the error that a text is, as a Dutch Excel shows it ('#DIV/0!' is '#DEEL/0!'), or the text itself."""
    return ErrorValue(_DUTCH_ERRORS.get(text, text)) if text in _ERROR_TEXTS else text


class CellFault(Exception):
    """A cell that is refused. `sentence` is Dutch and speaks of the cell alone, without its place."""

    def __init__(self, rule_code: str, sentence: str, expected: str) -> None:
        super().__init__(sentence)
        self.rule_code = rule_code
        self.sentence = sentence
        self.expected = expected
