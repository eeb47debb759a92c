-- One row per printed figure of an agreement, with its place in the hierarchies of measures and sectors, and a key that
-- stays the same when the agreement is loaded again. A figure whose column is not known has no sector.
with figures as (
    select
        lines.agreement,
        lines.year,
        lines.table_code,
        lines.row_label,
        lines.line_number,
        lines.kind,
        coalesce(kinds.base_kind, lines.kind) as base_kind,
        coalesce(kinds.role, 'other') as role,
        lines.unit,
        lines.measure as measure_printed,
        coalesce(lines.measure, 'all') as measure,
        lines.sector,
        lines.amount_printed_eur,
        lines.quantity_printed,
        lines.source_place
    from {{ ref('stg_via__lines') }} as lines
    left join {{ ref('via_kinds') }} as kinds
        on lines.kind = kinds.kind
)

select
    *,
    concat_ws(
        '/',
        table_code,
        base_kind,
        role,
        measure,
        coalesce(sector, '?'),
        cast(
            row_number() over (
                partition by agreement, year, table_code, base_kind, role, measure, sector
                order by line_number, source_place
            ) as varchar
        )
    ) as cell_key
from figures
