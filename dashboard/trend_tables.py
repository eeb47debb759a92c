"""The rows of the municipalities of before a merger, for the chart and the table of the page Evolutie."""

import pandas as pd

from dashboard import texts_trend as texts
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.tables import Formats, trend_rows, trend_table


def former_rows(former: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The figures as reported, each under the name of its municipality with the last year of it, as text as well."""
    names = [_(texts.FORMER).format(name=row.name, year=row.last_year) for row in former.itertuples(index=False)]
    return trend_rows(former.assign(series=names, median=None), indicator)


def table(
    series: pd.DataFrame, former: pd.DataFrame, indicator: Indicator, own_name: str
) -> tuple[pd.DataFrame, Formats]:
    """One row per year as ``tables.trend_table`` gives it, with a column per municipality of before the merger."""
    rows, formats = trend_table(series, indicator, own_name)
    for name, own in former.groupby("series", sort=False):
        rows.insert(len(rows.columns), str(name), series["year"].map(own.set_index("year")["value"]).to_numpy())
        formats[str(name)] = indicator.show
    return rows, formats
