"""The quality of what was handed in: problems per rule and sheet, figures per status, completeness, corrections."""

import pandas as pd

from dashboard.data import ask

# A corrected file answers for itself: only the problems of the latest version count, and those of refused files.
WITH_STANDING_PROBLEMS = """
    with standing_problems as (
        select found.*, received.name
        from marts.fct_problems as found
        left join marts.fct_submissions as received
            on received.nis_code = found.nis_code and received.year = found.year
        where found.year is not null and (found.version is null or found.version = received.version)
    )
"""


def problem_counts(year: int) -> pd.DataFrame:
    """Problems of a year per rule and sheet, the most frequent rule first.

    Columns: rule_code, severity, severity_label, sheet_nl (null for the file as a whole), n_problems, n_authorities
    (files, where they were refused), n_of_rule (over all sheets), n_year_before.
    """
    return ask(
        """
        , by_year as (select year, rule_code, count(*) as n from standing_problems group by year, rule_code)

        select p.rule_code, p.severity, s.label_{lang} as severity_label, p.sheet_nl, count(*) as n_problems,
            count(distinct p.file_hash) as n_authorities, any_value(now.n) as n_of_rule,
            coalesce(any_value(before.n), 0) as n_year_before
        from standing_problems as p
        left join marts.dim_codes as s on s.codelist = 'severity' and s.code = p.severity
        left join by_year as now on now.year = p.year and now.rule_code = p.rule_code
        left join by_year as before on before.year = p.year - 1 and before.rule_code = p.rule_code
        where p.year = $year
        group by p.rule_code, p.severity, severity_label, p.sheet_nl
        order by n_of_rule desc, p.rule_code, n_problems desc, p.sheet_nl
        """,
        within=WITH_STANDING_PROBLEMS,
        year=year,
    )


def summary(year: int) -> pd.Series:
    """One year: n_problems, n_authorities with a problem, n_received, n_answered (problems with a reason)."""
    return ask(
        """
        select count(*) as n_problems, count(distinct nis_code) filter (where version is not null) as n_authorities,
            count(*) filter (where is_answered) as n_answered,
            (select count(*) from marts.fct_submissions where year = $year and status <> 'expected') as n_received
        from standing_problems
        where year = $year
        """,
        within=WITH_STANDING_PROBLEMS,
        year=year,
    ).iloc[0]


def statuses_by_theme(year: int, care_type: str) -> pd.DataFrame:
    """Figures of all authorities per theme and status, those without meaning for the type of care left out.

    Columns: theme_label, status, status_label, status_position, n_figures, share (of the theme, 0 to 1).
    """
    return ask(
        """
        with counted as (
            select i.theme_{lang} as theme_label, min(i.position) as theme_position, v.status, count(*) as n_figures
            from marts.fct_indicator_values as v
            inner join marts.dim_indicators as i on i.indicator_code = v.indicator_code
            where v.year = $year and v.care_type = $care_type and v.status <> 'not_applicable'
            group by theme_label, v.status
        ),

        themes as (
            select theme_label, sum(n_figures) as n_theme, min(theme_position) as theme_position
            from counted group by theme_label
        )

        select c.theme_label, c.status, s.label_{lang} as status_label, s.position as status_position, c.n_figures,
            c.n_figures / t.n_theme as share
        from counted as c
        inner join themes as t on t.theme_label = c.theme_label
        left join marts.dim_codes as s on s.codelist = 'status' and s.code = c.status
        order by t.theme_position, s.position desc
        """,
        year=year,
        care_type=care_type,
    )


def completeness() -> pd.DataFrame:
    """How complete each year is, from 0 to 1: year, measured (`received`, `filled`, `reported`), share.

    `received` counts authorities, `filled` the required cells of what was received, `reported` the figures that mean
    something for the authority and type of care.
    """
    return ask(
        """
        with reported as (
            select year, count(*) filter (where status = 'reported') / count(*) as share
            from marts.fct_indicator_values where status <> 'not_applicable' and care_type <> 'all' group by year
        )

        select year, 'received' as measured, count(*) filter (where status <> 'expected') / count(*) as share
        from marts.fct_submissions group by year
        union all
        select year, 'filled' as measured, sum(n_filled_cells) / nullif(sum(n_required_cells), 0) as share
        from marts.fct_submissions group by year having sum(n_required_cells) > 0
        union all
        select year, 'reported' as measured, share from reported
        order by year, measured
        """
    )


def answered(year: int) -> pd.DataFrame:
    """Unusual values of a year that got a reason, those not settled yet first.

    Columns: nis_code, name, sheet_nl, row_number, header_nl, found, expected, reason_nl, is_settled.
    """
    return ask(
        """
        select nis_code, name, sheet_nl, row_number, header_nl, found, expected, reason_nl, is_settled
        from standing_problems
        where year = $year and is_answered
        order by is_settled, name, sheet_nl, row_number
        """,
        within=WITH_STANDING_PROBLEMS,
        year=year,
    )


def cell_corrections() -> pd.DataFrame:
    """Every correction of a cell by the Steunpunt that was not withdrawn, those that ask for attention first.

    Columns: correction_id, nis_code, name, year, sheet, row_number, column_name, old_value, found_value, new_value,
    state, state_label, is_estimate, reason_nl, on_word_of, valid_until.
    """
    return ask(
        """
        select c.correction_id, c.nis_code, s.name, c.year, c.sheet, c.row_number, c.column_name, c.old_value,
            c.found_value, c.new_value, c.state, states.label_{lang} as state_label, c.is_estimate, c.reason_nl,
            c.on_word_of, c.valid_until
        from marts.fct_cell_corrections as c
        left join marts.fct_submissions as s on s.nis_code = c.nis_code and s.year = c.year
        left join marts.dim_codes as states on states.codelist = 'correction_state' and states.code = c.state
        where c.state <> 'withdrawn'
        order by c.state = 'applied', c.year desc, s.name, c.correction_id
        """
    )
