-- One row per question of the Steunpunt about a received version, with its answer once there is one.
with source as (
    select * from {{ source('raw', 'register_queries') }}
)

select
    ---------- ids
    cast(query_id as integer) as query_id,
    load_id,
    file_hash,
    nis_code,
    cast(year as integer) as year,
    cast(version as integer) as version,

    ---------- about
    sheet,
    cast(row_number as integer) as row_number,
    column_name,
    indicator_code,

    ---------- question and answer
    question as text_nl,
    cast(asked_at as timestamp) as asked_at,
    answer as answer_nl,
    cast(answered_at as timestamp) as answered_at
from source
