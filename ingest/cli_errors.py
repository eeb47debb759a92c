"""One Dutch sentence for whatever went wrong."""

from __future__ import annotations

from ingest.system_errors import reason_of


def sentence_of(error: Exception) -> str:
    """The sentence of an error.

    The errors of our own modules are Dutch sentences already. What the system refuses is translated as far as known.
    The rest is a fault of ours, and says how to find out more.
    """
    if type(error).__module__.startswith("ingest."):
        return str(error)
    if isinstance(error, OSError):
        about = f"'{error.filename}': " if error.filename else ""
        return f"{about}{reason_of(error)}."
    return f"Onverwachte fout ({type(error).__name__}): {error}. Herhaal met 'opvangspiegel --debug …' voor de details."
