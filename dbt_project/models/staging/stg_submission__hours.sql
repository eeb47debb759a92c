-- One row per location, period, weekday, slot and version; times in minutes since midnight.
{{ staged_sheet('hours', [
    'dossier_number',
    'period',
    'weekday',
    'opens_minute',
    'closes_minute',
    'opening_days'
]) }}
