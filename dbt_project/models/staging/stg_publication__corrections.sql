-- One row per published figure that an earlier publication changed, as the previous publication lists them.
with source as (
    select * from {{ source('raw', 'publication_corrections') }}
)

select
    cast(publication_number as integer) as publication_number,
    published_on,
    nis_code,
    cast(year as integer) as year,
    care_type,
    indicator_code,
    old_value,
    new_value,
    old_status,
    new_status,
    difference,
    cause,
    cast(from_version as integer) as from_version,
    cast(to_version as integer) as to_version,
    why_nl,
    cast(n_moved as integer) as n_moved
from source
