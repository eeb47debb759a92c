-- One row per figure that the previous publication showed with a value.
with source as (
    select * from {{ source('raw', 'publication_values') }}
)

select
    nis_code,
    cast(year as integer) as year,
    care_type,
    indicator_code,
    value,
    status
from source
