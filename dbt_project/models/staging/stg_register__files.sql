-- One row per public file that was received; the latest of a dataset and year counts.
with source as (
    select * from {{ source('raw', 'register_files') }}
)

select
    load_id,
    file_hash,
    dataset,
    file_name,
    data_kind,
    cast(registered_at as timestamp) as registered_at
from source
