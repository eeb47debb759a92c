"""One cell of a public file to a typed value, or a refusal that says what was expected."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

_NIS = re.compile(r"[0-9]{5}")
_WHOLE = re.compile(r"[0-9]{1,15}")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_POINT_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,10})?")
_COMMA_DECIMAL = re.compile(r"-?([0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]{1,10})?")
_THOUSANDS_OR_DECIMALS = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")


class UnreadableError(Exception):
    """A cell that cannot be read; the message is Dutch and says what was expected."""


def nis_code(text: str) -> str:
    """Read a NIS code: five digits, as text."""
    if not _NIS.fullmatch(text):
        raise UnreadableError("een NIS-code van vijf cijfers")
    return text


def parent_nis_code(text: str) -> str | None:
    """Read the code of the unit above; '-' means there is none."""
    return None if text == "-" else nis_code(text)


def whole_number(text: str) -> int:
    """Read a number without sign or decimals."""
    if not _WHOLE.fullmatch(text):
        raise UnreadableError("een geheel getal, bv. 1234")
    return int(text)


def year(text: str) -> int:
    """Read a year of four digits."""
    if not _YEAR.fullmatch(text):
        raise UnreadableError("een jaar van vier cijfers, bv. 2024")
    return int(text)


def day(text: str) -> date:
    """Read a date as dd/mm/jjjj."""
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError as error:
        raise UnreadableError("een datum als dd/mm/jjjj, bv. 01/01/2025") from error


def plain(text: str) -> str:
    """Take text as it is; nothing is no text."""
    if not text:
        raise UnreadableError("een tekst")
    return text


def cents(text: str) -> Decimal:
    """Read an amount of a producer that writes a point before the decimals; more than cents is not rounded away."""
    amount = point_decimal(text)
    if amount != amount.quantize(Decimal("0.01")):
        raise UnreadableError("een bedrag in euro met hoogstens twee decimalen, bv. 1234.50")
    return amount.quantize(Decimal("0.01"))


def four_decimals(text: str) -> Decimal:
    """Read a quantity with a point before at most four decimals."""
    quantity = point_decimal(text)
    if quantity != quantity.quantize(Decimal("0.0001")):
        raise UnreadableError("een getal met hoogstens vier decimalen, bv. 12.5")
    return quantity


def point_decimal(text: str) -> Decimal:
    """Read a number with a point before its decimals: '1234.5'."""
    if not _POINT_DECIMAL.fullmatch(text):
        raise UnreadableError("een getal met een punt voor de decimalen, bv. 1234.5")
    return Decimal(text)


def comma_decimal(text: str) -> Decimal:
    """Read a Belgian number: '1.234,5'. A point that can only be a decimal one ('0.25') is taken as such.

    '1.234' could be two numbers: it is refused.
    """
    if _THOUSANDS_OR_DECIMALS.fullmatch(text):
        raise UnreadableError("een eenduidig getal: dit kan duizend of één komma iets zijn; schrijf 1234 of 1,234")
    if _COMMA_DECIMAL.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _POINT_DECIMAL.fullmatch(text):
        return Decimal(text)
    raise UnreadableError("een getal, bv. 1234,5")
