-- One row per authority on today's map, year, type of care and indicator that is meaningful for it.
-- `cell_id` numbers the year, type of care and indicator: what is compared with each other. It counts within the year,
-- so that another year coming or going changes no number.
with indicator_values as (
    {{ indicator_values(ref('int_measures_today'), ['nis_code', 'year']) }}
)

select
    nis_code,
    year,
    care_type,
    indicator_code,
    mod(year, 100) * 10000 + dense_rank() over (partition by year order by care_type, indicator_code) as cell_id,
    numerator,
    denominator,
    case when not {{ is_gap('status_rank') }} then value end as value,
    status_rank
from indicator_values
