{# Summed quantities as rows: unit, year, care_type, sheet, item, quantity, value, and how many source rows left a gap.
   `quantities` maps a quantity to the expression that one source row gives for it. #}
{% macro long_cells(relation, sheet, item, quantities) %}
{%- for quantity, expression in quantities.items() %}
select
    unit_nis_code,
    year,
    care_type,
    '{{ sheet }}' as sheet,
    {{ item }} as item,
    '{{ quantity }}' as quantity,
    {{ as_measure('sum(' ~ expression ~ ')') }} as value,
    count(*) - count({{ expression }}) as n_gaps
from {{ relation }}
group by unit_nis_code, year, care_type{% if item != "'*'" %}, {{ item }}{% endif %}
{%- if not loop.last %}
union all
{% endif %}
{%- endfor %}
{% endmacro %}
