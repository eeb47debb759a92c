-- One row per sum that an agreement promises and cell in it: the printed sum itself (+1) and each of its parts (-1). By
-- row and by column of a table, of one table against another, and of what is spent against what there is to spend.
with cells as (
    select * from {{ ref('int_via_grid') }}
),

sums as (
    select * from cells
    where role <> 'part'
),

by_measure as (
    {{ parts_by_measure('sums') }}
),

pieces as (
    select
        whole.agreement,
        whole.year,
        whole.cell_key as total_key,
        part.cell_key as part_key
    from cells as whole
    inner join cells as part
        on
            whole.agreement = part.agreement
            and whole.year = part.year
            and whole.table_code = part.table_code
            and whole.base_kind = part.base_kind
            and whole.measure = part.measure
            and whole.sector = part.sector
    where
        part.role = 'part'
        and whole.role = 'figure'
),

links as (
    select
        agreement,
        year,
        case when total_table = part_table then 'row' else 'echo' end as check_kind,
        total_key,
        part_table,
        part_key
    from {{ ref('int_via_sector_links') }}
    -- Two tables that print the same figure are compared once.
    where
        total_table <= part_table
        or total_sector <> part_sector
    union all
    select
        agreement,
        year,
        'spend' as check_kind,
        total_key,
        part_table,
        part_key
    from {{ ref('int_via_spend_links') }}
    union all
    select
        agreement,
        year,
        'column' as check_kind,
        total_key,
        cast(null as varchar) as part_table,
        part_key
    from by_measure
    union all
    select
        agreement,
        year,
        'part' as check_kind,
        total_key,
        cast(null as varchar) as part_table,
        part_key
    from pieces
),

named as (
    select
        *,
        concat_ws('>', check_kind, total_key, part_table) as check_key
    from links
),

signed as (
    select distinct
        agreement,
        year,
        check_key,
        check_kind,
        part_table,
        total_key as cell_key,
        1 as sign
    from named
    union all
    select
        agreement,
        year,
        check_key,
        check_kind,
        part_table,
        part_key as cell_key,
        -1 as sign
    from named
)

select
    signed.agreement,
    signed.year,
    signed.check_key,
    signed.check_kind,
    signed.part_table,
    signed.cell_key,
    cast(signed.sign as integer) as sign,
    cells.is_printed,
    cells.amount_eur
from signed
inner join cells
    on
        signed.agreement = cells.agreement
        and signed.year = cells.year
        and signed.cell_key = cells.cell_key
