"""What the words of an agreement are names of: sectors, measures, columns."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.codelists import seed_rows
from ingest.via_text.words import plain

_NAMES_FILE = Path(__file__).resolve().parents[1] / "contracts" / "via_text.toml"


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was found: its code, and the places of its first word and of the one after its last."""

    code: str
    start: int
    end: int


def found_in(texts: list[str], group: str) -> list[Named]:
    """Every name of a group ('sectors', 'measures', 'kinds', 'blank') in a row of texts, the longest first, none within
    another; in the order in which they stand.
    """
    parts = [(position, part) for position, text in enumerate(texts) for part in plain(text).split()]
    found, position = [], 0
    while position < len(parts):
        named = _name_at(parts, position, group)
        if named:
            found.append(Named(named[0], parts[position][0], parts[named[1] - 1][0] + 1))
        position = named[1] if named else position + 1
    return found


def _name_at(parts: list[tuple[int, str]], position: int, group: str) -> tuple[str, int] | None:
    for name, code in _names(group):
        end = position + len(name)
        if tuple(part for _, part in parts[position:end]) == name:
            return code, end
    return None


@cache
def dutch(code: str) -> str:
    """What the seeds call a sector or a kind of figure; the code itself when they do not know it."""
    labels = {row["sector"]: row["label_nl"] for row in seed_rows("via_sectors")}
    labels |= {row["kind"]: row["label_nl"] for row in seed_rows("via_kinds")}
    return labels.get(code, code)


@cache
def _names(group: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The names of a group as words, the longest first, each with its code."""
    codes = tomllib.loads(_NAMES_FILE.read_text(encoding="utf-8"))[group]
    names = [(tuple(plain(name).split()), code) for code, spellings in codes.items() for name in spellings]
    return tuple(sorted(names, key=lambda one: (-len(one[0]), one)))
