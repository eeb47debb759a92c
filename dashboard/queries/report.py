"""What the report of one authority needs beyond the pages: all its figures at once, key measures, submission, peers."""

from __future__ import annotations

import pandas as pd

from dashboard.data import ask
from dashboard.queries import differences, lists
from dashboard.queries.benchmarks import Choice, ask_of, peers_of, themes

KEY_MEASURES = ("population", "children_0_2", "children_3_11", "places_licensed", "locations", "fte_total")


def figures(choice: Choice) -> pd.DataFrame:
    """Every indicator of a year beside the peers, in the registry's order, with the year before and what it comes to.

    Columns: those of a benchmark with its labels; value_before and median_before (the year before, null where there is
    none), third and third_before (`low`, `middle` or `high` among the peers, null without a place), amount and
    amount_unit (the difference to the median over the year, in `euro` or `VTE`; null where it cannot be told so).
    """
    statement = """
        with placed as (
            select *, case when quartile = 1 then 'low' when quartile in (2, 3) then 'middle'
                when quartile = 4 then 'high' end as third
            from benchmarks
        )

        select placed.*, earlier.value as value_before, earlier.median as median_before,
            earlier.third as third_before, d.amount, d.unit as amount_unit
        from placed
        left join placed as earlier
            on earlier.indicator_code = placed.indicator_code and earlier.year = placed.year - 1
        left join {differences} as d
            on d.nis_code = placed.nis_code and d.year = placed.year and d.care_type = placed.care_type
            and d.indicator_code = placed.indicator_code and d.peer_group = placed.peer_group
        where placed.year = $year
        order by placed.position
    """
    return ask_of(choice, statement.replace("{differences}", differences.source(choice)))


def key_measures(choice: Choice) -> pd.DataFrame:
    """The size of the authority and of its childcare: measure, label, unit, value, status, status_label."""
    return ask(
        """
        select m.measure, d.label_{lang} as label, d.unit, m.value, m.status, statuses.label_{lang} as status_label
        from marts.fct_measures as m
        inner join marts.dim_measures as d on d.measure = m.measure
        left join marts.dim_codes as statuses on statuses.codelist = 'status' and statuses.code = m.status
        where m.nis_code = $nis_code and m.year = $year and m.care_type = $care_type
            and list_contains($measures, m.measure) and m.status <> 'not_applicable'
        order by list_position($measures, m.measure)
        """,
        nis_code=choice.nis_code,
        year=choice.year,
        care_type=choice.care_type,
        measures=KEY_MEASURES,
    )


def submissions(choice: Choice) -> pd.DataFrame:
    """What the authority handed in for the year, one row for each unit that it then consisted of.

    Columns: name, status, version, received_on, is_late, completeness (0 to 1), n_open_problems.
    """
    return ask(
        """
        select name, status, version, received_on, is_late, completeness, n_open_problems
        from marts.fct_submissions
        where current_nis_code = $nis_code and year = $year
        order by name
        """,
        nis_code=choice.nis_code,
        year=choice.year,
    )


def peers_by_theme(choice: Choice) -> pd.DataFrame:
    """Who the peers are: theme_label, names (with commas between them, null when none may be named), n_peers."""
    named, of_themes = lists.named_authorities(), themes(choice.care_type).itertuples(index=False)
    told = [(theme_label, peers_of(choice, theme)) for theme, theme_label in of_themes]
    rows = [
        (label, ", ".join(name for code, name in named.items() if code in codes) or None, len(codes))
        for label, codes in told
        if codes
    ]
    return pd.DataFrame(rows, columns=["theme_label", "names", "n_peers"])
