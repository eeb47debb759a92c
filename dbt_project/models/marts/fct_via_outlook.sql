-- One row per authority, agreement, measure, year and horizon that still lies ahead: what was spent by the last known
-- month, and what is to be expected by the horizon with its range.
with last_known as (
    select max(moved_on) as moved_on from {{ ref('int_via_movements') }} where standing = 'counted' and step = 'spent'
),

spending as (
    select
        spending.*,
        {{ month_of_money('last_known.moved_on', 'spending.year') }} as known_month
    from {{ ref('int_via_spending') }} as spending
    cross join last_known
),

ahead as (
    select
        spending.nis_code,
        spending.agreement,
        spending.measure,
        spending.year,
        horizons.horizon,
        horizons.horizon_month,
        spending.money_month,
        spending.base_eur,
        spending.spent_eur,
        shares.n_earlier,
        shares.low_share,
        shares.middle_share,
        shares.high_share,
        spending.is_demo or coalesce(shares.is_demo, false) as is_demo
    from spending
    inner join {{ ref('int_via_horizons') }} as horizons
        on
            spending.agreement = horizons.agreement
            and spending.measure = horizons.measure
            and spending.year = horizons.year
            and spending.money_month < horizons.horizon_month
    left join {{ ref('int_via_outlook_shares') }} as shares
        on
            spending.measure = shares.measure
            and spending.year = shares.year
            and horizons.horizon = shares.horizon
            and spending.money_month = shares.money_month
    where spending.money_month = spending.known_month
)

select
    nis_code,
    agreement,
    measure,
    year,
    horizon,
    horizon_month,
    money_month,
    base_eur,
    spent_eur,
    {%- for name in ['low', 'middle', 'high'] %}
        {{ outlook_eur(name) }} as {{ name }}_eur,
    {%- endfor %}
    coalesce(n_earlier, 0) as n_earlier,
    case when low_share is null then 'too_few_earlier' end as reason,
    case when is_demo then 'demo' else 'real' end as data_kind
from ahead
