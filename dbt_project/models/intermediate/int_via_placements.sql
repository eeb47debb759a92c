-- One row per amount whose column the document does not tell: the sector whose column misses it, when there is one.
-- A measure of which nothing but the total is printed is such an amount too.
with cells as (
    select * from {{ ref('int_via_cells') }}
    where role <> 'part'
),

sums_by_measure as (
    {{ parts_by_measure('cells') }}
),

columns_short as (
    select
        total.agreement,
        total.year,
        total.table_code,
        total.base_kind,
        total.sector,
        total.measure,
        total.amount_eur - sum(part.amount_eur) as short_eur
    from sums_by_measure as links
    inner join cells as total
        on links.agreement = total.agreement and links.year = total.year and links.total_key = total.cell_key
    inner join cells as part
        on links.agreement = part.agreement and links.year = part.year and links.part_key = part.cell_key
    group by
        total.agreement, total.year, total.table_code, total.base_kind, total.sector, total.measure, total.amount_eur
),

lone_totals as (
    select total.*
    from cells as total
    left join cells as part
        on
            total.agreement = part.agreement
            and total.year = part.year
            and total.table_code = part.table_code
            and total.base_kind = part.base_kind
            and total.measure = part.measure
            and total.cell_key <> part.cell_key
    where
        total.role = 'total'
        and total.sector = 'all'
        and total.measure not like 'all%'
        and part.cell_key is null
),

unplaced as (
    select agreement, year, table_code, base_kind, measure, amount_eur, cell_key
    from cells
    where sector is null
    union all
    select agreement, year, table_code, base_kind, measure, amount_eur, cell_key
    from lone_totals
),

possible as (
    select
        unplaced.agreement,
        unplaced.year,
        unplaced.cell_key,
        columns_short.sector,
        columns_short.short_eur,
        abs(columns_short.short_eur) - abs(columns_short.short_eur - unplaced.amount_eur) as mended_eur
    from unplaced
    inner join columns_short
        on
            unplaced.agreement = columns_short.agreement
            and unplaced.year = columns_short.year
            and unplaced.table_code = columns_short.table_code
            and unplaced.base_kind = columns_short.base_kind
            and {{ is_measure_below('unplaced.measure', 'columns_short.measure') }}
    left join columns_short as nearer
        on
            unplaced.agreement = nearer.agreement
            and unplaced.year = nearer.year
            and unplaced.table_code = nearer.table_code
            and unplaced.base_kind = nearer.base_kind
            and columns_short.sector = nearer.sector
            and {{ is_measure_below('unplaced.measure', 'nearer.measure') }}
            and {{ is_measure_below('nearer.measure', 'columns_short.measure') }}
    left join cells as printed
        on
            unplaced.agreement = printed.agreement
            and unplaced.year = printed.year
            and unplaced.table_code = printed.table_code
            and unplaced.base_kind = printed.base_kind
            and unplaced.measure = printed.measure
            and columns_short.sector = printed.sector
    where
        columns_short.sector <> 'all'
        and nearer.sector is null
        and printed.cell_key is null
),

ranked as (
    select
        *,
        row_number() over (partition by agreement, year, cell_key order by mended_eur desc, sector asc) as place,
        count(*) over (partition by agreement, year, cell_key, mended_eur) as n_equal
    from possible
    where mended_eur > 0
)

select
    unplaced.agreement,
    unplaced.year,
    unplaced.table_code,
    unplaced.base_kind,
    unplaced.measure,
    unplaced.cell_key,
    unplaced.amount_eur,
    ranked.sector,
    ranked.short_eur as column_short_eur
from unplaced
left join ranked
    on
        unplaced.agreement = ranked.agreement
        and unplaced.year = ranked.year
        and unplaced.cell_key = ranked.cell_key
        and ranked.place = 1
        and ranked.n_equal = 1
