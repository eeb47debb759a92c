-- One row per authority, agreement, measure, year, type of care and basis of the rate: what the authority may expect by
-- its own figures, beside what was announced. A year without a rate of its own takes the last one before it.
with rates as (
    select * from {{ ref('int_via_rates') }}
),

years as (
    select distinct year from {{ ref('int_units_by_year') }}
),

rates_by_year as (
    select
        rates.*,
        years.year as money_year,
        row_number() over (
            partition by rates.agreement, rates.measure, rates.basis, rates.rate_unit, years.year
            order by rates.year desc
        ) as place_from_last
    from rates
    inner join {{ ref('via_agreements') }} as agreements
        on rates.agreement = agreements.agreement
    inner join years
        on years.year between rates.year and coalesce(agreements.period_to_year, 9999)
),

announced_by_care_type as (
    select {{ via_key_columns() }}, announced_eur from {{ ref('fct_via_ledger') }}
    where care_type <> '{{ var("total_care_type") }}'
),

announced as (
    select * from announced_by_care_type
    union all
    select
        nis_code,
        agreement,
        measure,
        year,
        '{{ var("total_care_type") }}' as care_type,
        case when count(*) = count(announced_eur) then cast(sum(announced_eur) as decimal(18, 2)) end as announced_eur
    from announced_by_care_type
    group by nis_code, agreement, measure, year
),

quantities as (
    select * from {{ ref('fct_measures') }}
),

expected as (
    select
        quantities.nis_code,
        rates.agreement,
        rates.measure,
        quantities.year,
        quantities.care_type,
        rates.basis,
        rates.year as rate_year,
        rates.sector as rate_sector,
        rates.rate_unit,
        rates.rate,
        rates.quantity_measure,
        cast(quantities.value as decimal(18, 6)) as quantity,
        quantities.status,
        cast(rates.rate * cast(quantities.value as decimal(18, 6)) as decimal(18, 2)) as expected_eur
    from quantities
    inner join rates_by_year as rates
        on
            quantities.measure = rates.quantity_measure
            and quantities.year = rates.money_year
            and rates.place_from_last = 1
    where quantities.status <> 'not_applicable'
)

select
    {{ via_key_columns('expected') }},
    expected.basis,
    expected.rate_year,
    expected.rate_sector,
    expected.rate_unit,
    expected.rate,
    expected.quantity_measure,
    expected.quantity,
    expected.status,
    expected.expected_eur,
    announced.announced_eur,
    cast(announced.announced_eur - expected.expected_eur as decimal(18, 2)) as difference_eur
from expected
left join announced
    on {{ same_via_key('expected', 'announced') }}
