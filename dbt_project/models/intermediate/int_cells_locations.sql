-- One row per unit, year, type of care and quantity of the sheet Locaties.
{{ long_cells('locations') }}
