-- One row per correction of a cell that was in the figures of the previous publication.
with source as (
    select * from {{ source('raw', 'publication_applied_corrections') }}
)

select
    cast(correction_id as integer) as correction_id,
    nis_code,
    cast(year as integer) as year
from source
