"""What the page Evolutie says: where the lines go, before and after a merger, and in which prices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from dashboard import sentences, tables
from dashboard import texts_trend as texts
from dashboard.indicators import Indicator
from dashboard.language import translated as _


@dataclass(frozen=True)
class PriceLevel:
    """The prices that amounts can be read in: of which year, by which index, and the years that it does not know."""

    year: int
    index_name: str
    index_source: str
    years_without: tuple[int, ...] = ()

    @classmethod
    def from_rows(cls, rows: pd.DataFrame) -> "PriceLevel | None":
        """Read the rows of ``queries.trend.price_levels``; nothing where no year can be converted."""
        known = rows[rows["deflator"].notna()]
        if known.empty:
            return None
        last = known.iloc[-1]
        without = tuple(int(year) for year in rows.loc[rows["deflator"].isna(), "year"])
        return cls(int(last["prices_of_year"]), str(last["index_name"]), str(last["index_source"]), without)


def in_prices(indicator: Indicator, level: PriceLevel | None) -> Indicator:
    """The indicator under a name that says in which prices its amounts stand; as it is where they are as booked."""
    if level is None:
        return indicator
    label = _(texts.IN_PRICES_OF).format(label=indicator.label, year=level.year, index=level.index_name)
    return replace(indicator, label=label)


def finding(
    own_name: str, indicator: Indicator, series: pd.DataFrame, breaks: pd.DataFrame, former: pd.DataFrame
) -> str:
    """Where the authority went between its first and its last year with a figure, where the group's median did, and
    where each municipality of before a merger did (``trend_tables.former_rows``).
    """
    first, last = tables.years_with_value(series)
    told = [sentences.trend(own_name, indicator, first, last, tables.has_break_between(breaks, first, last))]
    start, end = tables.years_with_value(series.assign(value=series["median"]))
    if start is not None and start["year"] != end["year"]:
        told.append(sentences.trend(_(texts.MEDIAN_OF_GROUP), indicator, start, end, has_break=False))
    if not former.empty:
        told.append(_(texts.FORMER_FINDING).format(findings=_of_former(indicator, former)))
    return " ".join(told)


def _of_former(indicator: Indicator, former: pd.DataFrame) -> str:
    return " ".join(_one_former(indicator, str(name), rows) for name, rows in former.groupby("series", sort=False))


def _one_former(indicator: Indicator, name: str, rows: pd.DataFrame) -> str:
    first, last = tables.years_with_value(rows)
    return sentences.trend(name, indicator, first, last, has_break=False)


def price_notes(level: PriceLevel | None, *, is_real: bool) -> Iterator[str]:
    """In which prices the amounts stand, which years have none, and what to do without an index."""
    if level is None:
        yield _(texts.NO_INDEX_NOTE)
    elif not is_real:
        yield _(texts.NOMINAL_NOTE)
    else:
        yield _(texts.REAL_NOTE).format(year=level.year, index=level.index_name, source=level.index_source)
        if level.years_without:
            years = ", ".join(map(str, level.years_without))
            yield _(texts.YEARS_WITHOUT_INDEX).format(years=years)
