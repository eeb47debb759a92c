-- One row per unit, year, type of care and quantity of the sheet Personeel jaar.
with staff_year as (
    {{ current_rows('staff_year') }}
)

{{ long_cells('staff_year', 'staff_year', "'*'", {
    'contract_days': 'contract_days',
    'sick_days': 'sick_days',
    'leavers': 'leavers'
}) }}
