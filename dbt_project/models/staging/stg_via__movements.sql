-- One row per line of a payment list or a list of bookings that counts; amounts in euro. `nis_code` is the code that
-- the authority had on the day of the movement, `year` the year that the money belongs to.
with source as (
    select * from {{ source('raw', 'via_movements') }}
),

counted_lists as (
    select load_id, file_hash, data_kind
    from {{ ref('stg_register__via_lists') }}
    where state = 'counted'
)

select
    source.load_id,
    source.file_hash,
    cast(source.row_number as integer) as row_number,
    source.source_kind,
    source.payer,
    source.nis_code,
    source.agreement,
    source.measure,
    cast(source.year as integer) as year,
    source.care_type,
    source.step,
    cast(source.moved_on as date) as moved_on,
    cast(source.amount_eur as decimal(18, 2)) as amount_eur,
    source.reference,
    counted_lists.data_kind
from source
inner join counted_lists
    on source.load_id = counted_lists.load_id and source.file_hash = counted_lists.file_hash
