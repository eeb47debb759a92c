-- One row per question of the Steunpunt about a received version: what it is about, and the answer.
-- It is open until it is answered, or until the version is accepted or withdrawn after it.
with queries as (
    select * from {{ ref('stg_register__queries') }}
),

closing_decisions as (
    select
        nis_code,
        year,
        version,
        max(decided_at) as closed_at
    from {{ ref('stg_register__decisions') }}
    where decision in ('accepted', 'withdrawn')
    group by nis_code, year, version
)

select
    queries.query_id,
    queries.nis_code,
    queries.year,
    queries.version,
    queries.sheet,
    queries.row_number,
    queries.column_name,
    queries.indicator_code,
    queries.text_nl,
    queries.asked_at,
    queries.answer_nl,
    queries.answered_at,
    queries.answered_at is null and coalesce(closing_decisions.closed_at < queries.asked_at, true) as is_open
from queries
left join closing_decisions
    on
        queries.nis_code = closing_decisions.nis_code
        and queries.year = closing_decisions.year
        and queries.version = closing_decisions.version
