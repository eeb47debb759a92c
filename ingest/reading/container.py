"""What a file really is, whatever its name says; and whether its packing is safe to open."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from ingest.reading.grids import MAX_UNPACKED_BYTES, FileRefused, too_large

_WORKBOOK = "een Excel-werkmap (.xlsx) of een map met CSV-bestanden"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "Open het in Excel en bewaar het als Excel-werkmap (.xlsx)."
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


def open_zip(content: bytes) -> zipfile.ZipFile:
    """Open the bytes of a file as a zip.

    Raises:
        FileRefused: when they are empty, something else than a zip, damaged, or too large once unpacked.
    """
    if not content.strip(b"\0 \r\n\t"):
        raise FileRefused("empty_file", "Het bestand is leeg.", _WORKBOOK, "leeg")
    if not content.startswith(b"PK"):
        raise _not_a_workbook(content)
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except _ZIP_FAULTS:
        raise damaged() from None
    _check_size(packed)
    return packed


def unpack(content: bytes, member: zipfile.ZipInfo) -> bytes:
    """Give the content of a member of a zip, given the bytes of the whole zip.

    The reader of workbooks unpacks to the end whatever size the directory claims; so the claim is held against the
    end, and never more than the claim is unpacked.

    Raises:
        FileRefused: when the member is damaged, encrypted or larger than it says.
    """
    try:
        name_length, extra_length = struct.unpack_from("<HH", content, member.header_offset + 26)
        start = member.header_offset + 30 + name_length + extra_length
        packed = content[start : start + member.compress_size]
        unpacked, is_whole = _inflated(packed, member)
    except (struct.error, zlib.error):
        raise damaged() from None
    if not is_whole or member.flag_bits & 1 or len(unpacked) != member.file_size:
        raise damaged()
    return unpacked


def unpack_whole(content: bytes, member: zipfile.ZipInfo) -> bytes:
    """Unpack a member and hold its content against its checksum, where no reader after this one does so.

    Raises:
        FileRefused: when the member is damaged, encrypted or larger than it says.
    """
    unpacked = unpack(content, member)
    if zlib.crc32(unpacked) != member.CRC:
        raise damaged()
    return unpacked


def _inflated(packed: bytes, member: zipfile.ZipInfo) -> tuple[bytes, bool]:
    """The content, and whether it ends where it says."""
    if member.compress_type == zipfile.ZIP_STORED:
        return packed, True
    if member.compress_type != zipfile.ZIP_DEFLATED:
        return b"", False
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    return inflater.decompress(packed, member.file_size + 1), inflater.eof


def damaged() -> FileRefused:
    """Give the refusal of a file that claims to be a workbook and cannot be opened."""
    sentence = f"Het bestand is beschadigd en kan niet geopend worden. {_SAVE_AS}"
    return FileRefused("unreadable_file", sentence, _WORKBOOK, "een beschadigd bestand")


def _check_size(packed: zipfile.ZipFile) -> None:
    unpacked = sum(member.file_size for member in packed.infolist())
    if unpacked > MAX_UNPACKED_BYTES:
        raise too_large("Aantal bytes in het uitgepakte bestand", unpacked, MAX_UNPACKED_BYTES)
    if len(packed.infolist()) > 5_000:
        raise too_large("Aantal onderdelen in het bestand", len(packed.infolist()), 5_000)


def _not_a_workbook(content: bytes) -> FileRefused:
    if content.startswith(_OLE):
        return _protected() if _ENCRYPTED in content else _old_excel()
    kind = _kind_by_content(content)
    sentence = f"Dit is geen Excel-werkmap maar {kind}, ook al zegt de naam .xlsx. {_SAVE_AS}"
    return FileRefused("not_a_workbook", sentence, _WORKBOOK, kind)


def _protected() -> FileRefused:
    sentence = (
        "De werkmap is met een wachtwoord beveiligd. Haal het wachtwoord weg (Bestand > Info > Werkmap beveiligen) "
        "en bewaar opnieuw."
    )
    return FileRefused("password_protected", sentence, "een werkmap zonder wachtwoord", "een beveiligde werkmap")


def _old_excel() -> FileRefused:
    sentence = f"Dit is een Excel-bestand van voor 2007 (.xls). {_SAVE_AS}"
    return FileRefused("old_excel", sentence, _WORKBOOK, "een .xls-bestand")


def _kind_by_content(content: bytes) -> str:
    start = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    kinds = {
        b"%pdf": "een PDF",
        b"{\\rtf": "een tekstdocument",
        b"<!doctype html": "een webpagina",
        b"<html": "een webpagina",
        b"<table": "een webpagina",
        b"<?xml": "een XML-bestand",
        b"\x89png": "een afbeelding",
        b"\xff\xd8\xff": "een afbeelding",
    }
    return next((name for magic, name in kinds.items() if start.startswith(magic)), "een ander soort bestand")
