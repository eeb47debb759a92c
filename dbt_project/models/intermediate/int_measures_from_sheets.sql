-- One row per unit, year, type of care and measure that rests on a sheet: its value, and the status that explains a
-- gap. A row that is not there is zero only where the sheet is declared complete; an empty cell is always a gap.
with states as (
    select * from {{ ref('int_sheet_states') }}
),

measures as (
    select * from {{ ref('int_measure_care_types') }}
),

parts as (
    select * from {{ ref('measure_parts') }}
),

cells as (
    select * from {{ ref('int_cells') }}
),

problems as (
    select * from {{ ref('int_cell_problems') }}
),

read_parts as (
    select
        states.unit_nis_code,
        states.year,
        states.care_type,
        measures.measure,
        case when cells.n_gaps is null and states.is_complete then 0 else cells.value end as value,
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
    from states
    inner join measures
        on states.sheet = measures.sheet and states.care_type = measures.care_type
    inner join parts
        on measures.measure = parts.measure
    left join cells
        on
            states.unit_nis_code = cells.unit_nis_code
            and states.year = cells.year
            and states.care_type = cells.care_type
            and states.sheet = cells.sheet
            and parts.item = cells.item
            and parts.quantity = cells.quantity
    left join problems
        on
            states.unit_nis_code = problems.unit_nis_code
            and states.year = problems.year
            and states.care_type = problems.care_type
            and states.sheet = problems.sheet
            and parts.item = problems.item
            and parts.quantity = problems.quantity
)

select
    unit_nis_code,
    year,
    care_type,
    measure,
    case when not ({{ is_gap('min(status_rank)') }}) then {{ as_measure('sum(value)') }} end as value,
    min(status_rank) as status_rank
from read_parts
group by unit_nis_code, year, care_type, measure
