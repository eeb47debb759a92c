-- One row per agreement, measure, year, province and step: what all of its authorities together say of the step, and
-- the euros that stand there. The sums over the steps of what stands there are what the furthest steps say.
with ledger as (
    select * from {{ ref('fct_via_ledger') }}
),

by_step as (
    {% for step in via_steps() %}
        select
            {{ via_key_columns() }},
            '{{ step }}' as step,
            {{ step }}_eur as amount_eur,
            standing_{{ step }}_eur as standing_eur,
            data_kind
        from ledger
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    by_step.agreement,
    by_step.measure,
    by_step.year,
    authorities.province,
    by_step.step,
    cast(sum(by_step.amount_eur) as decimal(18, 2)) as amount_eur,
    cast(sum(by_step.standing_eur) as decimal(18, 2)) as standing_eur,
    cast(count(distinct case when by_step.amount_eur is not null then by_step.nis_code end) as integer) as n_told,
    cast(count(distinct by_step.nis_code) as integer) as n_authorities,
    case when max(case when by_step.data_kind = 'demo' then 1 else 0 end) = 1 then 'demo' else 'real' end as data_kind
from by_step
inner join {{ ref('dim_authorities') }} as authorities
    on by_step.nis_code = authorities.nis_code
group by by_step.agreement, by_step.measure, by_step.year, authorities.province, by_step.step
