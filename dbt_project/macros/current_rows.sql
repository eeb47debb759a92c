{# The rows of a staged sheet that belong to the version that counts, under the unit that handed them in. #}
{% macro current_rows(sheet) %}
    select
        current_versions.unit_nis_code,
        sheet_rows.*
    from {{ ref('stg_submission__' ~ sheet) }} as sheet_rows
    inner join {{ ref('int_submissions_current') }} as current_versions
        on sheet_rows.load_id = current_versions.load_id and sheet_rows.file_hash = current_versions.file_hash
{% endmacro %}

{# The types of care of which a form asks whether they are offered and which sheets are complete. #}
{% macro submission_care_types() -%} {{ return(['group', 'family', 'out_of_school']) }} {%- endmacro %}

{% macro submission_sheets() -%}
    {{ return(['locations', 'staff', 'staff_year', 'finance', 'hours', 'performance', 'via']) }}
{%- endmacro %}
