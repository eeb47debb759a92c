"""Read the prose of an agreement: points with amounts, rates, numbers of staff and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from ingest.via_text.names import dutch, found_in
from ingest.via_text.numbers import figure_of, is_grouped, joined
from ingest.via_text.others import why_no_figure
from ingest.via_text.outcome import Figure, Reading
from ingest.via_text.words import LINE_BREAK, Word, plain, sentence

_FRACTION = re.compile(r"([1-9])/([1-9]\d?)[.,]?")
_PERCENT = re.compile(r"(\d{1,3}(?:,\d{1,4})?)%[.,]?")
_HUNDRED = Decimal(100)
_FOUR_DECIMALS = Decimal("0.0001")
MOST_TITLE_WORDS = 12


@dataclass(slots=True)
class Point:
    """A point of the text: what stands behind one bullet, and the sectors that the title above it names."""

    words: list[Word] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """Its words as texts."""
        return [word.text for word in self.words]


def read_prose(section: str, words: Sequence[Word], reading: Reading) -> None:
    """Read every point of a section; a number that is no figure, or has no place, is kept with its reason."""
    for point in _points(words):
        _read_point(section, point, reading)


def _points(words: Sequence[Word]) -> Iterator[Point]:
    """Points begin at a bullet, and at 'Voor …' at the start of a line, which is a title for what follows."""
    point = Point()
    for word in words:
        is_title = word.text == "Voor" and word.room >= LINE_BREAK
        if word.text == "•" or is_title:
            yield point
            point = Point(sectors=[] if is_title else _sectors_above(point))
        point.words.append(word)
    yield point


def _sectors_above(point: Point) -> list[str]:
    """The sectors that hold for the next point: those of a title without bullet, or those inherited from it."""
    if point.words and point.words[0].text == "Voor":
        return [named.code for named in found_in(point.texts, "sectors")]
    return point.sectors


def _read_point(section: str, point: Point, reading: Reading) -> None:
    sectors = _own_sectors(point) or point.sectors
    amounts: list[int] = []
    halves = _possible_halves(point.words)
    reading.cannot_place([point.words[place] for place in sorted(halves)], "het kan de helft van een cijfer zijn")
    for position, word in enumerate(point.words):
        if not word.has_digit or position in halves:
            continue
        if _is_share(word):
            _read_share(section, point, position, sectors, reading)
        elif reason := why_no_figure(point.words, position):
            reading.no_figures.append((word, reason))
        elif not _read_quantity(section, point, position, sectors, reading):
            amounts.append(position)
    _read_amount(section, point, amounts, sectors, reading)


def _possible_halves(words: Sequence[Word]) -> set[int]:
    """Where two figures next to each other could be one that was cut: in prose nothing tells which it is."""
    pairs = [
        place
        for place, (first, second) in enumerate(pairwise(words))
        if first.has_digit and joined(first, second) and not why_no_figure(words, place)
    ]
    return {place + step for place in pairs for step in (0, 1)}


def _own_sectors(point: Point) -> list[str]:
    """The sectors that a point itself is for: '• Voor de sectoren … '."""
    begins = plain(" ".join(point.texts[:3]))
    named = found_in(point.texts[:MOST_TITLE_WORDS], "sectors") if begins.startswith("voor ") else []
    return [one.code for one in named]


def _is_share(word: Word) -> bool:
    return bool(_PERCENT.fullmatch(word.text) or _FRACTION.fullmatch(word.text))


def _read_share(section: str, point: Point, position: int, sectors: list[str], reading: Reading) -> None:
    """'50%' of the money is for the measure that follows; '1/3' is a part of the budget of the point's sectors."""
    word = point.words[position]
    fraction = _FRACTION.fullmatch(word.text)
    place = f"deel {section} (gedrukt: {word.text.rstrip('.,')})"
    label = sentence(point.words[1 : MOST_TITLE_WORDS + 1])
    if fraction:
        share = (_HUNDRED * int(fraction.group(1)) / int(fraction.group(2))).quantize(_FOUR_DECIMALS)
        if not sectors:
            reading.cannot_place([word], "het aandeel noemt geen gekende sector")
        for sector in sectors:
            reading.figures.append(Figure(section, label, "share", "percent", None, sector, share, place, word))
        return
    measure = _measure_of_share(point, position)
    if measure is None:
        reading.cannot_place([word], "het aandeel noemt geen gekende maatregel")
        return
    share = Decimal(_PERCENT.fullmatch(word.text).group(1).replace(",", "."))
    sector = sectors[0] if len(sectors) == 1 else "all"
    reading.figures.append(Figure(section, label, "share", "percent", measure, sector, share, place, word))


def _measure_of_share(point: Point, position: int) -> str | None:
    """The one measure between a percentage and the next; 'de overige 50%' is all but the one before it."""
    positions = [i for i, word in enumerate(point.words) if _PERCENT.fullmatch(word.text)]
    following = [*[i for i in positions if i > position], len(point.words)][0]
    before = [i for i in positions if i < position]
    if position and plain(point.words[position - 1].text) == "overige" and before:
        first = _measure_of_share(point, before[-1])
        return f"all_but_{first}" if first else None
    measures = {named.code for named in found_in(point.texts[position:following], "measures")}
    return measures.pop() if len(measures) == 1 else None


def _read_quantity(section: str, point: Point, position: int, sectors: list[str], reading: Reading) -> bool:
    """A rate, a number of staff, or a part of an amount between brackets; False when it is none of these."""
    word = point.words[position]
    value = figure_of(word.text)
    after = point.texts[position + 1].casefold().rstrip(".,") if position + 1 < len(point.words) else ""
    kinds = {"euro/vte": ("rate", "eur_per_fte"), "vte": ("vte", "fte")}
    kind, unit = kinds.get(after, ("allocation_part", "eur") if after == "euro" and word.in_brackets else ("", ""))
    if not kind or value is None:
        return False
    measures = found_in(point.texts, "measures")
    if not measures or len(sectors) != 1:
        reading.cannot_place([word], "de maatregel of de sector van dit punt is niet gekend")
        return True
    label = sentence(point.words[1:position] if kind == "allocation_part" else _title(point))
    place = f"deel {section}, {dutch(sectors[0])}"
    reading.figures.append(Figure(section, label, kind, unit, measures[0].code, sectors[0], value, place, word))
    return True


def _read_amount(section: str, point: Point, positions: list[int], sectors: list[str], reading: Reading) -> None:
    """The one amount that a point gives; with more than one it is not known which of them is it."""
    words = [point.words[position] for position in positions]
    amounts = [word for word in words if is_grouped(word.text)]
    measures = found_in(point.texts, "measures")
    reading.cannot_place([word for word in words if word not in amounts], "er staat niet bij wat dit getal is")
    if len(amounts) != 1:
        reading.cannot_place(amounts, "dit punt geeft meer dan één bedrag")
    elif not measures or len(sectors) != 1:
        reading.cannot_place(amounts, "de maatregel of de sector van dit punt is niet gekend")
    else:
        where = f"deel {section}, {dutch(sectors[0])}"
        label, measure, value = sentence(_title(point)), measures[0].code, figure_of(amounts[0].text)
        reading.figures.append(
            Figure(section, label, "allocation", "eur", measure, sectors[0], value, where, amounts[0])
        )


def _title(point: Point) -> list[Word]:
    """What a point is about: its words up to the end of the name of its measure."""
    measures = found_in(point.texts, "measures")
    return point.words[1 : measures[0].end] if measures else point.words[1 : MOST_TITLE_WORDS + 1]
