-- One row per municipality of that year and age; inhabitants on 1 January, from the latest file of the year.
with source as (
    select * from {{ source('raw', 'population') }}
),

files as (
    select load_id, file_hash, registered_at from {{ ref('stg_register__files') }} where dataset = 'population'
),

ranked as (
    select
        cast(source.year as integer) as year,
        source.nis_code,
        cast(source.age as integer) as age,
        cast(source.population as integer) as population,
        source.data_kind,
        rank() over (
            partition by source.year order by files.registered_at desc, files.load_id desc, files.file_hash desc
        ) as file_rank
    from source
    inner join files
        on source.load_id = files.load_id and source.file_hash = files.file_hash
)

select
    year,
    nis_code,
    age,
    population,
    data_kind
from ranked
where file_rank = 1
