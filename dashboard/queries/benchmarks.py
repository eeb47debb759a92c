"""Where an authority stands among its peers. Bound parameters only; the peers are found in one place."""

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
PEERS = """
    select peer_indicators.indicator_code, peers.peer_nis_code
    from marts.dim_indicators as peer_indicators
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
    ) as peers on peers.theme is null or peers.theme = peer_indicators.theme
"""

BENCHMARK_COLUMNS = """
    b.indicator_code, b.value, b.status, b.numerator, b.denominator, b.n_peers, b.peers_total,
    b.p10, b.p25, b.median, b.p75, b.p90, b.weighted_mean, b.rank, b.quartile, b.difference,
    b.judgement, b.reason, b.band_lower, b.band_upper, statuses.label_nl as status_nl,
    judgements.label_nl as judgement_nl, g.label_nl as group_nl
"""

BENCHMARK_LABELS = """
    left join marts.dim_codes as statuses on statuses.codelist = 'status' and statuses.code = b.status
    left join marts.dim_codes as judgements on judgements.codelist = 'judgement' and judgements.code = b.judgement
    left join marts.dim_group_labels as g on g.peer_group = b.peer_group and g.group_code = b.group_code
"""


def benchmarks(choice: Choice, theme: str) -> pd.DataFrame:
    """One authority beside its peers on every indicator of a theme; one row per indicator, in order."""
    return ask(
        f"""
        select {BENCHMARK_COLUMNS}
        from marts.fct_benchmarks as b
        inner join marts.dim_indicators as i on i.indicator_code = b.indicator_code
        {BENCHMARK_LABELS}
        where b.nis_code = $nis_code and b.year = $year and b.care_type = $care_type
            and b.peer_group = $peer_group and i.theme = $theme
            and contains(' ' || i.care_types || ' ', ' ' || $care_type || ' ')
        order by i.position
        """,
        theme=theme,
        **vars(choice),
    )


def benchmark(choice: Choice, indicator_code: str) -> pd.Series | None:
    """One authority beside its peers on one indicator, or nothing where the warehouse has no such row."""
    found = ask(
        f"""
        select {BENCHMARK_COLUMNS}
        from marts.fct_benchmarks as b
        {BENCHMARK_LABELS}
        where b.nis_code = $nis_code and b.year = $year and b.care_type = $care_type
            and b.peer_group = $peer_group and b.indicator_code = $indicator_code
        """,
        indicator_code=indicator_code,
        **vars(choice),
    )
    return None if found.empty else found.iloc[0]


def outer_quarters(choice: Choice) -> pd.DataFrame:
    """Per theme, and over all themes in the last row (theme is null there): how many indicators there are, how many
    have a place among the peers, and how many of those lie in the lowest quarter, the middle half and the highest one.

    Columns: theme, theme_nl, n_indicators, n_placed, n_low, n_middle, n_high.
    """
    return ask(
        """
        select i.theme, i.theme_nl, count(*) as n_indicators, count(b.quartile) as n_placed,
            count(*) filter (where b.quartile = 1) as n_low,
            count(*) filter (where b.quartile in (2, 3)) as n_middle,
            count(*) filter (where b.quartile = 4) as n_high
        from marts.fct_benchmarks as b
        inner join marts.dim_indicators as i on i.indicator_code = b.indicator_code
        where b.nis_code = $nis_code and b.year = $year and b.care_type = $care_type and b.peer_group = $peer_group
            and contains(' ' || i.care_types || ' ', ' ' || $care_type || ' ')
        group by grouping sets ((i.theme, i.theme_nl), ())
        order by i.theme is null, min(i.position)
        """,
        **vars(choice),
    )


def peer_values(choice: Choice, theme: str) -> pd.DataFrame:
    """The peers' values on every indicator of a theme: indicator_code, name (null when not to be named), value."""
    return ask(
        f"""
        select v.indicator_code, case when a.is_named then a.name end as name, v.value
        from ({PEERS}) as p
        inner join marts.dim_indicators as i on i.indicator_code = p.indicator_code
        inner join marts.fct_indicator_values as v
            on v.indicator_code = p.indicator_code and v.nis_code = p.peer_nis_code
        inner join marts.dim_authorities as a on a.nis_code = v.nis_code
        where i.theme = $theme and v.year = $year and v.care_type = $care_type and v.status = 'reported'
        order by i.position, v.value
        """,
        theme=theme,
        **vars(choice),
    )
