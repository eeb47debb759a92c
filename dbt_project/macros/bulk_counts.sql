{# Whether a figure of a bulk file fills the gap: only where nothing was submitted, never over another gap. #}
{% macro bulk_counts() -%}
    bulk.status_rank is not null
    and coalesce(given.status_rank, {{ status_rank('not_submitted') }}) = {{ status_rank('not_submitted') }}
{%- endmacro %}
