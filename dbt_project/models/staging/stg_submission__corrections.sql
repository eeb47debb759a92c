-- One row per correction and received version that has the row it is about: what stands there, and whether it is
-- replaced. It is only where the old value still stands there, so that a mended source is never corrected again.
with corrections as (
    select * from {{ ref('stg_register__corrections') }}
),

versions as (
    select load_id, file_hash, version from {{ ref('stg_register__submissions') }}
),

found as (
    {%- for sheet, cells in correctable_sheets().items() %}
        {%- set has_care_type = 'care_type' in cells['key'] or 'care_type' in cells['columns'] %}
        select
            corrections.*,
            given.load_id,
            given.file_hash,
            cast(given.row_number as integer) as row_number,
            {{ 'given.care_type' if has_care_type else 'cast(null as varchar)' }} as care_type,
            {{ 'given.' ~ cells['item'] if 'item' in cells else 'cast(null as varchar)' }} as item,
            case corrections.column_name
                {%- for column in cells['columns'] %}
                    when '{{ column }}' then cast(given.{{ column }} as varchar)
                {%- endfor %}
            end as found_value
        from corrections
        inner join {{ source('raw', 'submission_' ~ sheet) }} as given
            on
                corrections.sheet = '{{ sheet }}'
                and corrections.nis_code = given.nis_code
                and corrections.year = given.year
                and corrections.row_key = {{ row_key(cells['key'], 'given') }}
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
)

select
    found.correction_id,
    found.load_id,
    found.file_hash,
    found.nis_code,
    found.year,
    versions.version,
    found.sheet,
    found.row_number,
    found.column_name,
    found.care_type,
    found.item,
    found.old_value,
    found.found_value,
    found.new_value,
    found.is_estimate,
    coalesce(
        found.withdrawn_at is null
        and not found.is_expired
        and (found.found_value = found.old_value or (found.found_value is null and found.old_value is null)),
        false
    ) as is_applied
from found
inner join versions
    on found.load_id = versions.load_id and found.file_hash = versions.file_hash
