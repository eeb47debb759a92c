{# The rows of one sheet that the register knows: what a killed load left behind stays invisible. #}
{% macro staged_sheet(sheet, columns) %}
with source as (
    select * from {{ source('raw', 'submission_' ~ sheet) }}
),

versions as (
    select load_id, file_hash, version from {{ ref('stg_register__submissions') }}
)

select
    ---------- ids
    source.load_id,
    source.file_hash,
    source.nis_code,
    cast(source.year as integer) as year,
    versions.version,
    cast(source.row_number as integer) as row_number,

    ---------- as handed in
    {%- for column in columns %}
    source.{{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
from source
inner join versions
    on source.load_id = versions.load_id and source.file_hash = versions.file_hash
{% endmacro %}
