-- One row per unit, year, type of care and post of the sheet Financiën; amounts in euro.
with finance as (
    {{ current_rows('finance') }}
)

{{ long_cells('finance', 'finance', 'post', {'amount_eur': 'amount_eur'}) }}
