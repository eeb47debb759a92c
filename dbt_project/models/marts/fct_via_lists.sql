-- One row per payment list or list of bookings that was received, and whether its lines count: all of them, or none.
with lists as (
    select * from {{ ref('stg_register__via_lists') }}
),

payers as (
    select code, label_nl from {{ ref('codes') }} where codelist = 'via_payer'
)

select
    lists.file_hash,
    lists.file_name,
    lists.source_kind,
    lists.payer,
    coalesce(payers.label_nl, lists.payer) as payer_name,
    lists.list_number,
    lists.list_version,
    lists.period_from,
    lists.period_to,
    lists.received_on,
    lists.registered_at as received_at,
    lists.state,
    lists.n_lines,
    lists.n_refused,
    lists.n_queried,
    lists.total_eur,
    lists.released_at,
    lists.release_note,
    lists.data_kind
from lists
left join payers
    on lists.payer = payers.code
