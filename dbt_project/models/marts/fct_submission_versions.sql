-- One row per received version of a submission: its file, its state, and what is still open in it.
with states as (
    select * from {{ ref('int_submission_states') }}
),

problems as (
    select
        file_hash,
        count(*) as n_problems,
        count(*) filter (where severity <> 'warning' and not is_settled) as n_open_problems,
        count(*) filter (where reason_nl is not null) as n_answered_problems
    from {{ ref('int_problems') }}
    group by file_hash
),

queries as (
    select
        nis_code,
        year,
        version,
        count(*) as n_open_queries
    from {{ ref('fct_queries') }}
    where is_open
    group by nis_code, year, version
),

last_decisions as (
    select nis_code, year, version, max(decision_id) as decision_id
    from {{ ref('stg_register__decisions') }}
    group by nis_code, year, version
),

decisions as (
    select decision_id, decided_at, note from {{ ref('stg_register__decisions') }}
),

current_versions as (
    select file_hash from {{ ref('int_submissions_current') }}
)

select
    states.nis_code,
    states.year,
    states.version,
    states.state as status,
    current_versions.file_hash is not null as is_published,
    states.file_name,
    states.file_hash,
    states.contract_version,
    states.data_kind,
    states.received_on,
    states.registered_at as received_at,
    cast(coalesce(problems.n_problems, 0) as integer) as n_problems,
    cast(coalesce(problems.n_open_problems, 0) as integer) as n_open_problems,
    cast(coalesce(problems.n_answered_problems, 0) as integer) as n_answered_problems,
    cast(coalesce(queries.n_open_queries, 0) as integer) as n_open_queries,
    decisions.decided_at,
    decisions.note as decision_note_nl
from states
left join problems
    on states.file_hash = problems.file_hash
left join queries
    on states.nis_code = queries.nis_code and states.year = queries.year and states.version = queries.version
left join last_decisions
    on
        states.nis_code = last_decisions.nis_code
        and states.year = last_decisions.year
        and states.version = last_decisions.version
left join decisions
    on last_decisions.decision_id = decisions.decision_id
left join current_versions
    on states.file_hash = current_versions.file_hash
