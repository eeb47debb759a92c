-- One row per list that was received, and whether its lines count. All lines of a list count, or none: a list with a
-- refused line waits until a mended version comes, one with questions only until a person has released it. Of the
-- versions of a list, the last one that may count does.
with source as (
    select * from {{ source('raw', 'register_via_lists') }}
),

judged as (
    select
        *,
        n_refused = 0 and (n_queried = 0 or released_at is not null) as may_count
    from source
),

with_last as (
    select
        *,
        max(case when may_count then registered_at end) over (
            partition by source_kind, payer, list_number
        ) as last_that_counts
    from judged
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
    case
        when may_count and registered_at = last_that_counts then 'counted'
        when registered_at < last_that_counts then 'replaced'
        else 'waiting'
    end as state
from with_last
