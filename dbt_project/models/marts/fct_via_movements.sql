-- One row per authority, agreement, measure, year, type of care, step and day on which euros moved: what moved that day
-- and what had moved by then. Only movements that count.
with days as (
    select
        {{ via_key_columns() }},
        step,
        moved_on,
        cast(sum(amount_eur) as decimal(18, 2)) as amount_eur,
        cast(count(*) as integer) as n_movements,
        max(source_kind) as source_kind,
        case when max(case when data_kind = 'demo' then 1 else 0 end) = 1 then 'demo' else 'real' end as data_kind
    from {{ ref('int_via_movements') }}
    where standing = 'counted'
    group by {{ via_key_columns() }}, step, moved_on
)

select
    {{ via_key_columns() }},
    step,
    moved_on,
    amount_eur,
    cast(
        sum(amount_eur) over (partition by {{ via_key_columns() }}, step order by moved_on) as decimal(18, 2)
    ) as cumulative_eur,
    n_movements,
    source_kind,
    data_kind
from days
