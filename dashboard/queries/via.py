"""The VIA money of all authorities together: agreements, burn-down, outlook, and the agreement's lines."""

import pandas as pd

from dashboard.data import ask


def is_published() -> bool:
    """Whether the publication has the tables of the VIA ledger; one of an older version has not."""
    found = ask(
        """
        select count(distinct table_name) as n from information_schema.tables
        where table_schema = 'marts' and table_name in ('fct_via_totals', 'fct_via_lists', 'dim_via_sectors')
        """
    )
    return int(found["n"].iloc[0]) == 3


def agreements() -> pd.DataFrame:
    """The agreements of which figures or movements are known, latest first: agreement, label, n_figures."""
    return ask(
        """
        select agreement, label_nl as label, n_figures from marts.dim_via_agreements
        where agreement in (select agreement from marts.fct_via_totals)
            or agreement in (select agreement from marts.fct_via_lines where unit = 'eur')
        order by agreement desc
        """
    )


def known_of_agreements() -> pd.DataFrame:
    """What is known of every agreement, also where that is nothing: label, concluded_on, period_from_year,
    period_to_year, partners, purposes, n_figures, source.
    """
    return ask(
        """
        select label_nl as label, concluded_on, period_from_year, period_to_year, partners, purposes_nl as purposes,
            n_figures, source
        from marts.dim_via_agreements
        order by agreement
        """
    )


def years(agreement: str) -> pd.DataFrame:
    """The years that have printed amounts or movements of an agreement, latest first: year, has_lines, has_ledger."""
    return ask(
        """
        select year, bool_or(printed) as has_lines, bool_or(not printed) as has_ledger
        from (
            select year, true as printed from marts.fct_via_lines where agreement = $agreement and unit = 'eur'
            union all
            select year, false from marts.fct_via_totals where agreement = $agreement
        ) as known
        group by year
        order by year desc
        """,
        agreement=agreement,
    )


def money(agreement: str, measure: str, year: int) -> pd.Series:
    """The money of a measure, all authorities together: money_eur (announced, or paid where nothing was announced),
    is_announced, spent_eur.
    """
    return ask(
        """
        select coalesce(announced_eur, paid_eur) as money_eur, announced_eur is not null as is_announced, spent_eur
        from (
            select sum(amount_eur) filter (where step = 'announced') as announced_eur,
                sum(amount_eur) filter (where step = 'paid') as paid_eur,
                sum(amount_eur) filter (where step = 'spent') as spent_eur
            from marts.fct_via_totals
            where agreement = $agreement and measure = $measure and year = $year
        ) as told
        """,
        agreement=agreement,
        measure=measure,
        year=year,
    ).iloc[0]


def measures(agreement: str, year: int) -> pd.DataFrame:
    """The measures of which euros of a year moved, in order: measure, label."""
    return ask(
        """
        select distinct m.code as measure, m.label_{lang} as label, m.position
        from marts.fct_via_burn_down as b
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = b.measure
        where b.agreement = $agreement and b.year = $year
        order by m.position
        """,
        agreement=agreement,
        year=year,
    )


def burn_down(agreement: str, measure: str, year: int) -> pd.DataFrame:
    """What had moved by the end of each month: step, label, month_end, cumulative_eur, n_authorities."""
    return ask(
        """
        select b.step, s.label_{lang} as label, last_day(make_date(b.moved_in_year, b.moved_in_month, 1)) as month_end,
            b.cumulative_eur, b.n_authorities
        from marts.fct_via_burn_down as b
        inner join marts.dim_codes as s on s.codelist = 'via_step' and s.code = b.step
        where b.agreement = $agreement and b.measure = $measure and b.year = $year
        order by s.position, month_end
        """,
        agreement=agreement,
        measure=measure,
        year=year,
    )


def outlook(agreement: str, measure: str, year: int) -> pd.DataFrame:
    """The outlook of all authorities together, one row per horizon ahead.

    Columns: horizon, horizon_on (day), n_authorities, base_eur, spent_eur, low_eur, middle_eur, high_eur,
    n_earlier_years.
    """
    return ask(
        """
        select horizon, last_day(make_date(year, 1, 1) + to_months(horizon_month - 1)) as horizon_on, n_authorities,
            base_eur, spent_eur, low_eur, middle_eur, high_eur, n_earlier_years
        from marts.fct_via_outlook_totals
        where agreement = $agreement and measure = $measure and year = $year
        order by horizon_month
        """,
        agreement=agreement,
        measure=measure,
        year=year,
    )


def backtest(agreement: str) -> pd.Series:
    """How the outlook would have done in earlier years, all measures together: n_authorities, within_share (0 to 1)."""
    return ask(
        """
        select sum(n_authorities) as n_authorities, sum(n_within_range) / nullif(sum(n_authorities), 0) as within_share
        from marts.fct_via_outlook_backtest
        where agreement = $agreement and n_within_range is not null
        """,
        agreement=agreement,
    ).iloc[0]


def coverage(agreement: str, year: int) -> pd.DataFrame:
    """Σ authorities beside the agreement's lines, per measure: label, the columns of fct_via_coverage."""
    return ask(
        """
        select m.label_{lang} as label, c.*
        from marts.fct_via_coverage as c
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = c.measure
        where c.agreement = $agreement and c.year = $year
        order by c.status = 'compared' desc, c.line_total_eur is null, m.position
        """,
        agreement=agreement,
        year=year,
    )
