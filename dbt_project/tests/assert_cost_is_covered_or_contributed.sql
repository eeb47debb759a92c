-- Accounting identity: cost recovery in euro and the own contribution together are the gross cost.
with sides as (
    select
        nis_code,
        year,
        care_type,
        max(case when indicator_code = 'cost_recovery' then numerator end) as recovered_eur,
        max(case when indicator_code = 'own_contribution_per_place' then numerator end) as contributed_eur,
        max(case when indicator_code = 'cost_per_place' then numerator end) as cost_eur
    from {{ ref('fct_indicator_values') }}
    group by nis_code, year, care_type
)

select *
from sides
where recovered_eur + contributed_eur <> cost_eur
