"""One indicator: the authority and its peers side by side and on the map, and where the series breaks."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.data import ask
from dashboard.queries import lists
from dashboard.queries.benchmarks import OWN_SELECTION, Choice, ask_of, benchmark, peers_of

QUARTERS = ("p25", "median", "p75")


def everybody(
    choice: Choice, indicator_code: str, other_code: str = "", also: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The authority, its peers and who is shown ``also``, each with the part it plays (role: own, peer, other), its
    place on the map and, for the authority and its peers, its figures: highest value first, those without one last.

    Columns: code (of those who may be named; null for all others), name (null for a peer not to be named), role,
    is_own, lon, lat (null where the name is), value, numerator and denominator (only of those named: a number of
    places gives an authority away), status, status_label, quarter (1 to 4 within the peers; only of those named with a
    reported value), other_value and other_status (of ``other_code``).
    """
    indicator = lists.indicators(choice.care_type)[indicator_code]
    beside = benchmark(choice, indicator_code)
    return ask_of(
        choice,
        """
        with known as (
            select nis_code, name, lon, lat, is_named or nis_code = $nis_code as is_named,
                case when nis_code = $nis_code then 'own' when list_contains($codes, nis_code) then 'peer'
                    else 'other' end as role
            from marts.dim_authorities
            where nis_code = $nis_code or list_contains($codes, nis_code) or list_contains($also, nis_code)
        ),

        figures as (
            select nis_code,
                any_value(value) filter (where indicator_code = $indicator_code) as value,
                any_value(numerator) filter (where indicator_code = $indicator_code) as numerator,
                any_value(denominator) filter (where indicator_code = $indicator_code) as denominator,
                any_value(status) filter (where indicator_code = $indicator_code) as status,
                any_value(value) filter (where indicator_code = $other_code) as other_value,
                any_value(status) filter (where indicator_code = $other_code) as other_status
            from marts.fct_indicator_values
            where year = $year and care_type = $care_type and indicator_code in ($indicator_code, $other_code)
                and (nis_code = $nis_code or list_contains($codes, nis_code))
            group by nis_code
        )

        select case when k.is_named then k.nis_code end as code,
            case when k.is_named or k.role = 'other' then k.name end as name, k.role, k.role = 'own' as is_own,
            case when k.is_named or k.role = 'other' then k.lon end as lon,
            case when k.is_named or k.role = 'other' then k.lat end as lat,
            v.value, case when k.is_named then v.numerator end as numerator,
            case when k.is_named then v.denominator end as denominator, v.status,
            case when not k.is_named or v.value is null or (k.role = 'peer' and v.status <> 'reported') then null
                when v.value < $p25 then 1 when v.value < $median then 2
                when v.value <= $p75 then 3 when v.value > $p75 then 4 end as quarter,
            v.other_value, v.other_status
        from known as k
        left join figures as v on v.nis_code = k.nis_code
        order by k.role = 'other', v.value desc nulls last, k.name
        """,
        indicator_code=indicator_code,
        other_code=other_code,
        codes=peers_of(choice, indicator.theme),
        also=also,
        **{name: None if beside is None or pd.isna(beside[name]) else float(beside[name]) for name in QUARTERS},
    ).assign(status_label=lambda found: lists.in_words(found["status"], lists.codes("status")))


def same_peers(choice: Choice, indicator_code: str) -> Choice:
    """The same authority beside the peers that it has for one indicator, as a selection that any indicator can be
    asked for: the nearest peers differ from theme to theme.
    """
    theme = lists.indicators(choice.care_type)[indicator_code].theme
    return replace(choice, peer_group=OWN_SELECTION, peers=tuple(sorted(peers_of(choice, theme))))


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
