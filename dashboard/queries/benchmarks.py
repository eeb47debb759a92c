"""Where an authority stands among its peers. Who the peers are, and which labels go with a benchmark, is said once."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from dashboard.data import Made, ask, made

OWN_SELECTION = "own"


@dataclass(frozen=True)
class Choice:
    """What the reader chose: whose figures, of which year and type of care, beside which peers.

    ``peers`` are the codes of a selection of one's own; they count when ``peer_group`` is that selection.
    """

    nis_code: str
    year: int
    care_type: str
    peer_group: str
    peers: tuple[str, ...] = ()


# The peers of one authority: the members of its own group, or its nearest ones for the indicator's theme.
PEERS = """
    peers as (
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
CHOSEN_PEERS = """
    peers as (
        select indicators.indicator_code, indicators.theme, chosen.peer_nis_code
        from marts.dim_indicators as indicators
        cross join (select distinct unnest($peers) as peer_nis_code) as chosen
        where chosen.peer_nis_code <> $nis_code
    )
"""

# An authority's rows in one peer group, with the words for status, judgement and group. For a selection of one's own
# the warehouse's function computes them anew.
_BENCHMARKS = """
    select b.*, i.theme, i.theme_{lang} as theme_label, i.position, statuses.label_{lang} as status_label,
        judgements.label_{lang} as judgement_label, g.label_{lang} as group_label
    from {source} as b
    inner join marts.dim_indicators as i
        on i.indicator_code = b.indicator_code
        and contains(' ' || i.care_types || ' ', ' ' || b.care_type || ' ')
    left join marts.dim_codes as statuses on statuses.codelist = 'status' and statuses.code = b.status
    left join marts.dim_codes as judgements on judgements.codelist = 'judgement' and judgements.code = b.judgement
    left join marts.dim_group_labels as g on g.peer_group = b.peer_group and g.group_code = {group_code}
    where b.nis_code = $nis_code and b.care_type = $care_type and b.peer_group = {peer_group}
    order by i.position, b.year
"""
_PUBLISHED = {"{source}": "marts.fct_benchmarks", "{group_code}": "b.group_code", "{peer_group}": "$peer_group"}
_ASKED_ANEW = {
    "{source}": "functions.benchmarks_of($nis_code, $peers)",
    "{group_code}": "null",
    "{peer_group}": "'own'",
}
_PARAMETER = re.compile(r"\$(\w+)")


def ask_beside(choice: Choice, statement: str, *, tables: str = "", **more: object) -> pd.DataFrame:
    """Answer a statement that may use ``peers`` and ``benchmarks``: the choice's own, whichever peers were chosen.

    Args:
        choice: gives the parameters nis_code, year, care_type, peer_group and peers, as far as the statement uses them.
        statement: fixed text.
        tables: common table expressions of its own, which may use ``peers`` and ``benchmarks`` too.
        more: further parameters.
    """
    whole = tables + statement
    peers = CHOSEN_PEERS if choice.peer_group == OWN_SELECTION else PEERS
    within = ", ".join(filter(None, (peers if _asks("peers", whole) else "", tables)))
    return ask(
        statement,
        within=f"with {within} " if within else "",
        beside=[_benchmarks_of(choice)] if _asks("benchmarks", whole) else (),
        **_used(choice, within + statement),
        **more,
    )


def _asks(table: str, statement: str) -> bool:
    """Say whether a statement uses a table: what it does not use costs time all the same."""
    return re.search(rf"\b(?:from|join) {table}\b", statement) is not None


def _benchmarks_of(choice: Choice) -> Made:
    """The benchmarks of all years and indicators of a type of care: one page asks for them many times."""
    statement = _BENCHMARKS
    for place, text in (_ASKED_ANEW if choice.peer_group == OWN_SELECTION else _PUBLISHED).items():
        statement = statement.replace(place, text)
    return Made("benchmarks", statement, tuple(_used(choice, statement).items()))


def _used(choice: Choice, statement: str) -> dict[str, object]:
    used = set(_PARAMETER.findall(statement))
    return {name: value for name, value in vars(choice).items() if name in used}


def benchmarks(choice: Choice, theme: str) -> pd.DataFrame:
    """One authority beside its peers on every indicator of a theme; one row per indicator, in order."""
    found = of_all_years(choice)
    return found[(found["year"] == choice.year) & (found["theme"] == theme)]


def benchmark(choice: Choice, indicator_code: str) -> pd.Series | None:
    """One authority beside its peers on one indicator, or nothing where the warehouse has no such row."""
    found = of_all_years(choice)
    found = found[(found["year"] == choice.year) & (found["indicator_code"] == indicator_code)]
    return None if found.empty else found.iloc[0]


def of_all_years(choice: Choice) -> pd.DataFrame:
    """One authority beside its peers on every indicator of a type of care in every year, in the registry's order."""
    return made(_benchmarks_of(choice))


def outer_quarters(choice: Choice) -> pd.DataFrame:
    """Per theme, and over all themes in the last row (theme is null there): how many indicators there are, how many
    have a place among the peers, and how many of those lie in the lowest quarter, the middle half and the highest one.

    Columns: theme, theme_label, n_indicators, n_placed, n_low, n_middle, n_high.
    """
    return ask_beside(
        choice,
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
    )


def themes_of(choice: Choice) -> pd.DataFrame:
    """The themes in which an authority has benchmarks in the year, in order: theme, theme_label."""
    found = of_all_years(choice)
    return found.loc[found["year"] == choice.year, ["theme", "theme_label"]].drop_duplicates()


def themes(care_type: str) -> pd.DataFrame:
    """The themes that have indicators for a type of care, in order: theme, theme_label."""
    return ask(
        """
        select theme, theme_{lang} as theme_label
        from marts.dim_indicators
        where contains(' ' || care_types || ' ', ' ' || $care_type || ' ')
        group by theme, theme_{lang}
        order by min(position)
        """,
        care_type=care_type,
    )


def peer_values(choice: Choice, theme: str) -> pd.DataFrame:
    """The peers' values on every indicator of a theme: indicator_code, name (null when not to be named), value."""
    return ask_beside(
        choice,
        """
        select v.indicator_code, case when a.is_named then a.name end as name, v.value
        from peers as p
        inner join marts.fct_indicator_values as v
            on v.indicator_code = p.indicator_code and v.nis_code = p.peer_nis_code
        inner join marts.dim_authorities as a on a.nis_code = v.nis_code
        where p.theme = $theme and v.year = $year and v.care_type = $care_type and v.status = 'reported'
        order by v.indicator_code, v.value
        """,
        theme=theme,
    )
