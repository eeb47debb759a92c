{# The rows of one sheet that the register knows: what a killed load left behind stays invisible. Corrections take their
   place here, so that no model can forget them; the value as handed in stays in raw and beside the correction. #}
{% macro staged_sheet(sheet, columns) %}
with source as (
    select * from {{ source('raw', 'submission_' ~ sheet) }}
),

versions as (
    select load_id, file_hash, version from {{ ref('stg_register__submissions') }}
),

corrections as (
    {{ corrections_of(sheet) }}
)

select
    ---------- ids
    source.load_id,
    source.file_hash,
    source.nis_code,
    cast(source.year as integer) as year,
    versions.version,
    cast(source.row_number as integer) as row_number,

    ---------- as handed in, or corrected
    {%- for column in columns %}
    {%- if column in correctable_sheets()[sheet]['columns'] %}
    coalesce(corrections.{{ column }}, source.{{ column }}) as {{ column }}{{ ',' if not loop.last }}
    {%- else %}
    source.{{ column }}{{ ',' if not loop.last }}
    {%- endif %}
    {%- endfor %}
from source
inner join versions
    on source.load_id = versions.load_id and source.file_hash = versions.file_hash
left join corrections
    on
        source.load_id = corrections.load_id
        and source.file_hash = corrections.file_hash
        and source.row_number = corrections.row_number
{% endmacro %}
