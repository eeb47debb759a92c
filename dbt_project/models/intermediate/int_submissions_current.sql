-- One row per unit and year with a publishable submission: the version whose figures count.
with states as (
    select * from {{ ref('int_submission_states') }} where is_publishable
),

ranked as (
    select
        states.*,
        row_number() over (partition by states.nis_code, states.year order by states.version desc) as place_from_last
    from states
)

select
    nis_code as unit_nis_code,
    year,
    version,
    load_id,
    file_hash,
    state,
    data_kind
from ranked
where place_from_last = 1
