{# Amounts in the prices of one year. Within a year all amounts grow alike, so that peers' quantiles grow with them. #}

{# What an amount of a year is multiplied by, from the index figure of that year and of the year of the prices. #}
{% macro deflator(figure, figure_of_prices) -%}
    cast({{ figure_of_prices }} as double) / nullif(cast({{ figure }} as double), 0)
{%- endmacro %}

{# An amount in the prices of another year; nothing where there is no deflator. #}
{% macro in_real_prices(amount, deflator) -%} {{ amount }} * {{ deflator }} {%- endmacro %}
