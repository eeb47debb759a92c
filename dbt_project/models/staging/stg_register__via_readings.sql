-- One row per reading of an agreement that a person accepted; the last decision on a finding counts.
with numbered as (
    select
        *,
        row_number() over (partition by finding_id order by decision_id desc) as place
    from {{ source('raw', 'register_via_readings') }}
)

select
    finding_id,
    decided_at,
    note
from numbered
where place = 1
