-- One row per unit, year, type of care and measure from a bulk file, with its own status.
-- A value without a status is reported; a status that leaves no value takes the value away.
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
)

select
    unit_nis_code,
    year,
    care_type,
    measure,
    case when not {{ is_gap('status_rank') }} then value end as value,
    case
        when value is null and not {{ is_gap('status_rank') }} then {{ status_rank('not_submitted') }}
        else status_rank
    end as status_rank
from bulk
