-- One row per decision on a received version; the last one counts.
with source as (
    select * from {{ source('raw', 'register_decisions') }}
)

select
    cast(decision_id as integer) as decision_id,
    nis_code,
    cast(year as integer) as year,
    cast(version as integer) as version,
    decision,
    note,
    cast(decided_at as timestamp) as decided_at
from source
