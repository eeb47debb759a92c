{# The steps of a euro, in order; the codelist `via_step` of seeds/codes.csv gives them words in the same order. #}
{% macro via_steps() -%} {{ return(['announced', 'paid', 'booked', 'spent', 'justified']) }} {%- endmacro %}

{# What says which money it is: with a step, one amount. #}
{% macro via_key() -%} {{ return(['nis_code', 'agreement', 'measure', 'year', 'care_type']) }} {%- endmacro %}

{# The columns of the key, of a relation when its name is given. #}
{% macro via_key_columns(relation=none) -%}
    {%- for column in via_key() -%}
        {{ relation ~ '.' if relation }}{{ column }}{{ ', ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{# Whether two relations are about the same money. #}
{% macro same_via_key(one, other) -%}
    {%- for column in via_key() -%}
        {{ one }}.{{ column }} = {{ other }}.{{ column }}{{ ' and ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{# The amount that came as far as a step: the largest known amount of it and of the steps behind it. Empty when none of
   them is known; `greatest` passes over what is empty. #}
{% macro reached_eur(step) -%}
    {%- set onward = via_steps()[via_steps().index(step):] -%}
    {%- if onward | length == 1 -%} {{ step }}_eur
    {%- else -%} greatest({% for name in onward %}{{ name }}_eur{{ ', ' if not loop.last }}{% endfor %})
    {%- endif -%}
{%- endmacro %}

{# By how much one amount exceeds another: zero when it does not, empty when either is not known. #}
{% macro what_is_over(amount, limit) -%}
    cast(case when {{ amount }} > {{ limit }} then {{ amount }} - {{ limit }} when {{ amount }} <= {{ limit }} then 0 end
        as decimal(18, 2))
{%- endmacro %}
