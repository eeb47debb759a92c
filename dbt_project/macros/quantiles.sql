{# The percentages of the quantiles, and their names. #}
{% macro quantiles() -%}
    {{ return({'p10': 10, 'p25': 25, 'median': 50, 'p75': 75, 'p90': 90}) }}
{%- endmacro %}

{# The number of one sorted list: of a group, for a year, type of care and indicator. #}
{% macro sorted_list_id(members, cells) -%}
    {{ members }}.group_id * 1000000 + {{ cells }}.cell_id
{%- endmacro %}

{# Leaving oneself out of a sorted list of n values shifts an index by at most one. So three neighbours per quantile,
   from this place on, are all that anybody's type 7 quantile of the others can need. #}
{% macro first_neighbour(percent, n) -%}
    cast(floor(greatest({{ n }} - 2, 0) * {{ percent }} / 100.0) as integer)
{%- endmacro %}

{# The type 7 quantile of the peers, from the three neighbours kept per group.
   `n_values` counts the group's values, `place` is one's own place among them or null. #}
{% macro quantile_of_others(name, percent, n_values, n_peers, place, stats) -%}
    {%- set position = "(" ~ n_peers ~ " - 1) * " ~ percent -%}
    {%- set low = "cast(floor(" ~ position ~ " / 100.0) as integer)" -%}
    {%- set low_value = neighbour_value(name, percent, n_values, low, place, stats) -%}
    {%- set high_value = neighbour_value(name, percent, n_values, "(" ~ low ~ " + 1)", place, stats) -%}
    case
        when {{ position }} = 100 * {{ low }} then {{ low_value }}
        else {{ low_value }} + ({{ position }} - 100 * {{ low }}) / 100.0 * ({{ high_value }} - {{ low_value }})
    end
{%- endmacro %}

{% macro neighbour_value(name, percent, n_values, index, place, stats) -%}
    case {{ index }} + case when {{ index }} >= {{ place }} then 1 else 0 end - {{ first_neighbour(percent, n_values) }}
        when 0 then {{ stats }}.{{ name }}_0
        when 1 then {{ stats }}.{{ name }}_1
        when 2 then {{ stats }}.{{ name }}_2
    end
{%- endmacro %}
