"""The rows that the page Overzicht shows: what changed since the year before."""

from collections.abc import Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard import texts
from dashboard import texts_overview as own
from dashboard.charts.rows import label
from dashboard.indicators import Indicator
from dashboard.language import translated as _

MOST = 8
WORDED = ["indicator_code", "value", "value_before", "change", "median", "median_before", "has_break"]
Row = Mapping[str, object]


def most_moved(changes: pd.DataFrame) -> pd.DataFrame:
    """The changes that a chart has room for: what moved most, without what stayed as it was."""
    moved = changes[changes["change"].notna() & (changes["change"] != 0)]
    return moved.head(MOST)


def change_rows(changes: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """The rows of the chart, with the words that it shows; a break is marked in the label."""
    known = [(row, indicators[row["indicator_code"]]) for row in changes[WORDED].to_dict("records")]
    return changes.reset_index(drop=True).assign(
        label=[label(indicator, own.BREAK_MARK if row["has_break"] else "") for row, indicator in known],
        shown=[indicator.show(row["value"]) for row, indicator in known],
        shown_before=[indicator.show(row["value_before"]) for row, indicator in known],
        before_words=[_(own.BEFORE).format(value=indicator.show(row["value_before"])) for row, indicator in known],
        shown_change=[signed(indicator, row["change"]) for row, indicator in known],
        shown_median=[indicator.show(row["median"]) for row, indicator in known],
        shown_median_before=[indicator.show(row["median_before"]) for row, indicator in known],
    )


def changes_table(changes: pd.DataFrame, indicators: Mapping[str, Indicator], own_name: str) -> pd.DataFrame:
    """One row per indicator with both years, what lies between them and the medians, as text because units differ."""
    records = changes.to_dict("records")
    known = [(row, indicators[str(row["indicator_code"])]) for row in records]
    return pd.DataFrame(
        {
            _(texts.INDICATOR): [indicator.label for _row, indicator in known],
            own_name: [indicator.show(row["value"]) for row, indicator in known],
            _(own.YEAR_BEFORE): [indicator.show(row["value_before"]) for row, indicator in known],
            _(own.CHANGE): [signed(indicator, row["change"]) for row, indicator in known],
            _(own.CHANGE_SHARE): [_signed_share(row["change_share"]) for row in records],
            _(own.LARGER_THAN): [_larger_than(row["change_percentile"]) for row in records],
            _(own.HAS_BREAK): [_(texts.YES) if row["has_break"] else _(texts.NO) for row in records],
            _("Mediaan"): [indicator.show(row["median"]) for row, indicator in known],
            _(own.MEDIAN_BEFORE): [indicator.show(row["median_before"]) for row, indicator in known],
            _(texts.STATUS): [row["status_label"] for row in records],
            _(own.STATUS_BEFORE): [row["status_before_label"] for row in records],
        }
    )


def signed(indicator: Indicator, change: float | None) -> str:
    """A change with its sign: '+ € 300', '− 1,2 procentpunt'; an empty text where there is none."""
    return "" if belgian.is_missing(change) else f"{_sign(change)}{indicator.show_size(float(change))}"


def _signed_share(share: float | None) -> str:
    return "" if belgian.is_missing(share) else f"{_sign(share)}{belgian.percentage(abs(share), 1)}"


def _sign(change: float) -> str:
    return f"+{belgian.FIXED_SPACE}" if change > 0 else f"−{belgian.FIXED_SPACE}" if change < 0 else ""


def _larger_than(percentile: float | None) -> str:
    if belgian.is_missing(percentile):
        return ""
    return _(own.OF_AUTHORITIES).format(share=belgian.quantity(percentile, "%"))
