-- One row per authority, year, type of care and measure, from the latest bulk file that gives it.
with latest as (
    {{ rows_of_latest_file('bulk_measures', 'given.nis_code, given.year, given.care_type, given.measure') }}
)

select
    load_id,
    file_hash,
    nis_code,
    cast(year as integer) as year,
    care_type,
    measure,
    {{ as_measure('value') }} as value,
    status
from latest
