-- One row per unit, year, type of care, function and quantity of the sheet Personeel.
-- Childminders with sui-generis statute are persons and never FTE: their FTE is no gap.
with staff as (
    {{ current_rows('staff') }}
),

net_hours as (
    select year, value from {{ ref('int_parameters_by_year') }} where parameter = 'net_hours_per_fte'
),

by_row as (
    select
        staff.*,
        {{ as_measure('staff.fte * net_hours.value') }} as fte_hours
    from staff
    left join net_hours on staff.year = net_hours.year
)

{{ long_cells('by_row', 'staff', 'function', {
    'persons': 'persons',
    'fte': 'fte',
    'fte_hours': 'fte_hours',
    'qualified_fte': 'qualified_fte',
    'vacant_fte': 'vacant_fte'
}) }}
