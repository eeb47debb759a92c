"""How the submissions of a year come in: by day, who must be called and why, and what is in the publication."""

import pandas as pd

from dashboard.data import ask
from dashboard.queries.follow_up import WITH_REFUSED


def progress(year: int) -> pd.DataFrame:
    """How many authorities had handed in and were accepted by each day, that year and the year before.

    Columns: year, kind (`received`, `accepted`), day (days after the due day; negative is before it), n_authorities
    (cumulative), n_expected; only days on which something changed.
    """
    return ask(
        """
        with accepted as (
            select nis_code, year, min(cast(decided_at as date)) as accepted_on
            from marts.fct_submission_versions where status = 'accepted' group by nis_code, year
        ),

        events as (
            select year, 'received' as kind, date_diff('day', due_on, first_received_on) as day
            from marts.fct_submissions
            union all
            select s.year, 'accepted' as kind, date_diff('day', s.due_on, a.accepted_on) as day
            from marts.fct_submissions as s
            inner join accepted as a on a.nis_code = s.nis_code and a.year = s.year
        ),

        by_day as (
            select year, kind, day, count(*) as n from events where day is not null group by year, kind, day
        ),

        expected as (select year, count(*) as n_expected from marts.fct_submissions group by year)

        select d.year, d.kind, d.day, e.n_expected,
            cast(sum(d.n) over (partition by d.year, d.kind order by d.day) as integer) as n_authorities
        from by_day as d
        inner join expected as e on e.year = d.year
        where d.year in ($year, $year - 1)
        order by d.year desc, d.kind, d.day
        """,
        year=year,
    )


def counts(year: int) -> pd.Series:
    """One year in numbers of authorities: n_expected, n_received, n_missing, n_accepted, n_queried, n_published,
    n_late, n_overdue; n_open_problems and n_open_queries in the latest versions; n_refused (files); and due_on.
    """
    return ask(
        """
        select count(*) as n_expected, count(*) filter (where status <> 'expected') as n_received,
            count(*) filter (where status = 'expected') as n_missing,
            count(*) filter (where status = 'accepted') as n_accepted,
            count(*) filter (where status = 'queried') as n_queried,
            count(*) filter (where is_published) as n_published, count(*) filter (where is_late) as n_late,
            count(*) filter (where is_overdue) as n_overdue,
            coalesce(sum(n_open_problems), 0) as n_open_problems,
            coalesce(sum(n_open_queries), 0) as n_open_queries,
            (select count(distinct file_hash) from refused) as n_refused, any_value(due_on) as due_on
        from marts.fct_submissions
        where year = $year
        """,
        within=WITH_REFUSED,
        year=year,
    ).iloc[0]


def to_call(year: int) -> pd.DataFrame:
    """Who gives a reason to call about a year, who owes an answer first.

    Columns: nis_code, name, mailbox (the latest known one), is_overdue (nothing came though the day has passed),
    n_refused (files that were refused while nothing else came), n_open_queries, asked_on (the first open question),
    n_open_problems.
    """
    return ask(
        """
        with mailboxes as (
            select current_nis_code, max_by(mailbox, year) as mailbox
            from marts.fct_submissions where mailbox is not null group by current_nis_code
        ),

        refused as (
            select nis_code, count(distinct file_hash) as n_refused
            from marts.fct_problems where severity = 'fatal' and year = $year group by nis_code
        ),

        asked as (
            select nis_code, version, min(cast(asked_at as date)) as asked_on
            from marts.fct_queries where is_open and year = $year group by nis_code, version
        )

        select s.nis_code, s.name, m.mailbox, s.is_overdue,
            case when s.status = 'expected' then coalesce(r.n_refused, 0) else 0 end as n_refused,
            coalesce(s.n_open_queries, 0) as n_open_queries, q.asked_on,
            coalesce(s.n_open_problems, 0) as n_open_problems
        from marts.fct_submissions as s
        left join mailboxes as m on m.current_nis_code = s.current_nis_code
        left join refused as r on r.nis_code = s.nis_code
        left join asked as q on q.nis_code = s.nis_code and q.version = s.version
        where s.year = $year
            and (s.is_overdue or s.n_open_queries > 0 or s.n_open_problems > 0
                or (s.status = 'expected' and r.n_refused > 0))
        order by n_open_queries desc, n_open_problems desc, n_refused desc, s.name
        """,
        year=year,
    )
