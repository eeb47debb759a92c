-- One row per type of care, function, statute and version.
{{ staged_sheet('staff', [
    'care_type',
    'function',
    'statute',
    'persons',
    'fte',
    'qualified_fte',
    'vacant_fte'
]) }}
