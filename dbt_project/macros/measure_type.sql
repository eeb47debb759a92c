{# The type of every measure: exact, so that sums do not depend on the order of the rows, and with so many digits that
   a figure which had to be divided still ties with its equal on twelve. #}
{% macro measure_type() -%} decimal(38, 15) {%- endmacro %}

{% macro as_measure(expression) -%} cast({{ expression }} as {{ measure_type() }}) {%- endmacro %}

{# Two measures multiplied: in floating point, as their digits together would not fit the exact type. #}
{% macro product_of_measures(one, other) -%}
    {{ as_measure('cast(' ~ one ~ ' as double) * cast(' ~ other ~ ' as double)') }}
{%- endmacro %}
