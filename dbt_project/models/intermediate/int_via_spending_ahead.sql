-- One row per authority, agreement, measure, year of the money, month and horizon whose end is known: the share of the
-- money that was spent between that month and the horizon.
with spending as (
    select * from {{ ref('int_via_spending') }}
)

select
    now.nis_code,
    now.agreement,
    now.measure,
    now.year,
    now.money_month,
    horizons.horizon,
    horizons.horizon_month,
    now.base_eur,
    now.spent_eur,
    at_horizon.spent_eur as spent_at_horizon_eur,
    cast(at_horizon.spent_eur - now.spent_eur as double) / cast(now.base_eur as double) as share_ahead,
    now.is_demo
from spending as now
inner join {{ ref('int_via_horizons') }} as horizons
    on
        now.agreement = horizons.agreement
        and now.measure = horizons.measure
        and now.year = horizons.year
        and now.money_month < horizons.horizon_month
inner join spending as at_horizon
    on
        now.nis_code = at_horizon.nis_code
        and now.agreement = at_horizon.agreement
        and now.measure = at_horizon.measure
        and now.year = at_horizon.year
        and horizons.horizon_month = at_horizon.money_month
