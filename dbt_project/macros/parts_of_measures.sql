{# The parts that measures are summed from, per unit, year and type of care: an item and a quantity of a sheet, with the
   value that counts and the status that explains a gap. A row that is not there is zero only where the sheet is declared
   complete; an empty cell is always a gap. #}
{% macro parts_of_measures() %}
    select
        states.unit_nis_code,
        states.year,
        states.care_type,
        measures.measure,
        states.sheet,
        parts.item,
        parts.quantity,
        case when cells.n_gaps is null and states.is_complete then 0 else cells.value end as value,
        cells.n_gaps,
        states.is_complete,
        least(
            states.status_rank,
            coalesce(problems.status_rank, {{ status_rank('reported') }}),
            case
                when problems.status_rank = {{ status_rank('rejected') }} then {{ status_rank('rejected') }}
                when states.is_complete and coalesce(cells.n_gaps, 0) = 0 then {{ status_rank('reported') }}
                when states.item_is_key and cells.n_gaps = 0 then {{ status_rank('reported') }}
                else {{ status_rank('not_submitted') }}
            end
        ) as status_rank
    from {{ ref('int_sheet_states') }} as states
    inner join {{ ref('int_measure_care_types') }} as measures
        on states.sheet = measures.sheet and states.care_type = measures.care_type
    inner join {{ ref('measure_parts') }} as parts
        on measures.measure = parts.measure
    left join {{ ref('int_cells') }} as cells
        on
            states.unit_nis_code = cells.unit_nis_code
            and states.year = cells.year
            and states.care_type = cells.care_type
            and states.sheet = cells.sheet
            and parts.item = cells.item
            and parts.quantity = cells.quantity
    left join {{ ref('int_cell_problems') }} as problems
        on
            states.unit_nis_code = problems.unit_nis_code
            and states.year = problems.year
            and states.care_type = problems.care_type
            and states.sheet = problems.sheet
            and parts.item = problems.item
            and parts.quantity = problems.quantity
{% endmacro %}
