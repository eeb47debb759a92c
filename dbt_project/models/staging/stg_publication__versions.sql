-- One row per unit and year that had a version that counts in the previous publication.
with source as (
    select * from {{ source('raw', 'publication_versions') }}
)

select
    unit_nis_code,
    cast(year as integer) as year,
    cast(version as integer) as version,
    file_hash,
    state,
    cast(n_settled as integer) as n_settled
from source
