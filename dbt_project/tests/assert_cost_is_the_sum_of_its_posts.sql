-- Accounting identity, to the cent: the gross cost is the sum of the expenditure posts that were handed in.
with posts as (
    select
        finance.unit_nis_code,
        finance.year,
        finance.care_type,
        sum(finance.amount_eur) as amount_eur
    from ({{ current_rows('finance') }}) as finance
    inner join {{ ref('posts') }} as posts
        on finance.post = posts.code and posts.direction = 'expenditure'
    group by finance.unit_nis_code, finance.year, finance.care_type
),

measures as (
    select unit_nis_code, year, care_type, value
    from {{ ref('fct_measures_as_reported') }}
    where measure = 'cost_gross_eur' and status = 'reported'
)

select
    measures.unit_nis_code,
    measures.year,
    measures.care_type,
    measures.value,
    posts.amount_eur
from measures
inner join posts
    on
        measures.unit_nis_code = posts.unit_nis_code
        and measures.year = posts.year
        and measures.care_type = posts.care_type
where measures.value <> posts.amount_eur
