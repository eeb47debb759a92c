-- One row per unit, year, type of care and measure that rests on a sheet: its value, and the status that explains a
-- gap. A row that is not there is zero only where the sheet is declared complete; an empty cell is always a gap.
with read_parts as (
    {{ parts_of_measures() }}
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
