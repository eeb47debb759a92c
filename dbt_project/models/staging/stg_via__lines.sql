-- One row per printed figure of an agreement, from the latest file that holds the agreement's table.
with source as (
    select * from {{ source('raw', 'via_lines') }}
),

files as (
    select load_id, file_hash, registered_at from {{ ref('stg_register__files') }} where dataset = 'via_lines'
),

ranked as (
    select
        source.agreement,
        cast(source.year as integer) as year,
        source.table_code,
        source.row_label,
        cast(source.line_number as integer) as line_number,
        source.kind,
        source.unit,
        source.measure,
        source.sector,
        cast(source.amount_printed_eur as decimal(18, 2)) as amount_printed_eur,
        cast(source.quantity_printed as decimal(18, 4)) as quantity_printed,
        source.source_place,
        source.data_kind,
        source.file_hash,
        rank() over (
            partition by source.agreement, source.table_code
            order by files.registered_at desc, files.load_id desc, files.file_hash desc
        ) as file_rank
    from source
    inner join files
        on source.load_id = files.load_id and source.file_hash = files.file_hash
)

select
    agreement,
    year,
    table_code,
    row_label,
    line_number,
    kind,
    unit,
    measure,
    sector,
    amount_printed_eur,
    quantity_printed,
    source_place,
    data_kind,
    file_hash
from ranked
where file_rank = 1
