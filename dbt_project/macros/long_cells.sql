{# The rows of a sheet summed per quantity: unit, year, care_type, sheet, item, quantity, value, and how many source
   rows left a gap. #}
{% macro long_cells(sheet) %}
{%- set item = sheet_quantities()[sheet]['item'] -%}
with by_row as (
    {{ rows_of(sheet) }}
)
{% for quantity, made in sheet_quantities()[sheet]['quantities'].items() %}
select
    unit_nis_code,
    year,
    care_type,
    '{{ sheet }}' as sheet,
    {{ item }} as item,
    '{{ quantity }}' as quantity,
    {{ as_measure('sum(' ~ made['from'] ~ ')') }} as value,
    count(*) - count({{ made['from'] }}) as n_gaps
from by_row
group by unit_nis_code, year, care_type{% if item != "'*'" %}, {{ item }}{% endif %}
{%- if not loop.last %}
union all
{% endif %}
{%- endfor %}
{% endmacro %}
