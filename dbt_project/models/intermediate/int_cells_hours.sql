-- One row per unit, year, type of care and quantity of the sheet Openingsuren.
-- A location without opening hours is a gap: nobody said that it was closed.
{{ long_cells('hours') }}
