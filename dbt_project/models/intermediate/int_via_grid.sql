-- One row per place in a table of an agreement where an amount can stand: those printed, in the column that is known or
-- follows from the sums, and those left blank between a printed row total and a printed column total.
with placed as (
    select
        cells.agreement,
        cells.year,
        cells.table_code,
        cells.base_kind,
        cells.role,
        cells.measure,
        coalesce(cells.sector, placements.sector) as sector,
        cells.amount_eur,
        cells.cell_key,
        true as is_printed
    from {{ ref('int_via_cells') }} as cells
    left join {{ ref('int_via_placements') }} as placements
        on
            cells.agreement = placements.agreement
            and cells.year = placements.year
            and cells.cell_key = placements.cell_key
            and cells.sector is null
),

-- A total printed without any part stands for the part itself as well.
echoes_of_lone_totals as (
    select
        placements.agreement,
        placements.year,
        placements.table_code,
        placements.base_kind,
        'figure' as role,
        placements.measure,
        placements.sector,
        placements.amount_eur,
        concat(placements.cell_key, '/part') as cell_key,
        false as is_printed
    from {{ ref('int_via_placements') }} as placements
    inner join {{ ref('int_via_cells') }} as cells
        on
            placements.agreement = cells.agreement
            and placements.year = cells.year
            and placements.cell_key = cells.cell_key
            and cells.sector = 'all'
    where placements.sector is not null
),

filled as (
    select * from placed
    union all
    select * from echoes_of_lone_totals
),

crossings as (
    select distinct
        in_row.agreement,
        in_row.year,
        in_row.table_code,
        in_row.base_kind,
        in_row.measure,
        in_column.sector
    from placed as in_row
    inner join placed as in_column
        on
            in_row.agreement = in_column.agreement
            and in_row.year = in_column.year
            and in_row.table_code = in_column.table_code
            and in_row.base_kind = in_column.base_kind
    where
        in_row.sector = 'all'
        and in_row.measure not like 'all%'
        and in_column.measure like 'all%'
        and in_column.sector <> 'all'
),

blank as (
    select
        crossings.agreement,
        crossings.year,
        crossings.table_code,
        crossings.base_kind,
        'figure' as role,
        crossings.measure,
        crossings.sector,
        cast(0 as decimal(18, 2)) as amount_eur,
        concat_ws(
            '/', crossings.table_code, crossings.base_kind, 'blank', crossings.measure, crossings.sector
        ) as cell_key,
        false as is_printed
    from crossings
    left join filled
        on
            crossings.agreement = filled.agreement
            and crossings.year = filled.year
            and crossings.table_code = filled.table_code
            and crossings.base_kind = filled.base_kind
            and crossings.measure = filled.measure
            and crossings.sector = filled.sector
    where filled.cell_key is null
)

select * from filled
union all
select * from blank
