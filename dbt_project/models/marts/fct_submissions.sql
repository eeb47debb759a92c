-- One row per unit and year that a submission is expected for: its state, and the problems and questions of its latest
-- version.
with facts as (
    select * from {{ ref('int_submission_facts') }}
),

expected as (
    select unit_nis_code, unit_name, nis_code, year, due_on from facts
    union all
    select unit_nis_code, unit_name, nis_code, year, due_on from {{ ref('int_open_rounds') }}
),

versions as (
    select file_hash, n_problems, n_open_problems, n_open_queries from {{ ref('fct_submission_versions') }}
),

forms as (
    select file_hash, mailbox from {{ ref('stg_submission__authority') }}
),

today as (
    select max(received_on) as last_received_on from facts
)

select
    expected.unit_nis_code as nis_code,
    expected.unit_name as name,
    expected.nis_code as current_nis_code,
    expected.year,
    coalesce(facts.state, 'expected') as status,
    cast(facts.version as integer) as version,
    cast(facts.published_version as integer) as published_version,
    facts.published_version is not null as is_published,
    expected.due_on,
    facts.first_received_on,
    facts.received_on,
    facts.registered_at as received_at,
    facts.is_late,
    facts.version is null and coalesce(expected.due_on < today.last_received_on, false) as is_overdue,
    versions.n_problems,
    versions.n_open_problems,
    versions.n_open_queries,
    facts.n_required_cells,
    facts.n_filled_cells,
    cast(facts.n_filled_cells as double) / nullif(facts.n_required_cells, 0) as completeness,
    forms.mailbox,
    facts.data_kind,
    facts.file_name
from expected
cross join today
left join facts
    on expected.unit_nis_code = facts.unit_nis_code and expected.year = facts.year
left join versions
    on facts.file_hash = versions.file_hash
left join forms
    on facts.file_hash = forms.file_hash
