-- One row per unit and year that a submission is expected for: its state and the problems of its latest version.
with facts as (
    select * from {{ ref('int_submission_facts') }}
),

problems as (
    select load_id, file_hash, count(*) as n_problems
    from {{ ref('stg_submission__problems') }}
    group by load_id, file_hash
)

select
    facts.unit_nis_code as nis_code,
    facts.unit_name as name,
    facts.nis_code as current_nis_code,
    facts.year,
    facts.state as status,
    cast(facts.version as integer) as version,
    cast(facts.published_version as integer) as published_version,
    facts.due_on,
    facts.first_received_on,
    facts.received_on,
    facts.registered_at as received_at,
    facts.is_late,
    case when facts.version is not null then cast(coalesce(problems.n_problems, 0) as integer) end as n_problems,
    facts.n_required_cells,
    facts.n_filled_cells,
    facts.data_kind,
    facts.file_name
from facts
left join problems
    on facts.load_id = problems.load_id and facts.file_hash = problems.file_hash
