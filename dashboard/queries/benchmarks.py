"""Where an authority stands among its peers. Who the peers are, and which labels go with a benchmark, is said once."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.data import ask


@dataclass(frozen=True)
class Choice:
    """What the reader chose: whose figures, of which year and type of care, beside which peers."""

    nis_code: str
    year: int
    care_type: str
    peer_group: str


# The peers of one authority: members of its own group, or its nearest ones for the indicator's theme.
WITH_PEERS = """
    with peers as (
        select indicators.indicator_code, indicators.theme, found.peer_nis_code
        from marts.dim_indicators as indicators
        inner join (
            select mates.nis_code as peer_nis_code, null as theme
            from marts.dim_group_members as own
            inner join marts.dim_group_members as mates
                on own.peer_group = mates.peer_group and own.group_code = mates.group_code
            where own.nis_code = $nis_code and own.peer_group = $peer_group and mates.nis_code <> $nis_code
            union all
            select peer_nis_code, theme
            from marts.dim_peers
            where $peer_group = 'nearest' and nis_code = $nis_code and year = $year and care_type = $care_type
        ) as found on found.theme is null or found.theme = indicators.theme
    )
"""

# An authority's rows in one peer group, with the words for status, judgement and group, in the registry's order.
WITH_BENCHMARKS = """
    with benchmarks as (
        select b.*, i.theme, i.theme_{lang} as theme_label, i.position, statuses.label_{lang} as status_label,
            judgements.label_{lang} as judgement_label, g.label_{lang} as group_label
        from marts.fct_benchmarks as b
        inner join marts.dim_indicators as i
            on i.indicator_code = b.indicator_code
            and contains(' ' || i.care_types || ' ', ' ' || b.care_type || ' ')
        left join marts.dim_codes as statuses on statuses.codelist = 'status' and statuses.code = b.status
        left join marts.dim_codes as judgements on judgements.codelist = 'judgement' and judgements.code = b.judgement
        left join marts.dim_group_labels as g on g.peer_group = b.peer_group and g.group_code = b.group_code
        where b.nis_code = $nis_code and b.care_type = $care_type and b.peer_group = $peer_group
    )
"""


def benchmarks(choice: Choice, theme: str) -> pd.DataFrame:
    """One authority beside its peers on every indicator of a theme; one row per indicator, in order."""
    return ask(
        "select * from benchmarks where year = $year and theme = $theme order by position",
        within=WITH_BENCHMARKS,
        theme=theme,
        **vars(choice),
    )


def benchmark(choice: Choice, indicator_code: str) -> pd.Series | None:
    """One authority beside its peers on one indicator, or nothing where the warehouse has no such row."""
    found = ask(
        "select * from benchmarks where year = $year and indicator_code = $indicator_code",
        within=WITH_BENCHMARKS,
        indicator_code=indicator_code,
        **vars(choice),
    )
    return None if found.empty else found.iloc[0]


def series(choice: Choice, indicator_code: str) -> pd.DataFrame:
    """One authority beside its peers on one indicator through all years, earliest first."""
    return ask(
        "select * from benchmarks where indicator_code = $indicator_code order by year",
        within=WITH_BENCHMARKS,
        nis_code=choice.nis_code,
        care_type=choice.care_type,
        peer_group=choice.peer_group,
        indicator_code=indicator_code,
    )


def outer_quarters(choice: Choice) -> pd.DataFrame:
    """Per theme, and over all themes in the last row (theme is null there): how many indicators there are, how many
    have a place among the peers, and how many of those lie in the lowest quarter, the middle half and the highest one.

    Columns: theme, theme_label, n_indicators, n_placed, n_low, n_middle, n_high.
    """
    return ask(
        """
        select theme, theme_label, count(*) as n_indicators, count(quartile) as n_placed,
            count(*) filter (where quartile = 1) as n_low,
            count(*) filter (where quartile in (2, 3)) as n_middle,
            count(*) filter (where quartile = 4) as n_high
        from benchmarks
        where year = $year
        group by grouping sets ((theme, theme_label), ())
        having count(*) > 0
        order by theme is null, min(position)
        """,
        within=WITH_BENCHMARKS,
        **vars(choice),
    )


def peer_values(choice: Choice, theme: str) -> pd.DataFrame:
    """The peers' values on every indicator of a theme: indicator_code, name (null when not to be named), value."""
    return ask(
        """
        select v.indicator_code, case when a.is_named then a.name end as name, v.value
        from peers as p
        inner join marts.fct_indicator_values as v
            on v.indicator_code = p.indicator_code and v.nis_code = p.peer_nis_code
        inner join marts.dim_authorities as a on a.nis_code = v.nis_code
        where p.theme = $theme and v.year = $year and v.care_type = $care_type and v.status = 'reported'
        order by v.indicator_code, v.value
        """,
        within=WITH_PEERS,
        theme=theme,
        **vars(choice),
    )
