-- One row: the publication that is being made.
with source as (
    select * from {{ source('raw', 'publication_next') }}
)

select
    cast(number as integer) as publication_number,
    made_on as published_on,
    note as note_nl
from source
