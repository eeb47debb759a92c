{# The percentages of the quantiles, and their names. #}
{% macro quantiles() -%}
    {{ return({'p10': 10, 'p25': 25, 'median': 50, 'p75': 75, 'p90': 90}) }}
{%- endmacro %}

{# The number of one sorted list: of a group, for a year, type of care and indicator. #}
{% macro sorted_list_id(members, cells) -%}
    {{ members }}.group_id * 1000000 + {{ cells }}.cell_id
{%- endmacro %}

{# The place (from 0) at or below which the type 7 quantile of n values lies, in whole numbers. #}
{% macro place_below(percent, n) -%}
    cast(floor(greatest({{ n }} - 1, 0) * {{ percent }} / 100.0) as integer)
{%- endmacro %}

{# Between two neighbours in a sorted list of n values: type 7 goes the part of a place that is left. #}
{% macro between_neighbours(low, high, percent, n) -%}
    case
        when ({{ n }} - 1) * {{ percent }} = 100 * {{ place_below(percent, n) }} then {{ low }}
        else {{ low }} + (({{ n }} - 1) * {{ percent }} - 100 * {{ place_below(percent, n) }}) / 100.0 * ({{ high }} - {{ low }})
    end
{%- endmacro %}

{# The quantile of the others: who stands at or before the place leaves the next value in it, who stands right behind it
   leaves a hole, and who stands further changes nothing. So three values per list serve all of its members. #}
{% macro quantile_of_others(name, place, stats) -%}
    case
        when {{ place }} is null then {{ stats }}.{{ name }}_of_all
        when {{ place }} <= {{ stats }}.{{ name }}_place then {{ stats }}.{{ name }}_without_lower
        when {{ place }} = {{ stats }}.{{ name }}_place + 1 then {{ stats }}.{{ name }}_without_next
        else {{ stats }}.{{ name }}_without_higher
    end
{%- endmacro %}
