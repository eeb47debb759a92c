-- One row per unit, year, type of care, tariff and quantity of the sheet Prestaties.
-- Child-days in full-day equivalents (day weights), child-hours by the midpoint of their bucket. Days without a weight
-- that year stay as a gap: dropped rows would count for zero in a complete sheet.
{{ long_cells('performance') }}
