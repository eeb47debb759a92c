"""What the differences to the median come to over the year, in euro and in staff."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import texts
from dashboard import texts_report as words
from dashboard.differences import in_words, told
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.report.sections import Section, Table


def section(indicators: Mapping[str, Indicator], figures: pd.DataFrame) -> Section:
    """One row per indicator whose difference can be told in euro or staff."""
    rows = figures[figures["amount"].notna()].to_dict("records")
    if not rows:
        return Section(_(words.AMOUNTS), (_(words.NO_AMOUNTS),))
    cells = [_cells(indicators[str(row["indicator_code"])], row) for row in rows]
    head = [_(texts.INDICATOR), _(words.PER_UNIT), _(words.OVER_YEAR)]
    table = Table(head, cells, [1, 0, 0], [False, True, True])
    return Section(_(words.AMOUNTS), (_(words.AMOUNTS_INTRO),), table=table)


def _cells(indicator: Indicator, row: Mapping[str, object]) -> list[str]:
    size = indicator.show_size(float(row["difference"]))
    return [indicator.label, told(row["difference"], size, indicator.show_size(0.0)), in_words(row)]
