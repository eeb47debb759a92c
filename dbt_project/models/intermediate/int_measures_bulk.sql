-- One row per unit, year, type of care and measure from a bulk file, with its own status. A value without a status is
-- reported; a status that leaves no value takes the value away; a measure about staff members is withheld here too,
-- unless the bulk files say that at least five persons stand behind it.
with bulk as (
    select
        nis_code as unit_nis_code,
        year,
        care_type,
        measure,
        value,
        coalesce(
            {{ rank_of_status('status') }},
            case when value is null then {{ status_rank('not_submitted') }} else {{ status_rank('reported') }} end
        ) as status_rank
    from {{ ref('stg_bulk__measures') }}
),

guards as (
    select measure, guarded_by from {{ ref('measures') }}
),

ranked as (
    select
        bulk.unit_nis_code,
        bulk.year,
        bulk.care_type,
        bulk.measure,
        bulk.value,
        case
            when {{ is_gap('bulk.status_rank') }} then bulk.status_rank
            when bulk.value is null then {{ status_rank('not_submitted') }}
            when {{ stands_on_too_few('guards.guarded_by', 'persons.value') }}
                then {{ status_rank('withheld') }}
            else bulk.status_rank
        end as status_rank
    from bulk
    left join guards
        on bulk.measure = guards.measure
    left join bulk as persons
        on
            bulk.unit_nis_code = persons.unit_nis_code
            and bulk.year = persons.year
            and bulk.care_type = persons.care_type
            and guards.guarded_by = persons.measure
)

select
    unit_nis_code,
    year,
    care_type,
    measure,
    case when not {{ is_gap('status_rank') }} then value end as value,
    status_rank
from ranked
