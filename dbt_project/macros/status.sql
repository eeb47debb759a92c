{# Statuses in order of precedence; the codelist `status` of seeds/codes.csv gives them words in the same order. #}
{% macro statuses() -%}
    {{ return(['not_applicable', 'not_submitted', 'rejected', 'withheld', 'under_query', 'partial_year', 'estimated',
               'reported']) }}
{%- endmacro %}

{# The place of one named status in the order, as a number to compute with. #}
{% macro status_rank(name) -%}
    {%- if name not in statuses() -%}
        {{ exceptions.raise_compiler_error("'" ~ name ~ "' is not a status; expected one of " ~ statuses() | join(', ')) }}
    {%- endif -%}
    {{ statuses().index(name) + 1 }}
{%- endmacro %}

{% macro status_name(rank) -%}
    case {{ rank }}
        {%- for name in statuses() %} when {{ loop.index }} then '{{ name }}'{% endfor %}
    end
{%- endmacro %}

{% macro rank_of_status(column) -%}
    case {{ column }}
        {%- for name in statuses() %} when '{{ name }}' then {{ loop.index }}{% endfor %}
    end
{%- endmacro %}

{# Whether a status leaves no value. #}
{% macro is_gap(rank) -%} {{ rank }} <= {{ status_rank('withheld') }} {%- endmacro %}

{# The status of a sum: parts that are not applicable are left out, unless all of them are. #}
{% macro status_rank_of_sum(rank) -%}
    coalesce(
        min({{ rank }}) filter (where {{ rank }} <> {{ status_rank('not_applicable') }}),
        {{ status_rank('not_applicable') }}
    )
{%- endmacro %}

{# A sum that is missing as a whole when one of its applicable parts is. #}
{% macro sum_without_gaps(value, rank) -%}
    case
        when not ({{ is_gap(status_rank_of_sum(rank)) }}) then {{ as_measure('sum(' ~ value ~ ')') }}
    end
{%- endmacro %}
