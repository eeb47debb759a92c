-- One row per reason that was given for a problem of a received file; the last one for a place counts.
with source as (
    select * from {{ source('raw', 'register_reasons') }}
)

select
    cast(reason_id as integer) as reason_id,
    load_id,
    file_hash,
    nis_code,
    cast(year as integer) as year,
    cast(version as integer) as version,
    rule_code,
    sheet,
    cast(row_number as integer) as row_number,
    column_name,
    reason as reason_nl,
    cast(given_at as timestamp) as given_at
from source
