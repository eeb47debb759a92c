-- One row per indicator that is an amount of money: money above the line and none below it. A ratio of money to money
-- is not, for prices cancel out in it.
with sides as (
    select
        terms.indicator_code,
        terms.side,
        min(case when measures.unit = '{{ var("money_unit") }}' then 1 else 0 end) as is_all_money,
        max(case when measures.unit = '{{ var("money_unit") }}' then 1 else 0 end) as is_any_money
    from {{ ref('int_indicator_terms') }} as terms
    inner join {{ ref('measures') }} as measures
        on terms.measure = measures.measure
    group by terms.indicator_code, terms.side
)

select numerators.indicator_code
from sides as numerators
inner join sides as denominators
    on numerators.indicator_code = denominators.indicator_code
where
    numerators.side = 'numerator' and numerators.is_all_money = 1
    and denominators.side = 'denominator' and denominators.is_any_money = 0
