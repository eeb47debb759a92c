"""What the system refuses, in Dutch."""

from __future__ import annotations

import errno
import sqlite3

_FULL = "de schijf is vol"
_NOT_ALLOWED = "er zijn geen rechten om dat te doen"
_READ_ONLY = "de map kan alleen gelezen worden"
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "de schijf is vol, of het bestand mag niet groter worden",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: "dat bestand of die map bestaat niet",
    errno.EIO: "de schijf geeft een fout",
}
_SQLITE_REASONS = {
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": "de schijf is vol of geeft een fout",
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_CANTOPEN": "het bestand is hier niet te openen of te maken",
    "SQLITE_BUSY": "een andere taak gebruikt het",
    "SQLITE_NOTADB": "het bestand is geen register",
    "SQLITE_CORRUPT": "het bestand is beschadigd",
}


def reason_of(error: OSError) -> str:
    """Why the system refused something, as part of a sentence."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def sqlite_reason_of(error: sqlite3.Error) -> str:
    """Why SQLite could not do something, as part of a sentence."""
    name = getattr(error, "sqlite_errorname", "")
    known = (why for code, why in _SQLITE_REASONS.items() if name == code or name.startswith(f"{code}_"))
    return next(known, str(error))
