"""A whole column at once: cells of the expected kind go the fast way, the rest is read one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from operator import eq
from typing import Any

from ingest.cells import moments, numbers, words
from ingest.cells.faults import CellFault, ErrorValue, formula_error
from ingest.cells.shown import shown, shown_number
from ingest.contract import Column

_NOISE = 1e-6
_PLACES = {"decimal": 4, "money": 2}


@dataclass(slots=True)
class ColumnReading:
    """The typed values of a column (None where empty or refused), why cells are refused, and which were rounded."""

    values: list[Any]
    faults: dict[int, CellFault] = field(default_factory=dict)
    rounded: list[int] = field(default_factory=list)


def read_column(found: Sequence[Any], column: Column) -> ColumnReading:
    """Read the cells of a column; an empty cell is '' or blank text and becomes None."""
    n_empty = found.count("")
    if n_empty == len(found):
        return ColumnReading([None] * len(found))
    if n_empty == 0:
        fast = _fast(found, column)
        return ColumnReading(fast) if fast is not None else _one_by_one(found, column)
    fast = _fast([value for value in found if value != ""], column)
    if fast is None:
        return _one_by_one(found, column)
    filled = iter(fast)
    return ColumnReading([None if value == "" else next(filled) for value in found])


def read_cell(value: Any, column: Column) -> Any:
    """Read one cell that is not empty.

    Raises:
        CellFault: when it cannot be read, or lies outside the bounds of the column.
    """
    if isinstance(value, str) and value.startswith("#"):
        value = formula_error(value)
    if isinstance(value, ErrorValue):
        sentence = f"de formule in deze cel geeft {value.text}. Herstel ze, of typ de waarde."
        raise CellFault("formula_error", sentence, "een waarde zonder formulefout")
    typed = _SLOW[column.type](value, column)
    if column.minimum is not None and not column.minimum <= typed <= column.maximum:
        low, high = shown_number(column.minimum), shown_number(column.maximum)
        sentence = f"{shown(value)} ligt buiten wat mogelijk is."
        raise CellFault("out_of_range", sentence, f"een getal van {low} tot en met {high}")
    return typed


def is_empty(value: Any) -> bool:
    """Whether a cell holds nothing, or only spaces."""
    return value == "" or value is None or (isinstance(value, str) and not value.strip())


def _one_by_one(found: Sequence[Any], column: Column) -> ColumnReading:
    reading = ColumnReading([None] * len(found))
    places = _PLACES.get(column.type)
    for index, value in enumerate(found):
        if is_empty(value):
            continue
        try:
            typed = read_cell(value, column)
        except CellFault as fault:
            reading.faults[index] = fault
            continue
        reading.values[index] = typed
        if places is not None and isinstance(value, float) and abs(value - float(typed)) > _NOISE:
            reading.rounded.append(index)
    return reading


def _fast(found: Sequence[Any], column: Column) -> list[Any] | None:
    """Read a column without empty cells in one go, or give None when one of its cells needs a closer look."""
    reader = _FAST.get(column.type)
    return reader(found, column) if reader else None


def _fast_codes(found: Sequence[Any], column: Column) -> list[Any] | None:
    if set(map(type, found)) != {str}:
        return None
    codes = list(map(column.codes.by_exact_spelling.get, found))
    if None in codes:
        return None
    return _stored(codes, column)


def _fast_booleans(found: Sequence[Any], column: Column) -> list[Any] | None:
    if set(map(type, found)) == {bool}:
        return list(found)
    codes = _fast_codes(found, column)
    return None if codes is None else [code == "true" for code in codes]


def _fast_integers(found: Sequence[Any], column: Column) -> list[Any] | None:
    if set(map(type, found)) != {float} or not _inside(found, column):
        return None
    try:
        whole = list(map(int, found))
    except ValueError:  # a NaN can hide between the smallest and the largest
        return None
    return whole if all(map(eq, whole, found)) else None


def _fast_decimals(found: Sequence[Any], column: Column) -> list[Any] | None:
    if set(map(type, found)) != {float} or not _inside(found, column):
        return None
    places = _PLACES[column.type]
    if not all(map(eq, found, [round(value, places) for value in found])):
        return None
    return list(map(Decimal, map(repr, found)))


def _fast_texts(found: Sequence[Any], column: Column) -> list[Any] | None:
    if set(map(type, found)) != {str} or max(map(len, found)) > words.LONGEST_TEXT:
        return None
    clean = all(map(str.isprintable, found)) and not any(
        "  " in value or value[0] in " #" or value[-1] == " " for value in found
    )
    return list(found) if clean else None


def _fast_dates(found: Sequence[Any], column: Column) -> list[Any] | None:
    if set(map(type, found)) != {dt.date} or min(found) < moments.FIRST_DATE or max(found) > moments.LAST_DATE:
        return None
    return list(found)


def _fast_times(found: Sequence[Any], column: Column) -> list[Any] | None:
    if set(map(type, found)) != {dt.time} or any(value.second or value.microsecond for value in found):
        return None
    return [value.hour * 60 + value.minute for value in found]


def _inside(found: Sequence[float], column: Column) -> bool:
    return column.minimum <= min(found) and max(found) <= column.maximum


def _stored(codes: list[str], column: Column) -> list[Any]:
    return list(map(int, codes)) if column.stored_as == "integer" else codes


def _code(value: Any, column: Column) -> Any:
    return _stored([words.code(value, column.codes)], column)[0]


def _boolean(value: Any, column: Column) -> bool:
    return words.code(value, column.codes) == "true"


_FAST: dict[str, Callable[[Sequence[Any], Column], list[Any] | None]] = {
    "code": _fast_codes,
    "boolean": _fast_booleans,
    "integer": _fast_integers,
    "decimal": _fast_decimals,
    "money": _fast_decimals,
    "text": _fast_texts,
    "date": _fast_dates,
    "time": _fast_times,
}
_SLOW: dict[str, Callable[[Any, Column], Any]] = {
    "code": _code,
    "boolean": _boolean,
    "integer": lambda value, column: int(numbers.number(value, "integer")),
    "decimal": lambda value, column: numbers.number(value, "decimal"),
    "money": lambda value, column: numbers.number(value, "money"),
    "text": lambda value, column: words.text(value),
    "date": lambda value, column: moments.date(value),
    "time": lambda value, column: moments.minutes(value),
    "nis": lambda value, column: words.nis(value),
    "kbo": lambda value, column: words.kbo(value),
    "kbo_list": lambda value, column: words.kbo_list(value),
    "email": lambda value, column: words.email(value),
}
