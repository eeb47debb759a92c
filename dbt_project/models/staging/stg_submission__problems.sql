-- One row per problem found in a file; problems of refused files too, without authority where it is unknown.
with source as (
    select * from {{ source('raw', 'submission_problems') }}
)

select
    ---------- ids
    load_id,
    file_hash,
    nis_code,
    cast(year as integer) as year,

    ---------- where
    file,
    sheet,
    sheet_nl,
    cast(row_number as integer) as row_number,
    column_name,
    header_nl,
    care_type,
    item,

    ---------- what
    rule_code,
    severity,
    found,
    expected,
    message_nl
from source
