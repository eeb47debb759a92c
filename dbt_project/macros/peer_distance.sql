{# A feature's value before its transform: a measure, or a ratio of two. #}
{% macro feature_ratio() -%}
    case
        when features.denominator is null then cast(numerators.value as double)
        else cast(numerators.value as double) / nullif(cast(denominators.value as double), 0)
    end
{%- endmacro %}

{# Feature vectors have this many columns; a profile may have fewer features, not more. #}
{% macro feature_slots() -%} {{ return(range(1, 9)) }} {%- endmacro %}

{# The weighted sum of squares between two vectors, over the features that both have. #}
{% macro squared_distance(own, other, weights) -%}
    {%- for slot in feature_slots() %}
    coalesce({{ weights }}.w{{ slot }} * ({{ own }}.f{{ slot }} - {{ other }}.f{{ slot }})
        * ({{ own }}.f{{ slot }} - {{ other }}.f{{ slot }}), 0)
    {%- if not loop.last %} + {% endif %}
    {%- endfor %}
{%- endmacro %}

{# The weight of the features that both vectors have. #}
{% macro shared_weight(own, other, weights) -%}
    {%- for slot in feature_slots() %}
    case when {{ own }}.f{{ slot }} is not null and {{ other }}.f{{ slot }} is not null
        then coalesce({{ weights }}.w{{ slot }}, 0) else 0 end
    {%- if not loop.last %} + {% endif %}
    {%- endfor %}
{%- endmacro %}
