-- One row per printed sum over sectors and each of the nearest printed parts below it: in its own table, and in every
-- other one that prints the same measure.
with cells as (
    select * from {{ ref('int_via_grid') }}
    where role <> 'part'
),

above as (
    {{ sectors_above() }}
),

at_or_above as (
    select
        sector,
        above
    from above
    union all
    select
        sector,
        sector as above
    from {{ ref('via_sectors') }}
),

by_sector as (
    select
        total.agreement,
        total.year,
        total.table_code as total_table,
        total.cell_key as total_key,
        part.table_code as part_table,
        part.cell_key as part_key,
        total.sector as total_sector,
        part.sector as part_sector
    from cells as total
    inner join at_or_above as places
        on total.sector = places.above
    inner join cells as part
        on
            total.agreement = part.agreement
            and total.year = part.year
            and total.base_kind = part.base_kind
            and total.measure = part.measure
            and places.sector = part.sector
            and total.cell_key <> part.cell_key
    where
        total.is_printed
        and (total.table_code <> part.table_code or total.sector <> part.sector)
),

hidden as (
    select distinct
        nearer.agreement,
        nearer.year,
        nearer.total_key,
        nearer.part_table,
        above.sector as too_low
    from by_sector as nearer
    inner join above
        on nearer.part_sector = above.above
),

-- The figure of a row whose column stayed unknown still belongs to that row.
without_column as (
    select
        total.agreement,
        total.year,
        total.table_code as total_table,
        total.cell_key as total_key,
        part.table_code as part_table,
        part.cell_key as part_key,
        total.sector as total_sector,
        part.sector as part_sector
    from cells as total
    inner join cells as part
        on
            total.agreement = part.agreement
            and total.year = part.year
            and total.table_code = part.table_code
            and total.base_kind = part.base_kind
            and total.measure = part.measure
    where
        total.sector = 'all'
        and total.role = 'total'
        and part.sector is null
)

select links.*
from by_sector as links
left join hidden
    on
        links.agreement = hidden.agreement
        and links.year = hidden.year
        and links.total_key = hidden.total_key
        and links.part_table = hidden.part_table
        and links.part_sector = hidden.too_low
where hidden.too_low is null
union all
select * from without_column
