-- One row per unit, year, type of care and quantity of the sheet Personeel jaar.
{{ long_cells('staff_year') }}
