{# A figure walked back to the cells that it was made of, as table functions of the warehouse. Each of them takes the
   figure: authority on today's map, year, type of care and indicator. They ask the models and macros that the marts are
   made with; none has a formula of its own. #}

{% macro create_trace_functions() -%}
    {{ return(adapter.dispatch('create_trace_functions', 'opvangspiegel')()) }}
{%- endmacro %}

{% macro default__create_trace_functions() -%} {%- endmacro %}

{% macro duckdb__create_trace_functions() -%}
    create schema if not exists functions;
    {%- for name, body in {
        'trace_measures': trace_measures(), 'trace_parts': trace_parts(), 'trace_rows': trace_rows(),
        'trace_cells': trace_cells(), 'trace_context': trace_context(), 'trace_files': trace_files()
    }.items() %}
    create or replace macro functions.{{ name }}(own_nis_code, own_year, own_care_type, own_indicator) as table (
        {{ without_database(body) }}
    );
    {%- endfor %}
{%- endmacro %}

{# A reader opens the file under another name than it was built with, so a function names schema and table only. #}
{% macro without_database(body) -%}
    {{ body | replace(ref('authorities').include(schema=false, identifier=false) ~ '.', '') }}
{%- endmacro %}

{% macro own_figure() -%} own_nis_code, own_year, own_care_type, own_indicator {%- endmacro %}

{# One row per term of the formula and figure that its measure is the sum of: over the units that merged into the
   authority and, for the total, over the types of care. `origin` says where that figure came from. #}
{% macro trace_measures() %}
    with measures as (
        select
            terms.side,
            terms.sign,
            today.measure,
            today.value as measure_value,
            {{ status_name('today.status_rank') }} as measure_status
        from {{ ref('int_indicator_terms') }} as terms
        inner join {{ ref('int_measures_today') }} as today
            on terms.measure = today.measure
        where
            terms.indicator_code = own_indicator
            and today.nis_code = own_nis_code
            and today.year = own_year
            and today.care_type = own_care_type
    ),

    reported as (
        select * from {{ ref('int_measures_reported') }} where nis_code = own_nis_code and year = own_year
    ),

    summed as (
        select unit_nis_code, measure from reported where care_type = own_care_type and origin = 'sum'
    )

    select
        measures.*,
        reported.unit_nis_code,
        units.unit_name,
        reported.care_type,
        case
            when measures.measure = 'area_km2' then {{ as_measure('authorities.area_km2') }} else reported.value
        end as value,
        case
            when measures.measure = 'area_km2' then measures.measure_status
            else {{ status_name('reported.status_rank') }}
        end as status,
        reported.origin
    from measures
    inner join reported
        on measures.measure = reported.measure
    left join summed
        on reported.unit_nis_code = summed.unit_nis_code and reported.measure = summed.measure
    inner join {{ ref('int_units_by_year') }} as units
        on reported.unit_nis_code = units.unit_nis_code and reported.year = units.year
    left join {{ ref('authorities') }} as authorities
        on reported.nis_code = authorities.nis_code
    where
        (summed.measure is null and reported.care_type = own_care_type)
        or (summed.measure is not null and reported.care_type <> own_care_type)
{% endmacro %}

{# The figures that rest on a sheet, whichever term of the formula asks for them. #}
{% macro traced_sheets() %}
    select distinct unit_nis_code, care_type, measure
    from functions.trace_measures({{ own_figure() }})
    where origin = 'sheet'
{% endmacro %}

{# One row per part of a figure that rests on a sheet. #}
{% macro trace_parts() %}
    with asked as ({{ traced_sheets() }})

    select
        parts.unit_nis_code,
        parts.care_type,
        parts.measure,
        parts.sheet,
        parts.item,
        parts.quantity,
        parts.value,
        {{ status_name('parts.status_rank') }} as status,
        parts.n_gaps,
        parts.is_complete
    from ({{ parts_of_measures() }}) as parts
    inner join asked
        on
            parts.unit_nis_code = asked.unit_nis_code
            and parts.care_type = asked.care_type
            and parts.measure = asked.measure
    where parts.year = own_year
{% endmacro %}

{# One row per part and row of the sheet that it is the sum of, with the parameter that the row was multiplied by. #}
{% macro trace_rows() %}
    with asked as ({{ traced_sheets() }}),

    given as (
        {%- for sheet in submission_sheets() %}
        {%- set outer_last = loop.last %}
        {%- for quantity, made in sheet_quantities()[sheet]['quantities'].items() %}
        select
            unit_nis_code,
            care_type,
            '{{ sheet }}' as sheet,
            {{ sheet_quantities()[sheet]['item'] }} as item,
            '{{ quantity }}' as quantity,
            load_id,
            file_hash,
            row_number,
            {{ 'dossier_number' if sheet in ['locations', 'hours'] else 'cast(null as varchar)' }} as dossier_number,
            {{ as_measure(made['from']) }} as value,
            {{ "'" ~ made['parameter'] ~ "'" if 'parameter' in made else 'cast(null as varchar)' }} as parameter,
            {{ made.get('parameter_item', "'*'") }} as parameter_item
        from ({{ rows_of(sheet) }}) as rows_of_sheet
        where year = own_year and unit_nis_code in (select unit_nis_code from asked)
        {%- if not (outer_last and loop.last) %}
        union all
        {%- endif %}
        {%- endfor %}
        {%- endfor %}
    )

    select
        asked.measure,
        given.*,
        parameters.value as parameter_value
    from asked
    inner join {{ ref('measures') }} as measures
        on asked.measure = measures.measure
    inner join {{ ref('measure_parts') }} as parts
        on asked.measure = parts.measure
    inner join given
        on
            asked.unit_nis_code = given.unit_nis_code
            and asked.care_type = given.care_type
            and measures.sheet = given.sheet
            and parts.item = given.item
            and parts.quantity = given.quantity
    left join {{ ref('int_parameters_by_year') }} as parameters
        on
            given.parameter = parameters.parameter
            and given.parameter_item = parameters.item
            and parameters.year = own_year
{% endmacro %}

{# One row per traced row and cell that it rests on. Opening hours rest on the location and on each of its slots. #}
{% macro trace_cells() %}
    with traced as (
        select distinct sheet, quantity, load_id, file_hash, row_number, dossier_number
        from functions.trace_rows({{ own_figure() }})
    ),

    source_rows as (
        {%- for sheet in submission_sheets() %}
        select
            '{{ sheet }}' as source_sheet,
            load_id,
            file_hash,
            row_number,
            {{ 'dossier_number' if sheet in ['locations', 'hours'] else 'cast(null as varchar)' }} as dossier_number,
            to_json(given) as cells
        from {{ ref('stg_submission__' ~ sheet) }} as given
        where year = own_year and file_hash in (select file_hash from traced)
        {{ 'union all' if not loop.last }}
        {%- endfor %}
    )

    select
        traced.sheet,
        traced.quantity,
        traced.load_id,
        traced.file_hash,
        traced.row_number,
        source_rows.source_sheet,
        source_rows.row_number as source_row_number,
        columns.column_name,
        json_extract_string(source_rows.cells, concat('$.', columns.column_name)) as cell
    from traced
    inner join {{ ref('quantity_columns') }} as columns
        on traced.sheet = columns.sheet and traced.quantity = columns.quantity
    inner join source_rows
        on
            columns.source_sheet = source_rows.source_sheet
            and traced.load_id = source_rows.load_id
            and traced.file_hash = source_rows.file_hash
            and case
                when traced.sheet = 'hours' and columns.source_sheet = 'hours'
                    then traced.dossier_number = source_rows.dossier_number
                else traced.row_number = source_rows.row_number
            end
{% endmacro %}

{# One row per row of a public file that a context figure is made of; `age` is empty where there are no ages. #}
{% macro trace_context() %}
    with asked as (
        select distinct unit_nis_code, measure
        from functions.trace_measures({{ own_figure() }})
        where origin = 'context'
    )

    select
        asked.unit_nis_code,
        asked.measure,
        rows_of_measure.dataset,
        rows_of_measure.source_year,
        rows_of_measure.age,
        rows_of_measure.value
    from asked
    inner join ({{ context_rows() }}) as rows_of_measure
        on
            asked.unit_nis_code = rows_of_measure.unit_nis_code
            and asked.measure = rows_of_measure.measure
            and rows_of_measure.year = own_year
{% endmacro %}

{# One row per unit of the authority and file that counts for it, with what is known of its being handed in, and one
   per bulk file that a figure was taken from. #}
{% macro trace_files() %}
    with asked as (
        select distinct unit_nis_code, care_type, measure, origin from functions.trace_measures({{ own_figure() }})
    )

    select
        versions.file_hash,
        versions.load_id,
        states.file_name,
        states.version,
        states.received_on,
        states.contract_version,
        states.data_kind,
        versions.unit_nis_code,
        cast(null as varchar) as care_type,
        cast(null as varchar) as measure
    from {{ ref('int_submissions_current') }} as versions
    inner join {{ ref('int_submission_states') }} as states
        on versions.load_id = states.load_id and versions.file_hash = states.file_hash
    where versions.year = own_year and versions.unit_nis_code in (select unit_nis_code from asked)
    union all
    select
        bulk.file_hash,
        bulk.load_id,
        files.file_name,
        cast(null as integer) as version,
        cast(files.registered_at as date) as received_on,
        cast(null as varchar) as contract_version,
        files.data_kind,
        asked.unit_nis_code,
        asked.care_type,
        asked.measure
    from asked
    inner join {{ ref('stg_bulk__measures') }} as bulk
        on
            asked.unit_nis_code = bulk.nis_code
            and asked.care_type = bulk.care_type
            and asked.measure = bulk.measure
            and bulk.year = own_year
    inner join {{ ref('stg_register__files') }} as files
        on bulk.load_id = files.load_id and bulk.file_hash = files.file_hash
    where asked.origin = 'bulk'
{% endmacro %}
