-- One row per authority on today's map, year, type of care and measure.
with measures as (
    select * from {{ ref('int_measures_today') }}
)

select
    nis_code,
    year,
    care_type,
    measure,
    value,
    {{ status_name('status_rank') }} as status
from measures
-- The rows of an authority lie together: who asks for one reads a small part of the table.
order by nis_code, year, care_type
