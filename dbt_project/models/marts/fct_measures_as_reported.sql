-- One row per unit as it was in that year, year, type of care and measure: the figures before mergers are summed.
{{ config(post_hook = '{{ create_trace_functions() }}') }}

with measures as (
    select * from {{ ref('int_measures_reported') }}
)

select
    unit_nis_code,
    nis_code,
    year,
    care_type,
    measure,
    value,
    {{ status_name('status_rank') }} as status
from measures
