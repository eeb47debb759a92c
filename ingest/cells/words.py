"""Text, codes, yes and no, and the numbers that are names: NIS codes and KBO numbers."""

from __future__ import annotations

import re

from ingest.cells.faults import CellFault
from ingest.cells.shown import shown
from ingest.codelists import CodeList
from ingest.matching import folded, nearest

LONGEST_TEXT = 200
_NIS = re.compile(r"[1-9][0-9]{4}")
_KBO = re.compile(r"(?:BE ?)?([01]?[0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3})", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}")
_MANY_OPTIONS = 8


def text(value: object) -> str:
    """Read a cell as text; a whole number counts as its digits.

    Raises:
        CellFault: when it is a date, a fraction or a formula's error, too long, or holds invisible characters.
    """
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if not isinstance(value, str):
        raise CellFault("not_text", f"‘{shown(value)}’ is geen tekst. Geef de cel de celopmaak ‘Tekst’.", "tekst")
    words = " ".join(value.split())
    if not words.isprintable():
        raise CellFault("not_text", f"‘{shown(value)}’ bevat onzichtbare tekens. Typ de tekst opnieuw.", "gewone tekst")
    if len(words) > LONGEST_TEXT:
        sentence = f"‘{shown(value)}’ is {len(words)} tekens lang; er passen er {LONGEST_TEXT}."
        raise CellFault("not_text", sentence, f"hoogstens {LONGEST_TEXT} tekens")
    return words


def code(value: object, codes: CodeList) -> str:
    """Read a cell as a code: the Dutch label or the code itself, whatever the case, accents or spacing.

    Raises:
        CellFault: when it is not in the list; the nearest label is proposed.
    """
    if isinstance(value, str) and value in codes.by_exact_spelling:
        return codes.by_exact_spelling[value]
    written = shown(value).casefold() if isinstance(value, bool) else _digits_or_text(value)
    known = codes.by_spelling.get(folded(written))
    if known is None:
        raise CellFault(
            "unknown_code", f"‘{shown(value)}’ staat niet in de lijst.{_meant(written, codes)}", _listed(codes)
        )
    return known


def nis(value: object) -> str:
    """Read a cell as a NIS code: five digits.

    Raises:
        CellFault: when it is not five digits.
    """
    written = _digits_or_text(value)
    if _NIS.fullmatch(written):
        return written
    digits = re.sub(r"[ .]", "", written)
    hint = f" Bedoelde u {digits}?" if _NIS.fullmatch(digits) else ""
    raise CellFault("not_a_nis_code", f"‘{shown(value)}’ is geen NIS-code.{hint}", "vijf cijfers, bv. 11001")


def kbo(value: object) -> str:
    """Read a cell as a KBO number, given back as 0123.456.789.

    Raises:
        CellFault: when its form or its check digits are wrong.
    """
    expected = "een KBO-nummer, bv. 0207.437.468"
    match = _KBO.fullmatch(_digits_or_text(value))
    if not match:
        raise CellFault("not_a_kbo_number", f"‘{shown(value)}’ is geen KBO-nummer.", expected)
    digits = re.sub(r"[. ]", "", match.group(1)).zfill(10)
    if 97 - int(digits[:8]) % 97 != int(digits[8:]):
        sentence = f"‘{shown(value)}’ is geen KBO-nummer: de twee laatste cijfers kloppen niet met de rest."
        raise CellFault("not_a_kbo_number", sentence, expected)
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def kbo_list(value: object) -> str:
    """Read a cell as KBO numbers with a semicolon, comma or new line between them, given back with '; '."""
    if not isinstance(value, str):
        return kbo(value)
    return "; ".join(kbo(part.strip()) for part in re.split(r"[;,\n]", value) if part.strip())


def email(value: object) -> str:
    """Read a cell as an e-mail address.

    Raises:
        CellFault: when it is none.
    """
    written = _digits_or_text(value)
    if len(written) > LONGEST_TEXT or not _EMAIL.fullmatch(written):
        raise CellFault("not_an_email", f"‘{shown(value)}’ is geen e-mailadres.", "bv. kinderopvang@gemeente.be")
    return written


def _digits_or_text(value: object) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return " ".join(value.split()) if isinstance(value, str) else shown(value)


def _meant(written: str, codes: CodeList) -> str:
    label = nearest(written, codes.labels.values())
    return f" Bedoelde u ‘{label}’?" if label else ""


def _listed(codes: CodeList) -> str:
    labels = list(codes.labels.values())
    more = f" of een andere van de {len(labels)} uit de lijst" if len(labels) > _MANY_OPTIONS else ""
    return "een van: " + ", ".join(labels[:_MANY_OPTIONS]) + more
