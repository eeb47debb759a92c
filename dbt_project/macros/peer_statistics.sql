{# Statistics of named peers, one row per combination of `keys`.
   `pairs` gives the keys, own_tie_value (null without a reported value of one's own), and per peer with a reported
   value: numerator, denominator, value, tie_value. #}
{% macro peer_statistics(pairs, keys) %}
    select
        {%- for key in keys %}
        {{ key }},
        {%- endfor %}
        cast(count(value) as integer) as n_peers,
        count(case when tie_value < own_tie_value then 1 end) as n_lower,
        count(case when tie_value = own_tie_value then 1 end) as n_equal,
        sum(numerator) as peer_numerator,
        sum(denominator) as peer_denominator,
        max(abs(denominator)) as largest_denominator,
        {%- for name, percent in quantiles().items() %}
        {{ quantile_of('value', name) }} as {{ name }}
        {{- ',' if not loop.last }}
        {%- endfor %}
    from {{ pairs }}
    group by
        {%- for key in keys %}
        {{ key }}{{ ',' if not loop.last }}
        {%- endfor %}
{% endmacro %}
