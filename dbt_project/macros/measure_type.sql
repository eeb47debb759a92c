{# The type of every measure: exact, so that sums do not depend on the order of the rows. #}
{% macro measure_type() -%} decimal(28, 10) {%- endmacro %}

{% macro as_measure(expression) -%} cast({{ expression }} as {{ measure_type() }}) {%- endmacro %}
