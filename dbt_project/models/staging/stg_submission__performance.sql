-- One row per type of care, location, month, duration, tariff and version; child-days as counted.
{{ staged_sheet('performance', [
    'care_type',
    'dossier_number',
    'month',
    'duration_bucket',
    'tariff',
    'present_days',
    'justified_absent_days',
    'unjustified_absent_days'
]) }}
