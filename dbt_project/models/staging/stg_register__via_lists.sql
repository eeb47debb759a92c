-- One row per list that was received, and whether its lines count. All lines of a list count, or none: a list with a
-- refused line waits until a mended version comes, one with questions only until a person has released it. Of the
-- versions of a list, the last one that may count does: that is how the register states it.
with source as (
    select * from {{ source('raw', 'register_via_lists') }}
)

select
    load_id,
    file_hash,
    file_name,
    cast(received_on as date) as received_on,
    cast(registered_at as timestamp) as registered_at,
    data_kind,
    source_kind,
    payer,
    list_number,
    cast(list_version as integer) as list_version,
    cast(period_from as date) as period_from,
    cast(period_to as date) as period_to,
    cast(n_lines as integer) as n_lines,
    cast(n_refused as integer) as n_refused,
    cast(n_queried as integer) as n_queried,
    cast(total_eur as decimal(18, 2)) as total_eur,
    cast(released_at as timestamp) as released_at,
    release_note,
    state
from source
