{# A feature's value before its transform: a measure, or a ratio of two. #}
{% macro feature_ratio() -%}
    case
        when features.denominator is null then cast(numerators.value as double)
        else cast(numerators.value as double) / nullif(cast(denominators.value as double), 0)
    end
{%- endmacro %}

{# Feature vectors have this many columns; a profile may have fewer features, not more. #}
{% macro feature_slots() -%} {{ return(range(1, 9)) }} {%- endmacro %}

{# The weighted sum of squares of `difference`, in which # stands for the slot; where it is missing it counts for nothing.
   Distances and the least distances of blocks are one and the same sum, so that rounding cannot turn their order. #}
{% macro weighted_squares(weights, difference) -%}
    {%- for slot in feature_slots() %}
    {%- set of_slot = difference | replace('#', slot | string) %}
    coalesce({{ weights }}.w{{ slot }} * {{ of_slot }} * {{ of_slot }}, 0)
    {%- if not loop.last %} + {% endif %}
    {%- endfor %}
{%- endmacro %}

{# The weighted sum of squares between two vectors, over the features that both have. #}
{% macro squared_distance(own, other, weights) -%}
    {{ weighted_squares(weights, '(' ~ own ~ '.f# - ' ~ other ~ '.f#)') }}
{%- endmacro %}

{# The weight of the features that both vectors have. #}
{% macro shared_weight(own, other, weights) -%}
    {%- for slot in feature_slots() %}
    case when {{ own }}.f{{ slot }} is not null and {{ other }}.f{{ slot }} is not null
        then coalesce({{ weights }}.w{{ slot }}, 0) else 0 end
    {%- if not loop.last %} + {% endif %}
    {%- endfor %}
{%- endmacro %}

{# Whether two vectors share enough of the weight for a distance. #}
{% macro is_enough_weight(weight_sum, total_weight) -%}
    {{ weight_sum }} > 0 and {{ weight_sum }} >= {{ var('min_feature_share') }} * {{ total_weight }}
{%- endmacro %}

{# The distance: the root of the weighted mean square over the shared features. #}
{% macro distance_of(square_sum, weight_sum) -%} round(sqrt(({{ square_sum }}) / {{ weight_sum }}), 9) {%- endmacro %}

{# What a least distance may lie beyond a bound and still be looked at: one unit of the last digit of a distance. #}
{% macro distance_margin() -%} 1e-9 {%- endmacro %}

{# The pairs with their rank per value of `key`, nearest first; equal distances go by the order of the peers. #}
{% macro ranked_pairs(pairs, key, peer) -%}
    select
        pairs.*,
        cast(row_number() over (partition by pairs.{{ key }} order by pairs.distance, pairs.{{ peer }}) as integer)
            as peer_rank
    from {{ pairs }} as pairs
{%- endmacro %}

{# The `place`th smallest value of a group; missing where there are fewer. DuckDB keeps no more than those. #}
{% macro nth_smallest(expression, place) -%}
    {{ return(adapter.dispatch('nth_smallest', 'opvangspiegel')(expression, place)) }}
{%- endmacro %}

{% macro default__nth_smallest(expression, place) -%}
    get(sort_array(collect_list({{ expression }})), {{ place }} - 1)
{%- endmacro %}

{% macro duckdb__nth_smallest(expression, place) -%} min({{ expression }}, {{ place }})[{{ place }}] {%- endmacro %}
