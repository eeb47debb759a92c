-- One row per authority, year, type of care and measure, from the latest bulk file that gives it.
with source as (
    select * from {{ source('raw', 'bulk_measures') }}
),

files as (
    select load_id, file_hash, registered_at from {{ ref('stg_register__files') }} where dataset = 'bulk_measures'
),

ranked as (
    select
        source.nis_code,
        cast(source.year as integer) as year,
        source.care_type,
        source.measure,
        {{ as_measure('source.value') }} as value,
        source.status,
        row_number() over (
            partition by source.nis_code, source.year, source.care_type, source.measure
            order by files.registered_at desc, files.load_id desc, files.file_hash desc
        ) as file_rank
    from source
    inner join files
        on source.load_id = files.load_id and source.file_hash = files.file_hash
)

select
    nis_code,
    year,
    care_type,
    measure,
    value,
    status
from ranked
where file_rank = 1
