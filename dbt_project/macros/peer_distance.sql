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

{# The distance of pairs: the root of the weighted mean square over the shared features; pairs that share too little of
   the weight have none. #}
{% macro measured_pairs(pairs, key) %}
    select
        {{ key }},
        peer_nis_code,
        round(sqrt(square_sum / weight_sum), 9) as distance,
        weight_sum / total_weight as known_share
    from {{ pairs }}
    where weight_sum > 0 and weight_sum >= {{ var('min_feature_share') }} * total_weight
{% endmacro %}

{# The k nearest pairs per value of `key`, ranked, nearest first; equal distances go by code. #}
{% macro ranked_pairs(pairs, key, nearest) -%}
    {{ return(adapter.dispatch('ranked_pairs', 'opvangspiegel')(pairs, key, nearest)) }}
{%- endmacro %}

{% macro default__ranked_pairs(pairs, key, nearest) %}
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
        from ({{ measured_pairs(pairs, key) }}) as measured
    ) as ranked
    where peer_rank <= {{ nearest }}
{% endmacro %}

{# DuckDB keeps the k smallest of each group while the pairs stream by: no pair is ever stored. #}
{% macro duckdb__ranked_pairs(pairs, key, nearest) %}
    select
        {{ key }},
        kept[place].peer_nis_code as peer_nis_code,
        cast(place as integer) as peer_rank,
        kept[place].distance as distance,
        kept[place].known_share as known_share
    from (
        select
            {{ key }},
            kept,
            unnest(range(1, len(kept) + 1)) as place
        from (
            select
                {{ key }},
                min(
                    {'distance': distance, 'peer_nis_code': peer_nis_code, 'known_share': known_share},
                    {{ nearest }}
                ) as kept
            from ({{ measured_pairs(pairs, key) }}) as measured
            group by {{ key }}
        ) as grouped
    ) as listed
{% endmacro %}
