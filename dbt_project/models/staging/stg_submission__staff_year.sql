-- One row per type of care and version.
{{ staged_sheet('staff_year', [
    'care_type',
    'contract_days',
    'sick_days',
    'leavers'
]) }}
