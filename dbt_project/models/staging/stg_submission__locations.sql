-- One row per location and version.
{{ staged_sheet('locations', [
    'dossier_number',
    'location_name',
    'organiser_kbo',
    'care_type',
    'subsidy_tier',
    'licensed_places',
    'income_tariff_places',
    'started_on',
    'stopped_on'
]) }}
