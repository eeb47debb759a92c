-- One row per unit, year, type of care and step of the sheet VIA; amounts in euro of the movements dated in that
-- year, whatever year the money belongs to: what was paid and spent in the year. The ledger follows the money by its
-- own year.
with via as (
    {{ current_rows('via') }}
),

of_the_year as (
    select * from via where extract(year from moved_on) = year
)

{{ long_cells('of_the_year', 'via', 'step', {'amount_eur': 'amount_eur'}) }}
