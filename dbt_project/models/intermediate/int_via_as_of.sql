-- One row per warehouse: the last day on which figures about VIA money came in. A deadline after it has not passed as
-- far as anyone can tell here. It follows from what was received and not from the clock.
with received as (
    select max(received_on) as received_on from {{ ref('stg_register__submissions') }}
    union all
    select max(received_on) as received_on from {{ ref('stg_register__via_lists') }}
)

select max(received_on) as as_of from received
