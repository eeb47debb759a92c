"""Belgian numbers: '1.234,5' is 1234.5. What could be read in two ways is refused with both readings."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

from ingest.cells.faults import CellFault, ErrorValue
from ingest.cells.shown import shown, shown_number

_PLAIN = re.compile(r"-?[0-9]{1,15}(?:,[0-9]{1,12})?")
_GROUPED = re.compile(
    r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,12})?|-?[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]{1,12})?"
)
_ONE_GROUP = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_ENGLISH = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,12})?")
_CURRENCY = re.compile(r"^(-?) ?(?:€|eur) ?| ?(?:€|euro|eur)$", re.IGNORECASE)
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " "})
_HOW_TO = {
    "integer": "een geheel getal, bv. 1234 of 1.234",
    "decimal": "een getal, bv. 1234,5 of 1.234,5",
    "money": "een bedrag in euro, bv. 1234,50 of 1.234,50",
}
_PLACES = {"integer": 0, "decimal": 4, "money": 2}


def number(value: object, kind: str) -> Decimal:
    """Read a cell as a number.

    Args:
        value: an Excel number or a text.
        kind: 'integer', 'decimal' (4 decimals are kept) or 'money' (2 decimals are kept).

    Raises:
        CellFault: when the cell holds no number, or one that could be read in two ways.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_excel(value, kind)
    if isinstance(value, str):
        return _from_text(value, kind)
    raise _no_number(value, kind, _why_not(value))


def _from_excel(value: float, kind: str) -> Decimal:
    if not math.isfinite(value):
        raise _no_number(value, kind, "dat is geen eindig getal.")
    exact = Decimal(repr(value))
    if kind == "integer" and exact != exact.to_integral_value():
        raise _fraction(value)
    return _kept(exact, kind)


def _from_text(text: str, kind: str) -> Decimal:
    plain = _without_currency(" ".join(text.translate(_MINUS).split()), kind)
    if kind != "integer" and _ONE_GROUP.fullmatch(plain):
        raise _two_readings(text, plain, kind)
    if not (_PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain)):
        raise _no_number(text, kind, _proposal(plain))
    exact = Decimal(plain.replace(".", "").replace(" ", "").replace(",", "."))
    if kind == "integer" and exact != exact.to_integral_value():
        raise _fraction(text)
    if -exact.as_tuple().exponent > _PLACES[kind] and kind != "integer":
        raise _too_fine(text, exact, kind)
    return _kept(exact, kind)


def _without_currency(text: str, kind: str) -> str:
    return _CURRENCY.sub(lambda match: match.group(1) or "", text) if kind == "money" else text


def _kept(exact: Decimal, kind: str) -> Decimal:
    """Keep the decimals of the kind; Excel's own numbers carry more of them than anybody typed."""
    return exact.quantize(Decimal(1).scaleb(-_PLACES[kind])) if abs(exact) < 10**14 else exact


def _two_readings(text: str, plain: str, kind: str) -> CellFault:
    grouped, fraction = plain.replace(".", ""), plain.replace(".", ",")
    sentence = f"‘{shown(text)}’ kan {grouped} of {fraction} zijn. Schrijf het getal zonder punt."
    return CellFault("ambiguous_number", sentence, _HOW_TO[kind])


def _fraction(value: object) -> CellFault:
    return CellFault("not_whole", f"‘{shown(value)}’ is geen geheel getal.", _HOW_TO["integer"])


def _too_fine(text: str, exact: Decimal, kind: str) -> CellFault:
    places = _PLACES[kind]
    thousand = f" of {shown_number(exact.scaleb(3))}" if -exact.as_tuple().exponent == 3 else ""
    rounded = shown_number(exact.quantize(Decimal(1).scaleb(-places)))
    sentence = f"‘{shown(text)}’ heeft meer dan {places} decimalen. Bedoelde u {rounded}{thousand}?"
    return CellFault("ambiguous_number", sentence, _HOW_TO[kind])


def _no_number(value: object, kind: str, hint: str) -> CellFault:
    return CellFault("not_a_number", f"‘{shown(value)}’ is geen getal dat we kunnen lezen: {hint}", _HOW_TO[kind])


def _why_not(value: object) -> str:
    if isinstance(value, ErrorValue):
        return "de formule geeft een fout."
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return "Excel maakte er een datum of uur van. Geef de cel de celopmaak ‘Getal’ en typ het getal opnieuw."
    return f"verwacht wordt {_HOW_TO['decimal']}."


def _proposal(plain: str) -> str:
    english = _ENGLISH.fullmatch(plain)
    if english and (english.group(3) or "," in english.group(2)):
        whole = english.group(2).replace(",", "").lstrip("0") or "0"
        belgian = english.group(1) + whole + (english.group(3) or "").replace(".", ",")
        return f"de komma staat in België voor de decimalen. Bedoelde u {belgian}?"
    if plain.casefold() in {"nvt", "n.v.t.", "n.v.t", "/", "-", "?", "onbekend", "x"}:
        return "laat de cel leeg als u het cijfer niet hebt, en typ 0 als het echt nul is."
    if "%" in plain:
        return "typ het getal zonder procentteken."
    if re.search(r"[$£¥]", plain):
        return "bedragen zijn in euro."
    return "typ alleen cijfers, met een komma voor de decimalen."
