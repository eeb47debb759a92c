{# A number in words for the reader, the Belgian way: 1.234,5. #}
{% macro belgian_number(expression, decimals=0) -%}
    {{ return(adapter.dispatch('belgian_number', 'opvangspiegel')(expression, decimals)) }}
{%- endmacro %}

{% macro default__belgian_number(expression, decimals=0) -%}
    translate(format_number({{ expression }}, {{ decimals }}), ',.', '.,')
{%- endmacro %}

{% macro duckdb__belgian_number(expression, decimals=0) -%}
    translate(format('{:,.{{ decimals }}f}', cast({{ expression }} as double)), ',.', '.,')
{%- endmacro %}
