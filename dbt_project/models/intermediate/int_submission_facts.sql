-- One row per unit and year: what is expected, what was received and accepted, and whether it was on time.
with units as (
    select * from {{ ref('int_units_by_year') }}
),

states as (
    select * from {{ ref('int_submission_states') }}
),

summed as (
    select
        nis_code,
        year,
        min(received_on) as first_received_on,
        max(version) as version
    from states
    group by nis_code, year
),

published as (
    select unit_nis_code, year, version from {{ ref('int_submissions_current') }}
),

deadlines as (
    select cast(year as integer) as year, cast(due_on as date) as due_on from {{ ref('deadlines') }}
)

select
    units.unit_nis_code,
    units.unit_name,
    units.nis_code,
    units.year,
    coalesce(latest.state, 'expected') as state,
    summed.version,
    published.version as published_version,
    deadlines.due_on,
    summed.first_received_on,
    latest.received_on,
    latest.registered_at,
    summed.first_received_on > deadlines.due_on as is_late,
    latest.n_required_cells,
    latest.n_filled_cells,
    latest.data_kind,
    latest.file_name,
    latest.file_hash,
    latest.load_id
from units
left join summed
    on units.unit_nis_code = summed.nis_code and units.year = summed.year
left join states as latest
    on summed.nis_code = latest.nis_code and summed.year = latest.year and summed.version = latest.version
left join published
    on units.unit_nis_code = published.unit_nis_code and units.year = published.year
left join deadlines
    on units.year = deadlines.year
