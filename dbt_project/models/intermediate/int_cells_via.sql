-- One row per unit, year, type of care and step of the sheet VIA; amounts in euro of the movements dated in that
-- year, whatever year the money belongs to: what was paid and spent in the year. The ledger follows the money by its
-- own year.
{{ long_cells('via') }}
