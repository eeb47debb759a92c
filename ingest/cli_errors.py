"""One Dutch sentence for whatever went wrong."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EACCES: "er zijn geen rechten om dat te doen",
    errno.EPERM: "er zijn geen rechten om dat te doen",
    errno.EROFS: "de map kan alleen gelezen worden",
    errno.ENOENT: "dat bestand of die map bestaat niet",
}


def sentence_of(error: Exception) -> str:
    """The sentence of an error.

    The errors of our own modules are Dutch sentences already. What the system refuses is translated as far as known.
    The rest is a fault of ours, and says how to find out more.
    """
    if type(error).__module__.startswith("ingest."):
        return str(error)
    if isinstance(error, OSError):
        reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        about = f"'{error.filename}': " if error.filename else ""
        return f"{about}{reason}."
    return f"Onverwachte fout ({type(error).__name__}): {error}. Herhaal met 'opvangspiegel --debug …' voor de details."
