"""One indicator: the authority and its peers side by side and on the map, and where the series breaks."""

from __future__ import annotations

import pandas as pd

from dashboard.data import ask
from dashboard.queries.benchmarks import Choice, ask_beside


def comparison(choice: Choice, indicator_code: str) -> pd.DataFrame:
    """The authority and all its peers on one indicator, highest first, those without a figure last.

    Columns: name (null when not to be named), is_own, value, numerator, denominator, status, status_label.
    """
    return ask_beside(
        choice,
        """
        select case when a.is_named or a.nis_code = $nis_code then a.name end as name,
            a.nis_code = $nis_code as is_own, v.value, v.numerator, v.denominator, v.status,
            statuses.label_{lang} as status_label
        from marts.dim_authorities as a
        inner join marts.fct_indicator_values as v on v.nis_code = a.nis_code
        left join marts.dim_codes as statuses on statuses.codelist = 'status' and statuses.code = v.status
        where v.indicator_code = $indicator_code and v.year = $year and v.care_type = $care_type
            and (
                a.nis_code = $nis_code
                or a.nis_code in (select p.peer_nis_code from peers as p where p.indicator_code = $indicator_code)
            )
        order by v.value desc nulls last, a.name
        """,
        indicator_code=indicator_code,
    )


def places(choice: Choice, indicator_code: str) -> pd.DataFrame:
    """Every authority on the map: name (null when not to be named), lon, lat, role (own, peer, other), value and
    quarter (1 to 4 within the peers). Value and quarter are null for others and where there is none to show.
    """
    return ask_beside(
        choice,
        """
        , roles as (
            select a.nis_code, a.name, a.is_named, a.lon, a.lat,
                case when a.nis_code = $nis_code then 'own'
                    when a.nis_code in (select p.peer_nis_code from peers as p where p.indicator_code = $indicator_code)
                        then 'peer'
                    else 'other' end as role
            from marts.dim_authorities as a
        ),
        valued as (
            select r.role, r.lon, r.lat, case when r.is_named or r.role <> 'peer' then r.name end as name,
                case when r.role = 'own' or (r.role = 'peer' and r.is_named and v.status = 'reported')
                    then v.value end as value
            from roles as r
            left join marts.fct_indicator_values as v
                on v.nis_code = r.nis_code and v.indicator_code = $indicator_code
                and v.year = $year and v.care_type = $care_type
        )
        select valued.*,
            case when valued.value < b.p25 then 1 when valued.value < b.median then 2
                when valued.value <= b.p75 then 3 when valued.value > b.p75 then 4 end as quarter
        from valued
        left join benchmarks as b
            on b.indicator_code = $indicator_code and b.year = $year
        order by valued.role = 'own', valued.role = 'peer', valued.name
        """,
        indicator_code=indicator_code,
    )


def province_places() -> pd.DataFrame:
    """Where the name of each province stands on the map, just outside its northern or southern edge: province, lon,
    lat.
    """
    return ask(
        """
        select province, avg(lon) as lon,
            case when avg(lat) >= (select avg(lat) from marts.dim_authorities) then max(lat) + 0.06
                else min(lat) - 0.06 end as lat
        from marts.dim_authorities
        group by province
        order by province
        """
    )


def series_breaks(choice: Choice) -> pd.DataFrame:
    """The breaks that touch an authority and a type of care: year, label."""
    return ask(
        """
        select year, string_agg(distinct label_{lang}, '; ' order by label_{lang}) as label
        from marts.dim_series_breaks
        where (nis_code is null or nis_code = $nis_code) and (care_type is null or care_type = $care_type)
        group by year
        order by year
        """,
        nis_code=choice.nis_code,
        care_type=choice.care_type,
    )
