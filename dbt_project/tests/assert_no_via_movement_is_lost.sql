-- Nothing is lost on the way in: every row of a sheet VIA that counts and every line of a list that counts is one
-- movement, with the same euros.
with handed_in as (
    select 'sheet' as kind, count(*) as n_rows, sum(amount_eur) as amount_eur from ({{ current_rows('via') }}) as sheets
    union all
    select 'list' as kind, count(*) as n_rows, sum(amount_eur) as amount_eur from {{ ref('stg_via__movements') }}
),

movements as (
    select
        case when source_kind = 'sheet' then 'sheet' else 'list' end as kind,
        count(*) as n_rows,
        sum(amount_eur) as amount_eur
    from {{ ref('int_via_movements') }}
    group by case when source_kind = 'sheet' then 'sheet' else 'list' end
)

select
    handed_in.kind,
    handed_in.n_rows,
    movements.n_rows as n_movements,
    handed_in.amount_eur,
    movements.amount_eur as movements_eur
from handed_in
left join movements
    on handed_in.kind = movements.kind
where
    handed_in.n_rows <> coalesce(movements.n_rows, 0)
    or coalesce(handed_in.amount_eur, 0) <> coalesce(movements.amount_eur, 0)
