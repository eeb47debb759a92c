{# The one formula: multiplier x numerator / denominator; null when a side is missing or the denominator is zero. #}
{% macro indicator_ratio(numerator, denominator, multiplier) -%}
    cast({{ multiplier }} as double) * cast({{ numerator }} as double)
    / nullif(cast({{ denominator }} as double), 0)
{%- endmacro %}

{# Indicator values from measures. `measures` gives the columns in `keys`, care_type, measure, value and status_rank.
   A side with one missing term is missing as a whole; a ratio on nothing is not applicable. #}
{% macro indicator_values(measures, keys) %}
    select
        {%- for key in keys %}
        sides.{{ key }},
        {%- endfor %}
        sides.care_type,
        sides.indicator_code,
        sides.numerator,
        sides.denominator,
        {{ indicator_ratio('sides.numerator', 'sides.denominator', 'indicators.multiplier') }} as value,
        case
            when sides.denominator = 0 and not ({{ is_gap('sides.status_rank') }})
                then {{ status_rank('not_applicable') }}
            else sides.status_rank
        end as status_rank
    from (
        select
            {%- for key in keys %}
            measures.{{ key }},
            {%- endfor %}
            measures.care_type,
            terms.indicator_code,
            {{ side_sum('numerator') }} as numerator,
            {{ side_sum('denominator') }} as denominator,
            min(measures.status_rank) as status_rank
        from {{ measures }} as measures
        inner join {{ ref('int_indicator_terms') }} as terms
            on measures.measure = terms.measure
        inner join {{ ref('int_indicator_care_types') }} as care_types
            on terms.indicator_code = care_types.indicator_code and measures.care_type = care_types.care_type
        group by
            {%- for key in keys %}
            measures.{{ key }},
            {%- endfor %}
            measures.care_type,
            terms.indicator_code
    ) as sides
    inner join {{ ref('indicators') }} as indicators
        on sides.indicator_code = indicators.indicator_code
{% endmacro %}

{% macro side_sum(side) -%}
    case
        when count(case when terms.side = '{{ side }}' then 1 end)
            = count(case when terms.side = '{{ side }}' then measures.value end)
            then {{ as_measure("sum(case when terms.side = '" ~ side ~ "' then terms.sign * measures.value end)") }}
    end
{%- endmacro %}
