"""Where an authority stands among its peers. Who the peers are, and which labels go with a benchmark, is said once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dashboard.data import Beside, ask, kept, records
from dashboard.queries import lists

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


# The peers of one authority: the members of its own group, or its nearest ones for a theme.
_MEMBERS = """
    select mates.nis_code
    from marts.dim_group_members as own
    inner join marts.dim_group_members as mates
        on own.peer_group = mates.peer_group and own.group_code = mates.group_code
    where own.nis_code = $nis_code and own.peer_group = $peer_group and mates.nis_code <> $nis_code
"""
_NEAREST = """
    select peer_nis_code as nis_code
    from marts.dim_peers
    where nis_code = $nis_code and year = $year and care_type = $care_type and theme = $theme
"""

# An authority's rows in one peer group. For a selection of one's own the warehouse's function computes them anew.
_PUBLISHED = """
    select *
    from marts.fct_benchmarks
    where nis_code = $nis_code and care_type = $care_type and peer_group = $peer_group
"""
_ASKED_ANEW = """
    select *, cast(null as varchar) as group_code
    from functions.benchmarks_of($nis_code, $peers)
    where care_type = $care_type
"""
_OF_ALL_YEARS = " order by year"
_OF_ONE = " and year = $year and indicator_code = $indicator_code"
_PARAMETER = re.compile(r"\$(\w+)")


def ask_of(choice: Choice, statement: str, **more: object) -> pd.DataFrame:
    """Answer a statement about a choice.

    Args:
        choice: gives the parameters nis_code, year, care_type, peer_group and peers, as far as the statement uses them.
        statement: fixed text; it may read ``benchmarks``, the choice's own of all years and indicators, whichever peers
            were chosen.
        more: further parameters.
    """
    # What a statement does not read costs time all the same.
    reads_benchmarks = re.search(r"\b(?:from|join) benchmarks\b", statement)
    beside = [Beside("benchmarks", _of_all_years, (choice,))] if reads_benchmarks else ()
    return ask(statement, beside=beside, **_used(choice, statement), **more)


def _used(choice: Choice, statement: str) -> dict[str, object]:
    used = set(_PARAMETER.findall(statement))
    return {name: value for name, value in vars(choice).items() if name in used}


@kept
def peers_of(choice: Choice, theme: str) -> tuple[str, ...]:
    """The codes of the peers for the indicators of a theme."""
    if choice.peer_group == OWN_SELECTION:
        return tuple(code for code in dict.fromkeys(choice.peers) if code != choice.nis_code)
    statement, more = (_NEAREST, {"theme": theme}) if choice.peer_group == "nearest" else (_MEMBERS, {})
    return tuple(str(row["nis_code"]) for row in records(statement, **_used(choice, statement), **more))


def benchmarks(choice: Choice, theme: str) -> pd.DataFrame:
    """One authority beside its peers on every indicator of a theme; one row per indicator, in order."""
    found = of_all_years(choice)
    return found[(found["year"] == choice.year) & (found["theme"] == theme)]


@kept
def benchmark(choice: Choice, indicator_code: str) -> Mapping[str, object] | None:
    """One authority beside its peers on one indicator, or nothing where the warehouse has no such row."""
    statement = _rows_of(choice) + _OF_ONE
    found = records(statement, indicator_code=indicator_code, **_used(choice, statement))
    if not found or indicator_code not in lists.indicators(choice.care_type):
        return None
    row, words = found[0], _words(choice.care_type, choice.peer_group).items()
    return MappingProxyType({**row, **{name: by_code.get(row[code]) for name, (code, by_code) in words}})


def of_all_years(choice: Choice) -> pd.DataFrame:
    """One authority beside its peers on every indicator of a type of care in every year, in the registry's order."""
    return _of_all_years(choice).copy(deep=False)


@kept
def _of_all_years(choice: Choice) -> pd.DataFrame:
    return _described(choice, ask_of(choice, _rows_of(choice) + _OF_ALL_YEARS))


def _rows_of(choice: Choice) -> str:
    return _ASKED_ANEW if choice.peer_group == OWN_SELECTION else _PUBLISHED


def _described(choice: Choice, found: pd.DataFrame) -> pd.DataFrame:
    """The rows of indicators that mean something, in the registry's order, with the words that go with them."""
    found = found[found["indicator_code"].isin(lists.indicators(choice.care_type))]
    words = _words(choice.care_type, choice.peer_group).items()
    described = found.assign(**{name: lists.in_words(found[code], by_code) for name, (code, by_code) in words})
    return described.sort_values("position", kind="stable", ignore_index=True)


@kept
def _words(care_type: str, peer_group: str) -> Mapping[str, tuple[str, Mapping[str, object]]]:
    """What the registry and the code lists say of a row: per column the codes that it is about, and what to say.

    It is put beside the rows here: a join costs a query more time than the rows themselves.
    """
    known = lists.indicators(care_type)
    return {
        "theme": ("indicator_code", {code: indicator.theme for code, indicator in known.items()}),
        "theme_label": ("indicator_code", {code: indicator.theme_label for code, indicator in known.items()}),
        "position": ("indicator_code", {code: position for position, code in enumerate(known)}),
        "status_label": ("status", lists.codes("status")),
        "judgement_label": ("judgement", lists.codes("judgement")),
        "group_label": ("group_code", lists.group_labels(peer_group)),
    }


def outer_quarters(choice: Choice) -> pd.DataFrame:
    """Per theme, and over all themes in the last row (theme is null there): how many indicators there are, how many
    have a place among the peers, and how many of those lie in the lowest quarter, the middle half and the highest one.

    Columns: theme, theme_label, n_indicators, n_placed, n_low, n_middle, n_high.
    """
    return ask_of(
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
    found = ask_of(
        choice,
        """
        select indicator_code, nis_code, value
        from marts.fct_indicator_values
        where year = $year and care_type = $care_type and status = 'reported'
            and list_contains($indicators, indicator_code) and list_contains($codes, nis_code)
        order by indicator_code, value
        """,
        indicators=tuple(code for code, known in lists.indicators(choice.care_type).items() if known.theme == theme),
        codes=peers_of(choice, theme),
    )
    names = lists.in_words(found["nis_code"], lists.named_authorities())
    return pd.DataFrame({"indicator_code": found["indicator_code"], "name": names, "value": found["value"]})
