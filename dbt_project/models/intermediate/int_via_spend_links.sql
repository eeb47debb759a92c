-- One row per amount that an agreement has to spend in a sector and each printed amount that it spends there in another
-- table. What it has to spend is the unused budget where it prints one, otherwise the budget.
with cells as (
    select * from {{ ref('int_via_grid') }}
    where role <> 'part'
),

with_unused as (
    select distinct
        agreement,
        year
    from cells
    where base_kind = 'unused'
),

to_spend as (
    select
        spendable.agreement,
        spendable.year,
        spendable.cell_key as total_key,
        spent.table_code as part_table,
        spent.cell_key as part_key,
        spent.measure as part_measure
    from cells as spendable
    inner join cells as spent
        on
            spendable.agreement = spent.agreement
            and spendable.year = spent.year
            and spendable.sector = spent.sector
            and spendable.table_code <> spent.table_code
    left join with_unused
        on
            spendable.agreement = with_unused.agreement
            and spendable.year = with_unused.year
    where
        spendable.measure = 'all'
        and spent.base_kind = 'allocation'
        and spendable.base_kind = case when with_unused.agreement is null then 'budget' else 'unused' end
)

select links.*
from to_spend as links
left join to_spend as nearer
    on
        links.agreement = nearer.agreement
        and links.year = nearer.year
        and links.total_key = nearer.total_key
        and links.part_table = nearer.part_table
        and {{ is_measure_below('links.part_measure', 'nearer.part_measure') }}
where nearer.part_key is null
