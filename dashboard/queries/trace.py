"""A figure walked back to the cells that it was made of."""

from __future__ import annotations

from ingest.home import home_from_environment
from ingest.trace import Trace, trace


def figure_trace(nis_code: str, year: int, care_type: str, indicator_code: str) -> Trace:
    """The tree below a published figure: sides, measures, files, rows and cells.

    It shows what an authority handed in, cell by cell: it is for that authority and for the Steunpunt.

    Raises:
        TraceError: there is no such figure, or the publication cannot tell; the message is a Dutch sentence.
    """
    return trace(home_from_environment(), nis_code, year, indicator_code, care_type)
