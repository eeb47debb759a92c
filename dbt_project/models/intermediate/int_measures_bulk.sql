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

guarded as (
    {{ guarded_figures('bulk', 'guards') }}
),

ranked as (
    select
        unit_nis_code,
        year,
        care_type,
        measure,
        value,
        case
            when {{ is_gap('status_rank') }} then status_rank
            when value is null then {{ status_rank('not_submitted') }}
            when is_withheld then {{ status_rank('withheld') }}
            else status_rank
        end as status_rank
    from guarded
)

select
    unit_nis_code,
    year,
    care_type,
    measure,
    case when not {{ is_gap('status_rank') }} then value end as value,
    status_rank
from ranked
