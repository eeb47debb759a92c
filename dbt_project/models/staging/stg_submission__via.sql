-- One row per agreement, measure, year, type of care, step, date and version; amounts in euro.
{{ staged_sheet('via', [
    'agreement',
    'via_measure',
    'via_year',
    'care_type',
    'step',
    'moved_on',
    'amount_eur'
]) }}
