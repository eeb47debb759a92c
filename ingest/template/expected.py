"""What a column expects, in Dutch words: beside the header, in the hint of a cell, and on the explanation sheet."""

from __future__ import annotations

from ingest.cells.shown import shown_number
from ingest.contract import Column, Sheet

_KINDS_NL = {
    "text": "tekst", "nis": "vijf cijfers", "email": "e-mailadres", "kbo": "KBO-nummer (tien cijfers)",
    "kbo_list": "KBO-nummers, met een puntkomma ertussen", "boolean": "ja of nee", "code": "een keuze uit de lijst",
    "integer": "geheel getal", "decimal": "getal", "money": "bedrag", "date": "datum (dd/mm/jjjj)",
    "time": "uur (uu:mm)",
}  # fmt: skip
_MOST_NAMED = 6


def unit_line(column: Column) -> str:
    """Give what stands right above a header: 'in euro', or else the kind of answer."""
    return f"in {column.unit}" if column.unit else f"({_KINDS_NL[column.type]})"


def choices(column: Column) -> list[str]:
    """Give the words to choose from; none for a column without a list."""
    return list(column.codes.labels.values()) if column.type in ("code", "boolean") else []


def expected(column: Column) -> str:
    """Give what is expected in one phrase: the kind, the bounds, and a short list of choices in full."""
    words = choices(column)
    if words and len(words) <= _MOST_NAMED:
        return " / ".join(words)
    bounds = f" van {shown_number(column.minimum)} tot {shown_number(column.maximum)}" if _is_bounded(column) else ""
    return f"{_KINDS_NL[column.type]}{bounds}"


def required(sheet: Sheet, column: Column) -> str:
    """Say whether a cell must be filled in, and when it must not."""
    if column.empty_when:
        other, code = column.empty_when[0]
        return f"verplicht, maar leeg bij ‘{sheet.column(other).codes.label(code)}’"
    return "verplicht" if column.required else "mag leeg blijven"


def hint(sheet: Sheet, column: Column) -> str:
    """Give the hint that Excel shows at a cell: what is expected, the unit, and whether it is required."""
    parts = [f"Verwacht: {expected(column)}.", f"Eenheid: {column.unit}." if column.unit else ""]
    parts += [f"{required(sheet, column).capitalize()}.", *_relations(sheet, column)]
    return "\n".join(part for part in parts if part)


def _relations(sheet: Sheet, column: Column) -> list[str]:
    words = {"not_above": "Niet meer dan", "not_before": "Niet voor", "after": "Later dan"}
    bounds = {word: getattr(column, bound) for bound, word in words.items()}
    return [f"{word} ‘{sheet.column(other).header_nl}’." for word, other in bounds.items() if other]


def _is_bounded(column: Column) -> bool:
    """Whether the bounds say something to people: a sum of money may be anything below a thousand million."""
    return column.minimum is not None and column.type != "money"
