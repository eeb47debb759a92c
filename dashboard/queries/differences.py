"""What the difference to the median comes to over the year, in euro or staff, beside whichever peers were chosen."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.benchmarks import OWN_SELECTION, Choice, ask_of

_PUBLISHED = "marts.fct_differences"
_ASKED_ANEW = "functions.differences_of($nis_code, $peers)"


def source(choice: Choice) -> str:
    """Where a statement of ``ask_of`` finds the differences: nis_code, year, care_type, indicator_code,
    peer_group, amount, unit (`euro` or `VTE`).
    """
    return _ASKED_ANEW if choice.peer_group == OWN_SELECTION else _PUBLISHED


def difference(choice: Choice, indicator_code: str) -> pd.Series | None:
    """One difference over the year as amount and amount_unit, or nothing where it cannot be told so."""
    statement = """
        select amount, unit as amount_unit
        from {differences} as d
        where d.nis_code = $nis_code and d.year = $year and d.care_type = $care_type
            and d.indicator_code = $indicator_code and d.peer_group = $peer_group
    """.replace("{differences}", source(choice))
    found = ask_of(choice, statement, indicator_code=indicator_code)
    return None if found.empty else found.iloc[0]
