-- One row per unit, year, type of care, function and quantity of the sheet Personeel.
-- Childminders with sui-generis statute are persons and never FTE: their FTE is no gap.
{{ long_cells('staff') }}
