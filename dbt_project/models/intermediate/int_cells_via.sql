-- One row per unit, year, type of care and step of the sheet VIA; amounts in euro for the year they belong to.
with via as (
    {{ current_rows('via') }}
),

of_the_year as (
    select * from via where via_year = year
)

{{ long_cells('of_the_year', 'via', 'step', {'amount_eur': 'amount_eur'}) }}
