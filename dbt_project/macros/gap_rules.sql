{# Whether a figure of a bulk file fills the gap: only where nothing was submitted, never over another gap. #}
{% macro bulk_counts() -%}
    bulk.status_rank is not null
    and coalesce(given.status_rank, {{ status_rank('not_submitted') }}) = {{ status_rank('not_submitted') }}
{%- endmacro %}

{# The figures with, beside each, whether it is withheld: it is about staff members and stands on too few persons, or on
   an unknown number of them. Both are names of tables at hand: the figures, and the measures with what guards each. #}
{% macro guarded_figures(figures, guards) %}
    select
        figures.*,
        not {{ is_gap('figures.status_rank') }}
        and guards.guarded_by is not null
        and coalesce(persons.value, 0) < {{ var('min_persons') }} as is_withheld
    from {{ figures }} as figures
    left join {{ guards }} as guards
        on figures.measure = guards.measure
    left join {{ figures }} as persons
        on
            figures.unit_nis_code = persons.unit_nis_code
            and figures.year = persons.year
            and figures.care_type = persons.care_type
            and guards.guarded_by = persons.measure
{% endmacro %}
