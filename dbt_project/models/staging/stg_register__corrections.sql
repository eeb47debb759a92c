-- One row per correction of a cell, withdrawn and expired ones included.
with source as (
    select * from {{ source('raw', 'register_corrections') }}
)

select
    ---------- ids
    cast(correction_id as integer) as correction_id,
    nis_code,
    cast(year as integer) as year,
    sheet,
    row_key,
    column_name,

    ---------- what and why
    old_value,
    new_value,
    is_estimate,
    reason as reason_nl,
    on_word_of,

    ---------- times
    valid_until,
    cast(made_at as timestamp) as made_at,
    cast(withdrawn_at as timestamp) as withdrawn_at,
    withdrawal_reason as withdrawal_reason_nl,
    is_expired
from source
