"""One indicator through the years: the authority and its peers, the units it was made of, and the prices of a year."""

from __future__ import annotations

import pandas as pd

from dashboard.data import ask
from dashboard.queries.benchmarks import Choice, ask_of


def series(choice: Choice, indicator_code: str, *, is_real: bool = False) -> pd.DataFrame:
    """One authority beside its peers on one indicator through all years, earliest first.

    Args:
        choice: whose figures, beside which peers.
        indicator_code: which indicator.
        is_real: give amounts in the prices of one year; a year that the index does not know has none then.
    """
    return ask_of(
        choice,
        """
        with priced as (
            select benchmarks.*, case when $is_real then deflators.deflator else 1 end as factor
            from benchmarks
            left join marts.dim_deflators as deflators
                on deflators.year = benchmarks.year and deflators.indicator_code = benchmarks.indicator_code
            where benchmarks.indicator_code = $indicator_code
        )

        select * exclude (factor) replace (
            functions.in_real_prices(value, factor) as value,
            functions.in_real_prices(p10, factor) as p10,
            functions.in_real_prices(p25, factor) as p25,
            functions.in_real_prices(median, factor) as median,
            functions.in_real_prices(p75, factor) as p75,
            functions.in_real_prices(p90, factor) as p90,
            functions.in_real_prices(weighted_mean, factor) as weighted_mean
        )
        from priced
        order by year
        """,
        indicator_code=indicator_code,
        is_real=is_real,
    )


def former_units(choice: Choice, indicator_code: str, *, is_real: bool = False) -> pd.DataFrame:
    """The municipalities that merged into an authority, with what they reported themselves; none without a merger.

    Columns: name, last_year (the last one before the merger), year, value, status, status_label; earliest year first.
    """
    return ask(
        """
        with units as (
            select unit_nis_code, unit_name, valid_from_year, valid_to_year
            from marts.dim_authority_units
            where nis_code = $nis_code and valid_to_year is not null
        )

        select u.unit_name as name, u.valid_to_year as last_year, v.year, v.status, s.label_{lang} as status_label,
            functions.in_real_prices(v.value, case when $is_real then d.deflator else 1 end) as value
        from marts.fct_indicator_values_as_reported as v
        inner join units as u
            on u.unit_nis_code = v.unit_nis_code and v.year between u.valid_from_year and u.valid_to_year
        left join marts.dim_deflators as d on d.year = v.year and d.indicator_code = v.indicator_code
        left join marts.dim_codes as s on s.codelist = 'status' and s.code = v.status
        where v.nis_code = $nis_code and v.care_type = $care_type and v.indicator_code = $indicator_code
        order by u.unit_name, v.year
        """,
        nis_code=choice.nis_code,
        care_type=choice.care_type,
        indicator_code=indicator_code,
        is_real=is_real,
    )


def price_levels(indicator_code: str) -> pd.DataFrame:
    """What prices can be taken out of an indicator with, per year with figures; no rows for one that is not in money.

    Columns: year, deflator (null where the index has no figure), prices_of_year, index_name, index_source (null
    without index).
    """
    return ask(
        """
        select year, deflator, prices_of_year, index_name, index_source
        from marts.dim_deflators
        where indicator_code = $indicator_code
        order by year
        """,
        indicator_code=indicator_code,
    )
