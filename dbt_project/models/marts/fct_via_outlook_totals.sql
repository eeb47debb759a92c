-- One row per agreement, measure, year and horizon that still lies ahead: the outlook of all authorities together whose
-- spending is known. Its range is the lowest and the highest share that they spent together in an earlier year.
with outlooks as (
    select
        agreement,
        measure,
        year,
        horizon,
        horizon_month,
        money_month,
        count(*) as n_authorities,
        sum(base_eur) as base_eur,
        sum(spent_eur) as spent_eur,
        max(case when data_kind = 'demo' then 1 else 0 end) as demo
    from {{ ref('fct_via_outlook') }}
    group by agreement, measure, year, horizon, horizon_month, money_month
),

earlier_years as (
    select
        measure,
        year,
        horizon,
        money_month,
        sum(spent_at_horizon_eur - spent_eur) as ahead_eur,
        sum(base_eur) as base_eur,
        max(case when is_demo then 1 else 0 end) as demo
    from {{ ref('int_via_spending_ahead') }}
    group by measure, year, horizon, money_month
),

with_shares as (
    select
        outlooks.agreement,
        outlooks.measure,
        outlooks.year,
        outlooks.horizon,
        outlooks.horizon_month,
        outlooks.money_month,
        outlooks.n_authorities,
        outlooks.base_eur,
        outlooks.spent_eur,
        count(earlier_years.year) as n_earlier_years,
        min(cast(earlier_years.ahead_eur as double) / cast(earlier_years.base_eur as double)) as low_share,
        cast(sum(earlier_years.ahead_eur) as double) / cast(sum(earlier_years.base_eur) as double) as middle_share,
        max(cast(earlier_years.ahead_eur as double) / cast(earlier_years.base_eur as double)) as high_share,
        outlooks.demo = 1 or coalesce(max(earlier_years.demo), 0) = 1 as is_demo
    from outlooks
    left join earlier_years
        on
            outlooks.measure = earlier_years.measure
            and outlooks.horizon = earlier_years.horizon
            and outlooks.money_month = earlier_years.money_month
            and outlooks.year > earlier_years.year
    group by
        outlooks.agreement,
        outlooks.measure,
        outlooks.year,
        outlooks.horizon,
        outlooks.horizon_month,
        outlooks.money_month,
        outlooks.n_authorities,
        outlooks.base_eur,
        outlooks.spent_eur,
        outlooks.demo
)

select
    agreement,
    measure,
    year,
    horizon,
    horizon_month,
    money_month,
    cast(n_authorities as integer) as n_authorities,
    cast(base_eur as decimal(18, 2)) as base_eur,
    cast(spent_eur as decimal(18, 2)) as spent_eur,
    case when n_earlier_years > 1 then {{ outlook_eur('low') }} end as low_eur,
    {{ outlook_eur('middle') }} as middle_eur,
    case when n_earlier_years > 1 then {{ outlook_eur('high') }} end as high_eur,
    cast(n_earlier_years as integer) as n_earlier_years,
    case when is_demo then 'demo' else 'real' end as data_kind
from with_shares
