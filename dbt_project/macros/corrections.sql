{# Which cells of a sheet the Steunpunt can correct: the columns that tell its rows apart, and of every other column the
   type in which raw holds it. The contract of the submission says the same; a test compares them. #}
{% macro correctable_sheets() -%}
    {%- set declared = {'consents_to_be_named': 'boolean', 'first_month': 'bigint', 'last_month': 'bigint',
                        'overhead_charged': 'boolean', 'rent_charged': 'boolean', 'out_of_school_on_0945': 'boolean'} -%}
    {%- for care_type in submission_care_types() -%}
        {%- do declared.update({'offers_' ~ care_type: 'boolean'}) -%}
        {%- for sheet in submission_sheets() -%}
            {%- do declared.update({'complete_' ~ care_type ~ '_' ~ sheet: 'boolean'}) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ return({
        'authority': {'key': [], 'columns': declared},
        'locations': {'key': ['dossier_number'], 'columns': {
            'care_type': 'varchar', 'subsidy_tier': 'varchar', 'licensed_places': 'bigint',
            'income_tariff_places': 'bigint', 'started_on': 'date', 'stopped_on': 'date'}},
        'staff': {'key': ['care_type', 'function', 'statute'], 'item': 'function', 'columns': {
            'persons': 'bigint', 'fte': 'decimal(18,4)', 'qualified_fte': 'decimal(18,4)',
            'vacant_fte': 'decimal(18,4)'}},
        'staff_year': {'key': ['care_type'], 'columns': {
            'contract_days': 'decimal(18,4)', 'sick_days': 'decimal(18,4)', 'leavers': 'bigint'}},
        'finance': {'key': ['care_type', 'post'], 'item': 'post', 'columns': {'amount_eur': 'decimal(18,2)'}},
        'hours': {'key': ['dossier_number', 'period', 'weekday', 'opens_minute'], 'columns': {
            'closes_minute': 'bigint', 'opening_days': 'bigint'}},
        'performance': {'key': ['care_type', 'dossier_number', 'month', 'duration_bucket', 'tariff'], 'columns': {
            'present_days': 'bigint', 'justified_absent_days': 'bigint', 'unjustified_absent_days': 'bigint'}},
        'via': {'key': ['agreement', 'via_measure', 'via_year', 'care_type', 'step', 'moved_on'], 'columns': {
            'amount_eur': 'decimal(18,2)'}}
    }) }}
{%- endmacro %}

{# What tells a row from the others of its sheet, as text, `*` for the one row of a form.
   ingest.version_rows.row_key writes the same. #}
{% macro row_key(columns, relation) -%}
    {%- if not columns -%} '*' {%- endif -%}
    {%- for column in columns -%}
        {%- if not loop.first %} || ' | ' || {% endif -%}
        coalesce(replace(cast({{ relation }}.{{ column }} as varchar), '|', '/'), '')
    {%- endfor -%}
{%- endmacro %}

{# The corrections that hold for rows of a sheet: one row per row of a file, with the new values under their columns. #}
{% macro corrections_of(sheet) %}
    select
        load_id,
        file_hash,
        row_number
        {%- for column, type in correctable_sheets()[sheet]['columns'].items() %},
        max(case when column_name = '{{ column }}' then cast(new_value as {{ type }}) end) as {{ column }}
        {%- endfor %}
    from {{ ref('stg_submission__corrections') }}
    where sheet = '{{ sheet }}' and is_applied
    group by load_id, file_hash, row_number
{% endmacro %}
