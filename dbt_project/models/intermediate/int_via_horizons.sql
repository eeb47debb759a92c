-- One row per agreement, measure, year of the money and horizon that its spending is looked ahead to: the end of its
-- own year, and the month by which it must be spent.
with money as (
    select distinct agreement, measure, year from {{ ref('int_via_spending') }}
)

select agreement, measure, year, 'year_end' as horizon, 12 as horizon_month
from money

union all

select
    money.agreement,
    money.measure,
    money.year,
    'deadline' as horizon,
    {{ month_of_money('deadlines.spend_by', 'money.year') }} as horizon_month
from money
inner join {{ ref('via_deadlines') }} as deadlines
    on money.agreement = deadlines.agreement and money.measure = deadlines.measure and money.year = deadlines.year
where {{ month_of_money('deadlines.spend_by', 'money.year') }} > 12
