-- One row per unit, year and context measure: facts about the territory, from public sources.
-- Income is that of the latest income year known for the year.
with units as (
    select * from {{ ref('int_units_by_year') }}
),

population as (
    select
        year,
        nis_code as unit_nis_code,
        sum(population) as population,
        sum(case when age between 0 and 2 then population end) as children_0_2,
        sum(case when age between 3 and 11 then population end) as children_3_11
    from {{ ref('stg_statbel__population') }}
    group by year, nis_code
),

income_years as (
    select
        units.unit_nis_code,
        units.year,
        max(income.year) as income_year
    from units
    inner join {{ ref('stg_statbel__fiscal_income') }} as income
        on units.unit_nis_code = income.nis_code and units.year >= income.year
    group by units.unit_nis_code, units.year
),

income as (
    select
        income_years.unit_nis_code,
        income_years.year,
        income.net_taxable_income_eur
    from income_years
    inner join {{ ref('stg_statbel__fiscal_income') }} as income
        on income_years.unit_nis_code = income.nis_code and income_years.income_year = income.year
),

facts as (
    select unit_nis_code, year, 'population' as measure, {{ as_measure('population') }} as value from population
    union all
    select unit_nis_code, year, 'children_0_2' as measure, {{ as_measure('children_0_2') }} as value from population
    union all
    select unit_nis_code, year, 'children_3_11' as measure, {{ as_measure('children_3_11') }} as value from population
    union all
    select
        unit_nis_code, year, 'net_taxable_income_eur' as measure, {{ as_measure('net_taxable_income_eur') }} as value
    from income
)

select
    units.unit_nis_code,
    units.year,
    measures.care_type,
    measures.measure,
    facts.value,
    case
        when facts.value is null then {{ status_rank('not_submitted') }}
        else {{ status_rank('reported') }}
    end as status_rank
from units
inner join {{ ref('int_measure_care_types') }} as measures
    on measures.sheet = 'context' and measures.measure <> 'area_km2'
left join facts
    on
        units.unit_nis_code = facts.unit_nis_code
        and units.year = facts.year
        and measures.measure = facts.measure
