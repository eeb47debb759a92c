{# Whether one value lies beyond another, equal on twelve significant digits not counting as beyond. #}
{% macro is_above(value, limit) -%}
    ({{ value }} > {{ limit }} and {{ value }} - {{ limit }} > 5e-12 * greatest(abs({{ value }}), abs({{ limit }})))
{%- endmacro %}

{# Statistics with their judgement. `statistics` gives the columns of macro peer_statistics and the keys; `values` is
   joined by its author under the names value, status, polarity, multiplier, band_lower and band_upper. #}
{% macro judged(relation, columns) %}
    with shown as (
        select
            facts.*,
            n_peers >= {{ var('min_peers') }} as has_statistics,
            n_peers >= {{ var('min_peers') }} and status = 'reported' and value is not null as has_position,
            case
                when n_peers < {{ var('min_peers') }} then 'too_few_peers'
                when peer_denominator = 0 then 'no_denominator'
                when largest_denominator > {{ var('dominance_share') }} * abs(peer_denominator) then 'one_peer_dominates'
            end as weighted_mean_reason
        from {{ relation }} as facts
    ),

    positioned as (
        select
            shown.*,
            case
                when status <> 'reported' then status
                when value is null then 'no_own_value'
                when polarity = 'target_band' and band_lower is null and band_upper is null then 'no_band'
                when polarity <> 'target_band' and not has_statistics then 'too_few_peers'
            end as reason,
            has_position and {{ is_above('p25', 'value') }} as is_below_peers,
            has_position and {{ is_above('value', 'p75') }} as is_above_peers
        from shown
    )

    select
        {%- for column in columns %}
        {{ column }},
        {%- endfor %}
        n_peers,
        {%- for name in quantiles() %}
        case when has_statistics then {{ name }} end as {{ name }},
        {%- endfor %}
        case
            when weighted_mean_reason is null then {{ indicator_ratio('peer_numerator', 'peer_denominator', 'multiplier') }}
        end as weighted_mean,
        weighted_mean_reason,
        cast(case
            when not has_position or polarity = 'target_band' then null
            when polarity = 'lower' then n_lower + 1
            else n_peers - n_lower - n_equal + 1
        end as integer) as rank,
        case when has_position then (n_lower + n_equal / 2.0) / n_peers * 100 end as percentile_rank,
        cast(case
            when not has_position then null
            when is_below_peers then 1
            when is_above_peers then 4
            when {{ is_above('value', 'median') }} then 3
            else 2
        end as integer) as quartile,
        case when has_position then value - median end as difference,
        case
            when reason is not null then 'none'
            when polarity = 'target_band' then
                case
                    when {{ is_above('band_lower', 'value') }} then 'below_band'
                    when {{ is_above('value', 'band_upper') }} then 'above_band'
                    else 'in_band'
                end
            when not is_below_peers and not is_above_peers then 'similar'
            when polarity = 'neutral' then case when is_above_peers then 'higher' else 'lower' end
            when is_above_peers = (polarity = 'higher') then 'better'
            else 'worse'
        end as judgement,
        reason,
        band_lower,
        band_upper
    from positioned
{% endmacro %}
