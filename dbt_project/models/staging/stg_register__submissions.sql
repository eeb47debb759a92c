-- One row per received version of a submission.
with source as (
    select * from {{ source('raw', 'register_submissions') }}
)

select
    ---------- ids
    load_id,
    file_hash,
    nis_code,
    cast(year as integer) as year,
    cast(version as integer) as version,

    ---------- facts about the file
    file_name,
    contract_version,
    data_kind,
    cast(n_required_cells as integer) as n_required_cells,
    cast(n_filled_cells as integer) as n_filled_cells,

    ---------- times
    cast(received_on as date) as received_on,
    cast(registered_at as timestamp) as registered_at
from source
