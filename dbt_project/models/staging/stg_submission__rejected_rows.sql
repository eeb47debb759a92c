-- One row per row that was set apart because its key could not be read, as the sender wrote it.
with source as (
    select * from {{ source('raw', 'submission_rejected_rows') }}
)

select
    load_id,
    file_hash,
    nis_code,
    cast(year as integer) as year,
    sheet,
    cast(row_number as integer) as row_number,
    care_type,
    cells
from source
