{# Whether a figure of a bulk file fills the gap: only where nothing was submitted, never over another gap. #}
{% macro bulk_counts() -%}
    bulk.status_rank is not null
    and coalesce(given.status_rank, {{ status_rank('not_submitted') }}) = {{ status_rank('not_submitted') }}
{%- endmacro %}

{# Whether a figure about staff members stands on too few persons, or on an unknown number of them. #}
{% macro stands_on_too_few(guarded_by, persons) -%}
    {{ guarded_by }} is not null and coalesce({{ persons }}, 0) < {{ var('min_persons') }}
{%- endmacro %}
