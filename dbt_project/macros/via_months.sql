{# The months that the spending of a year's money is followed: from its own January until three years after. #}
{% macro via_months() -%} {{ return(range(1, 37)) }} {%- endmacro %}

{# The place of a day in the months of a year's money: 1 is January of that year, 13 of the next. #}
{% macro month_of_money(day, year) -%}
    cast((extract(year from {{ day }}) - {{ year }}) * 12 + extract(month from {{ day }}) as integer)
{%- endmacro %}

{# What is spent by the horizon, for one of the shares that earlier years give. #}
{% macro outlook_eur(name) -%}
    cast(spent_eur + cast(cast(base_eur as double) * {{ name }}_share as decimal(18, 2)) as decimal(18, 2))
{%- endmacro %}
