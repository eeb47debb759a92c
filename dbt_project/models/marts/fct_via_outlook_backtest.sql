-- One row per agreement, measure, earlier year, month and horizon: the outlook that would have been given at the end of
-- that month, from the years before it only, beside what came out.
with outlooks as (
    select
        ahead.agreement,
        ahead.measure,
        ahead.year,
        ahead.money_month,
        ahead.horizon,
        ahead.spent_at_horizon_eur,
        shares.n_earlier,
        ahead.is_demo or shares.is_demo as is_demo,
    {%- for name in ['low', 'middle', 'high'] %}
        {{ outlook_eur(name) }} as {{ name }}_eur{{ ',' if not loop.last }}
    {%- endfor %}
    from {{ ref('int_via_spending_ahead') }} as ahead
    inner join {{ ref('int_via_outlook_shares') }} as shares
        on
            ahead.measure = shares.measure
            and ahead.year = shares.year
            and ahead.horizon = shares.horizon
            and ahead.money_month = shares.money_month
    where shares.low_share is not null
)

select
    agreement,
    measure,
    year,
    money_month,
    horizon,
    cast(count(*) as integer) as n_authorities,
    cast(count(case when spent_at_horizon_eur between low_eur and high_eur then 1 end) as integer) as n_within_range,
    cast(count(case when spent_at_horizon_eur < low_eur then 1 end) as integer) as n_below_range,
    cast(count(case when spent_at_horizon_eur > high_eur then 1 end) as integer) as n_above_range,
    100.0 * count(case when spent_at_horizon_eur between low_eur and high_eur then 1 end) / count(*)
        as within_range_pct,
    cast(sum(middle_eur) as decimal(18, 2)) as middle_eur,
    cast(sum(spent_at_horizon_eur) as decimal(18, 2)) as spent_at_horizon_eur,
    max(n_earlier) as n_earlier,
    case when max(case when is_demo then 1 else 0 end) = 1 then 'demo' else 'real' end as data_kind
from outlooks
group by agreement, measure, year, money_month, horizon
