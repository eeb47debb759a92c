-- One row per printed amount of an agreement, as printed and as the sums say that it must be read.
select
    cells.agreement,
    cells.year,
    cells.table_code,
    cells.cell_key,
    cells.base_kind,
    cells.role,
    cells.measure,
    coalesce(cells.sector, placements.sector) as sector,
    cells.row_label,
    cells.source_place,
    cells.line_number,
    cells.amount_eur as amount_printed_eur,
    coalesce(readings.amount_proposed_eur, cells.amount_eur) as amount_reconciled_eur
from {{ ref('int_via_cells') }} as cells
left join {{ ref('int_via_placements') }} as placements
    on
        cells.agreement = placements.agreement
        and cells.year = placements.year
        and cells.cell_key = placements.cell_key
        and cells.sector is null
left join {{ ref('int_via_readings') }} as readings
    on
        cells.agreement = readings.agreement
        and cells.year = readings.year
        and cells.cell_key = readings.cell_key
