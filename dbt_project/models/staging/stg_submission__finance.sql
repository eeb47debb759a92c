-- One row per type of care, post and version; amounts in euro.
{{ staged_sheet('finance', [
    'care_type',
    'post',
    'amount_eur'
]) }}
