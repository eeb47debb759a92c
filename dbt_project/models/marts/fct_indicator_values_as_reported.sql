-- One row per unit as it was in that year, year, type of care and indicator.
with indicator_values as (
    {{ indicator_values(ref('int_measures_reported'), ['unit_nis_code', 'nis_code', 'year']) }}
)

select
    unit_nis_code,
    nis_code,
    year,
    care_type,
    indicator_code,
    numerator,
    denominator,
    case when not {{ is_gap('status_rank') }} then value end as value,
    {{ status_name('status_rank') }} as status
from indicator_values
