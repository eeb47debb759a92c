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

{# Pairs ranked by distance, nearest first, and cut after the k-th, per value of `key`. The distance is the root of the
   weighted mean square over the shared features; pairs that share too little of the weight have none. Equal distances
   go by code. #}
{% macro ranked_pairs(pairs, key, nearest) %}
    select
        {{ key }},
        peer_nis_code,
        cast(peer_rank as integer) as peer_rank,
        distance,
        known_share
    from (
        select
            measured.*,
            row_number() over (partition by {{ key }} order by distance, peer_nis_code) as peer_rank
        from (
            select
                {{ key }},
                peer_nis_code,
                round(sqrt(square_sum / weight_sum), 9) as distance,
                weight_sum / total_weight as known_share
            from {{ pairs }}
            where weight_sum > 0 and weight_sum >= {{ var('min_feature_share') }} * total_weight
        ) as measured
    ) as ranked
    where peer_rank <= {{ nearest }}
{% endmacro %}
