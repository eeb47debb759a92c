"""What changed since the year before, what moved most, and what stands out among the peers."""

from __future__ import annotations

import pandas as pd

from dashboard.data import ask
from dashboard.queries import lists
from dashboard.queries.benchmarks import Choice, ask_of, of_all_years

OF_THE_YEAR = ["theme_label", "position", "status_label", "p10", "p25", "median", "p75", "p90"]


def changes(choice: Choice) -> pd.DataFrame:
    """Every indicator of a year beside the year before, what moved most first.

    Columns: those of ``marts.fct_changes``, with status_label and status_before_label, theme_label, position, and of
    the peers p10, p25, median, p75 and p90 of the year and median_before. Those of a year are of the peers of that
    year: the nearest ones can be others than the year before.
    """
    found = ask_of(
        choice,
        "select * from marts.fct_changes where nis_code = $nis_code and year = $year and care_type = $care_type",
    )
    benchmarks = of_all_years(choice).set_index("indicator_code")
    now, before = benchmarks[benchmarks["year"] == choice.year], benchmarks[benchmarks["year"] == choice.year - 1]
    beside = found[found["indicator_code"].isin(now.index)].join(now[OF_THE_YEAR], on="indicator_code")
    return beside.assign(
        median_before=beside["indicator_code"].map(before["median"]),
        status_before_label=lists.in_words(beside["status_before"], lists.codes("status")),
    ).sort_values(["change_percentile", "position"], ascending=[False, True], ignore_index=True)


def change_counts(choice: Choice) -> pd.Series:
    """How many indicators there are in a year, with how many a change since the year before: n_indicators, n_changes,
    n_up, n_down, n_same.
    """
    return ask(
        """
        select count(*) as n_indicators, count(change) as n_changes, count(*) filter (where change > 0) as n_up,
            count(*) filter (where change < 0) as n_down, count(*) filter (where change = 0) as n_same
        from marts.fct_changes as c
        inner join marts.dim_indicators as i
            on i.indicator_code = c.indicator_code
            and contains(' ' || i.care_types || ' ', ' ' || c.care_type || ' ')
        where c.nis_code = $nis_code and c.year = $year and c.care_type = $care_type
        """,
        nis_code=choice.nis_code,
        year=choice.year,
        care_type=choice.care_type,
    ).iloc[0]


def breaks_since(choice: Choice) -> pd.DataFrame:
    """The breaks between the year before and the year, those of each part too for all types of care: year, label."""
    return ask(
        """
        select distinct year, label_{lang} as label
        from marts.dim_series_breaks
        where year = $year and (nis_code is null or nis_code = $nis_code)
            and (care_type is null or care_type = $care_type or $care_type = 'all')
        order by label
        """,
        nis_code=choice.nis_code,
        year=choice.year,
        care_type=choice.care_type,
    )


def furthest_out(choice: Choice) -> pd.Series | None:
    """The benchmark that lies furthest from the middle of the peers, of those with a judgement that says so; among
    equals the one that lies furthest among all authorities, then the first of the registry. None where none does.
    """
    found = ask_of(
        choice,
        """
        select b.*
        from benchmarks as b
        left join marts.fct_benchmarks as everybody
            on everybody.nis_code = b.nis_code and everybody.year = b.year and everybody.care_type = b.care_type
            and everybody.indicator_code = b.indicator_code and everybody.peer_group = 'all'
        where b.year = $year and b.judgement not in ('none', 'similar', 'in_band')
        order by abs(b.percentile_rank - 50) desc nulls last, abs(everybody.percentile_rank - 50) desc nulls last,
            b.position
        limit 1
        """,
    )
    return None if found.empty else found.iloc[0]
