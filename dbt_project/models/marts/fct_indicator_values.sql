-- One row per authority on today's map, year, type of care and indicator that is meaningful for it.
select
    nis_code,
    year,
    care_type,
    indicator_code,
    numerator,
    denominator,
    value,
    {{ status_name('status_rank') }} as status
from {{ ref('int_indicator_values') }}
