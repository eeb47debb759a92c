"""What was handed in, by whom, and with how many problems."""

import pandas as pd

from dashboard.data import ask

# A corrected file answers for itself: only the problems of the latest version count, and those of refused files.
WITH_LATEST_PROBLEMS = """
    with latest_problems as (
        select found.*, received.current_nis_code
        from marts.fct_problems as found
        inner join marts.fct_submissions as received
            on received.nis_code = found.nis_code and received.year = found.year
        where found.version is null or found.version = received.version
    )
"""
# The files of a year that were refused, a row for each reason; also those whose year could not be read.
WITH_REFUSED = """
    with refused as (select * from marts.fct_problems where severity = 'fatal' and (year = $year or year is null))
"""


def submission(nis_code: str, year: int) -> pd.DataFrame:
    """The submissions of an authority for a year, one row for each unit it then consisted of: name, status, due_on."""
    return ask(
        """
        select s.name, s.status, s.due_on
        from marts.fct_submissions as s
        where s.year = $year
            and s.current_nis_code = $nis_code
        order by s.name
        """,
        nis_code=nis_code,
        year=year,
    )


def submission_counts() -> pd.DataFrame:
    """Per year and status: year, status, n_authorities."""
    return ask(
        "select year, status, count(*) as n_authorities from marts.fct_submissions group by year, status order by year"
    )


def submissions(year: int) -> pd.DataFrame:
    """Every authority of a year: nis_code, name, status, is_late, is_published, version, published_version,
    received_on, completeness (0 to 1), n_open_problems, n_open_queries and the number of problems of each severity.
    """
    return ask(
        """
        , problems as (
            select nis_code,
                count(*) filter (where severity = 'fatal') as n_fatal,
                count(*) filter (where severity = 'rejected') as n_rejected,
                count(*) filter (where severity = 'blocking') as n_blocking,
                count(*) filter (where severity = 'warning') as n_warning
            from latest_problems
            where year = $year
            group by nis_code
        )
        select s.nis_code, s.name, s.status, s.is_late, s.is_published, s.version, s.published_version, s.received_on,
            s.completeness, s.n_open_problems, s.n_open_queries,
            coalesce(p.n_fatal, 0) as n_fatal, coalesce(p.n_rejected, 0) as n_rejected,
            coalesce(p.n_blocking, 0) as n_blocking, coalesce(p.n_warning, 0) as n_warning
        from marts.fct_submissions as s
        left join problems as p on p.nis_code = s.nis_code
        where s.year = $year
        order by s.name
        """,
        within=WITH_LATEST_PROBLEMS,
        year=year,
    )


def refused_files(year: int) -> pd.DataFrame:
    """Why files of a year, or of no year that could be read, were refused: file, nis_code as the file says it, the name
    that goes with it where there is one, message_nl.
    """
    return ask(
        """
        select p.file, p.nis_code, s.name, p.message_nl
        from refused as p
        left join marts.fct_submissions as s on s.nis_code = p.nis_code and s.year = p.year
        order by p.file, p.file_hash, p.message_nl
        """,
        within=WITH_REFUSED,
        year=year,
    )


def problems(nis_code: str, year: int) -> pd.DataFrame:
    """What is wrong in the latest submission of one authority and year (of each unit it then consisted of), and in
    the files that were refused; the most serious first.
    """
    return ask(
        """
        select p.severity, severities.label_{lang} as severity_label, p.file, p.sheet_nl, p.row_number, p.header_nl,
            p.found, p.expected, p.message_nl
        from latest_problems as p
        left join marts.dim_codes as severities on severities.codelist = 'severity' and severities.code = p.severity
        where p.current_nis_code = $nis_code and p.year = $year
        order by severities.position, p.file, p.sheet_nl nulls first, p.row_number nulls first, p.message_nl
        """,
        within=WITH_LATEST_PROBLEMS,
        nis_code=nis_code,
        year=year,
    )
