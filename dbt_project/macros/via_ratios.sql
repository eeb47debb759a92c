{# Half of the last decimal that a stated figure shows: how far the true one may be from it. #}
{% macro half_a_decimal(quantity) -%}
    case
        when {{ quantity }} = round({{ quantity }}, 0) then cast(0.5 as decimal(6, 5))
        when {{ quantity }} = round({{ quantity }}, 1) then cast(0.05 as decimal(6, 5))
        when {{ quantity }} = round({{ quantity }}, 2) then cast(0.005 as decimal(6, 5))
        when {{ quantity }} = round({{ quantity }}, 3) then cast(0.0005 as decimal(6, 5))
        else cast(0.00005 as decimal(6, 5))
    end
{%- endmacro %}
