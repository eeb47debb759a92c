-- One row per unit, year, type of care and sheet: whether the care is offered and the sheet is declared complete.
with authority as (
    {{ current_rows('authority') }}
),

declared as (
    {%- for care_type in submission_care_types() %}
        {%- set outer_last = loop.last %}
        {%- for sheet in submission_sheets() %}
            select
                unit_nis_code,
                year,
                '{{ care_type }}' as care_type,
                '{{ sheet }}' as sheet,
                offers_{{ care_type }} as is_offered,
                complete_{{ care_type }}_{{ sheet }} as is_complete,
                first_month,
                last_month
            from authority
            {%- if not (outer_last and loop.last) %}
                union all
            {%- endif %}
        {%- endfor %}
    {%- endfor %}
)

select
    unit_nis_code,
    year,
    care_type,
    sheet,
    is_offered,
    coalesce(is_complete, false) as is_complete,
    first_month > 1 or last_month < 12 as is_partial_year
from declared
