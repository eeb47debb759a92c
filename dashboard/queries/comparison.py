"""One indicator: the authority and its peers side by side and on the map, and where the series breaks."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.data import ask
from dashboard.queries.benchmarks import OWN_SELECTION, Choice, ask_beside


def everybody(choice: Choice, indicator_code: str, other_code: str = "") -> pd.DataFrame:
    """Every authority with the part it plays (role: own, peer, other), its place on the map and, for the authority and
    its peers, its figures: highest value first, those without a figure last.

    Columns: code (of those who may be named; null for all others), name (null for a peer not to be named), role,
    is_own, lon, lat (null where the name is), value, numerator and denominator (only of those named: a number of
    places gives an authority away), status, status_label, quarter (1 to 4 within the peers; only of those named with a
    reported value), other_value and other_status (of ``other_code``).
    """
    tables = """
        known as (
            select a.nis_code, a.name, a.lon, a.lat,
                case when a.nis_code = $nis_code then 'own'
                    when a.nis_code in (select p.peer_nis_code from peers as p where p.indicator_code = $indicator_code)
                        then 'peer'
                    else 'other' end as role,
                a.is_named or a.nis_code = $nis_code as is_named
            from marts.dim_authorities as a
        ),
        figures as (
            select nis_code, indicator_code, value, numerator, denominator, status
            from marts.fct_indicator_values
            where year = $year and care_type = $care_type and indicator_code in ($indicator_code, $other_code)
        )
    """
    return ask_beside(
        choice,
        """
        select case when k.is_named then k.nis_code end as code,
            case when k.is_named or k.role = 'other' then k.name end as name, k.role, k.role = 'own' as is_own,
            case when k.is_named or k.role = 'other' then k.lon end as lon,
            case when k.is_named or k.role = 'other' then k.lat end as lat,
            v.value, case when k.is_named then v.numerator end as numerator,
            case when k.is_named then v.denominator end as denominator, v.status, statuses.label_{lang} as status_label,
            case when not k.is_named or v.value is null or (k.role = 'peer' and v.status <> 'reported') then null
                when v.value < b.p25 then 1 when v.value < b.median then 2
                when v.value <= b.p75 then 3 when v.value > b.p75 then 4 end as quarter,
            o.value as other_value, o.status as other_status
        from known as k
        left join figures as v
            on v.nis_code = k.nis_code and v.indicator_code = $indicator_code and k.role <> 'other'
        left join figures as o on o.nis_code = k.nis_code and o.indicator_code = $other_code and k.role <> 'other'
        left join marts.dim_codes as statuses on statuses.codelist = 'status' and statuses.code = v.status
        left join benchmarks as b on b.indicator_code = $indicator_code and b.year = $year
        order by k.role = 'other', v.value desc nulls last, k.name
        """,
        tables=tables,
        indicator_code=indicator_code,
        other_code=other_code,
    )


def comparison(choice: Choice, indicator_code: str) -> pd.DataFrame:
    """The authority and all its peers on one indicator; the columns of ``everybody``."""
    found = everybody(choice, indicator_code)
    return found[found["role"] != "other"]


def same_peers(choice: Choice, indicator_code: str) -> Choice:
    """The same authority beside the peers that it has for one indicator, as a selection that any indicator can be
    asked for: the nearest peers differ from theme to theme.
    """
    found = ask_beside(
        choice,
        "select distinct peer_nis_code from peers where indicator_code = $indicator_code order by peer_nis_code",
        indicator_code=indicator_code,
    )
    return replace(choice, peer_group=OWN_SELECTION, peers=tuple(found["peer_nis_code"]))


def towns() -> pd.DataFrame:
    """Every authority of Flanders on the map: label, lon, lat."""
    return ask("select name as label, lon, lat from marts.dim_authorities order by nis_code")


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
