-- One row per unit, year, type of care and post of the sheet Financiën; amounts in euro.
{{ long_cells('finance') }}
