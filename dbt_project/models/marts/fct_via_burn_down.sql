-- One row per agreement, measure, year of the money, step and month in which euros of any authority moved: what moved
-- in that month and what had moved by its end.
with months as (
    select
        agreement,
        measure,
        year,
        step,
        cast(extract(year from moved_on) as integer) as moved_in_year,
        cast(extract(month from moved_on) as integer) as moved_in_month,
        sum(amount_eur) as amount_eur,
        count(distinct nis_code) as n_authorities,
        max(case when data_kind = 'demo' then 1 else 0 end) as demo
    from {{ ref('fct_via_movements') }}
    group by agreement, measure, year, step, extract(year from moved_on), extract(month from moved_on)
)

select
    agreement,
    measure,
    year,
    step,
    moved_in_year,
    moved_in_month,
    cast(amount_eur as decimal(18, 2)) as amount_eur,
    cast(
        sum(amount_eur) over (
            partition by agreement, measure, year, step order by moved_in_year, moved_in_month
        ) as decimal(18, 2)
    ) as cumulative_eur,
    cast(n_authorities as integer) as n_authorities,
    case when demo = 1 then 'demo' else 'real' end as data_kind
from months
