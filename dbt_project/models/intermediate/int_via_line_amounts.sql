-- One row per agreement, measure and year of which a table splits an amount over sectors: the own sector, the others,
-- and the printed total beside them; euro, as reconciled. Of more tables the last one counts.
with sectors as (
    select
        sectors.sector,
        sectors.is_own,
        sectors.part_of is null as is_all,
        max(case when parts.sector is not null then 1 else 0 end) = 1 as has_parts
    from {{ ref('via_sectors') }} as sectors
    left join {{ ref('via_sectors') }} as parts
        on sectors.sector = parts.part_of
    group by sectors.sector, sectors.is_own, sectors.part_of
),

lines as (
    select
        lines.agreement,
        lines.measure,
        lines.year,
        lines.table_code,
        sectors.is_own,
        sectors.is_all,
        lines.amount_reconciled_eur as amount_eur
    from {{ ref('int_via_amounts') }} as lines
    inner join {{ ref('via_measures') }} as measures
        on lines.measure = measures.measure
    inner join sectors
        on lines.sector = sectors.sector
    where
        lines.base_kind = 'allocation'
        and (
            (lines.role = 'figure' and not sectors.has_parts)
            or (lines.role = 'total' and sectors.is_all)
        )
),

by_table as (
    select
        agreement,
        measure,
        year,
        table_code,
        sum(case when is_own then amount_eur end) as own_eur,
        sum(case when not is_own and not is_all then amount_eur end) as others_eur,
        sum(case when is_all then amount_eur end) as total_eur,
        count(case when not is_all then amount_eur end) as n_parts,
        row_number() over (partition by agreement, measure, year order by table_code desc) as place_from_last
    from lines
    group by agreement, measure, year, table_code
    having sum(case when is_own then amount_eur end) is not null
)

select
    agreement,
    measure,
    year,
    table_code,
    cast(own_eur as decimal(18, 2)) as own_eur,
    cast(coalesce(others_eur, 0) as decimal(18, 2)) as others_eur,
    cast(coalesce(total_eur, own_eur + coalesce(others_eur, 0)) as decimal(18, 2)) as total_eur,
    cast(n_parts as integer) as n_parts
from by_table
where place_from_last = 1
