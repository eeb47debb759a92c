-- One row per authority, agreement, measure, year of the money and month since its January: the euros spent by the end
-- of that month, beside what was announced (or paid, where nothing was announced). Only months that the sheets VIA,
-- declared complete, cover.
with money as (
    select
        {{ via_key_columns() }},
        coalesce(
            max(case when step = 'announced' then amount_eur end), max(case when step = 'paid' then amount_eur end)
        ) as base_eur,
        max(case when step = 'spent' and is_unreadable then 1 else 0 end) = 1 as is_unreadable,
        max(case when is_demo then 1 else 0 end) as demo
    from {{ ref('int_via_steps') }}
    group by {{ via_key_columns() }}
),

months as (
    {% for month in via_months() -%}
        select {{ month }} as money_month{{ ' union all ' if not loop.last }}
    {%- endfor %}
),

covered as (
    select
        money.nis_code,
        money.agreement,
        money.measure,
        money.year,
        months.money_month,
        cast(sum(money.base_eur) as decimal(18, 2)) as base_eur,
        max(money.demo) = 1 as is_demo
    from money
    cross join months
    left join {{ ref('int_via_sheet_states') }} as states
        on
            money.nis_code = states.nis_code
            and money.care_type = states.care_type
            and states.year = money.year + cast(floor((months.money_month - 1) / 12) as integer)
            and states.is_complete
    group by money.nis_code, money.agreement, money.measure, money.year, months.money_month
    having
        count(*) = count(states.nis_code)
        and count(*) = count(money.base_eur)
        and max(case when money.is_unreadable then 1 else 0 end) = 0
        and sum(money.base_eur) > 0
),

unbroken as (
    select
        covered.*,
        row_number() over (
            partition by covered.nis_code, covered.agreement, covered.measure, covered.year order by covered.money_month
        ) as n_covered
    from covered
),

spent as (
    select
        nis_code,
        agreement,
        measure,
        year,
        {{ month_of_money('moved_on', 'year') }} as money_month,
        sum(amount_eur) as amount_eur
    from {{ ref('int_via_movements') }}
    where standing = 'counted' and step = 'spent'
    group by nis_code, agreement, measure, year, {{ month_of_money('moved_on', 'year') }}
)

select
    unbroken.nis_code,
    unbroken.agreement,
    unbroken.measure,
    unbroken.year,
    unbroken.money_month,
    unbroken.base_eur,
    cast(coalesce(sum(spent.amount_eur), 0) as decimal(18, 2)) as spent_eur,
    unbroken.is_demo
from unbroken
left join spent
    on
        unbroken.nis_code = spent.nis_code
        and unbroken.agreement = spent.agreement
        and unbroken.measure = spent.measure
        and unbroken.year = spent.year
        and unbroken.money_month >= spent.money_month
where unbroken.n_covered = unbroken.money_month
group by
    unbroken.nis_code,
    unbroken.agreement,
    unbroken.measure,
    unbroken.year,
    unbroken.money_month,
    unbroken.base_eur,
    unbroken.is_demo
