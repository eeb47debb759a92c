"""Damage done to a file by chance: to its bytes, to what is packed in it, and to how it is packed."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

Bytes = Callable[[bytes, random.Random], bytes]
MOST_DAMAGES = 4
LONGEST_STRETCH = 60
# What stands in files that someone meant to do harm with, or that a program wrote badly.
TOKENS = (
    b"<!DOCTYPE a [<!ENTITY x 'xxxxxxxx'>]>", b"&x;", b"&#0;", b"&#xFFFF;", b"<![CDATA[", b"]]>", b"<!--", b"</row>",
    b"</c>", b"<f>1/0</f>", b"<v></v>", b't="s"', b't="e"', b't="d"', b't="b"', b' t="str"', b' r="XFD1048576"',
    b' r="A0"', b"<v>1E400</v>", b"<v>-1</v>", b"<v>NaN</v>", b"<v>99999999999999999999</v>", b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n", b"\n\n", b";", b";;;;", b",", b'"', b'""', b"\t", b"sep=,\n", b"=1+1",
    b"=cmd|' /C calc'!A0", b"#N/A", b"\xc2\xa0", b"\xe2\x80\xae", b"1.234", b"1,234.56", b"12/31/2024", b"../../",
    b"' or 1=1 --", b"<script>", b"NaN",
)  # fmt: skip
NAMES = (
    "../../weg.csv",
    "/etc/passwd",
    "xl/workbook.xml",
    "xl/vbaProject.bin",
    "VIA.csv",
    "a" * 300,
    "xl\\sheet.xml",
    "",
)


def damaged(original: Path, target: Path, chance: random.Random) -> Path:
    """Write a damaged copy of a file, or of a folder with one damaged file, and give where it lies."""
    if original.is_dir():
        shutil.copytree(original, target)
        victim = chance.choice(sorted(target.iterdir()))
        victim.write_bytes(damaged_bytes(victim.read_bytes(), chance))
        return target
    content = original.read_bytes()
    if zipfile.is_zipfile(original) and chance.random() < 0.7:
        target.write_bytes(_repacked(content, chance))
    else:
        target.write_bytes(damaged_bytes(content, chance))
    return target


def damaged_bytes(content: bytes, chance: random.Random) -> bytes:
    """Do one to four damages to bytes."""
    for _ in range(chance.randint(1, MOST_DAMAGES)):
        content = chance.choice(DAMAGES)(content, chance)
    return content


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """A zip with one of its parts damaged, left out, doubled, renamed or emptied; packed rightly again."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    place = chance.randrange(len(parts))
    name, part = parts[place]
    changed = {
        "damage": [(name, damaged_bytes(part, chance))],
        "leave out": [],
        "double": [(name, part), (name, damaged_bytes(part, chance))],
        "rename": [(chance.choice(NAMES), part)],
        "empty": [(name, b"")],
    }
    how = "damage" if chance.random() < 0.8 else chance.choice(list(changed))
    return _zipped([*parts[:place], *changed[how], *parts[place + 1 :]])


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    """Write a zip; two parts of one name are what is wanted here, and warned of."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as container:
        for name, part in parts:
            entry = zipfile.ZipInfo(name)
            container.NameToInfo.pop(name, None)
            container.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.randint(1, LONGEST_STRETCH))


def _another_byte(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) or 1)
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def _another_bit(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) or 1)
    changed = bytes(byte ^ (1 << chance.randrange(8)) for byte in content[place : place + 1])
    return content[:place] + changed + content[place + 1 :]


def _another_digit(content: bytes, chance: random.Random) -> bytes:
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    if not places:
        return content
    place = chance.choice(places)
    return content[:place] + b"%d" % chance.randrange(10) + content[place + 1 :]


def _without(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _twice(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:end] + content[start:]


def _zeroed(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + bytes(end - start) + content[end:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _with_token(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + chance.choice(TOKENS) + content[chance.choice((start, end)) :]


def _lines_moved(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


# A change of one digit comes more often: it is what a reader must not fail to see.
DAMAGES: tuple[Bytes, ...] = (
    _another_byte, _another_bit, _another_digit, _another_digit, _without, _twice, _zeroed, _cut, _with_token,
    _with_token, _lines_moved,
)  # fmt: skip
