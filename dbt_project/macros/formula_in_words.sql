{# A ratio as people read it, from the words of its two sides: '(a + b) ÷ (c) × 100'. #}
{% macro formula_in_words(words) -%}
    concat(
        '(', substr(numerators.{{ words }}, 3), ') ÷ (', substr(denominators.{{ words }}, 3), ')',
        case
            when indicators.multiplier <> 1 then concat(' × ', cast(cast(indicators.multiplier as integer) as varchar))
            else ''
        end
    )
{%- endmacro %}
