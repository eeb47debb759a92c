-- One row per measure, year of the money, month and horizon: what authorities spent between that month and the horizon
-- in earlier years, as shares of their money. Empty below the smallest number of cases that a statistic is shown for.
with ahead as (
    select * from {{ ref('int_via_spending_ahead') }}
),

targets as (
    select distinct
        horizons.measure,
        horizons.year,
        horizons.horizon,
        spending.money_month
    from {{ ref('int_via_horizons') }} as horizons
    inner join {{ ref('int_via_spending') }} as spending
        on
            horizons.agreement = spending.agreement
            and horizons.measure = spending.measure
            and horizons.year = spending.year
            and horizons.horizon_month > spending.money_month
),

statistics as (
    select
        targets.measure,
        targets.year,
        targets.horizon,
        targets.money_month,
        cast(count(*) as integer) as n_earlier,
        cast(min(ahead.year) as integer) as first_year,
        max(case when ahead.is_demo then 1 else 0 end) = 1 as is_demo,
        {{ quantile_of('ahead.share_ahead', 'p10') }} as low_share,
        {{ quantile_of('ahead.share_ahead', 'median') }} as middle_share,
        {{ quantile_of('ahead.share_ahead', 'p90') }} as high_share
    from targets
    inner join ahead
        on
            targets.measure = ahead.measure
            and targets.horizon = ahead.horizon
            and targets.money_month = ahead.money_month
            and targets.year > ahead.year
    group by targets.measure, targets.year, targets.horizon, targets.money_month
)

select
    measure,
    year,
    horizon,
    money_month,
    n_earlier,
    first_year,
    is_demo,
{%- for name in ['low', 'middle', 'high'] %}
    case when n_earlier >= {{ var('min_peers') }} then round({{ name }}_share, 9) end
        as {{ name }}_share{{ ',' if not loop.last }}
{%- endfor %}
from statistics
