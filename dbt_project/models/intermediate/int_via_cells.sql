-- One row per amount of an agreement as printed that takes part in its sums.
select
    agreement,
    year,
    table_code,
    base_kind,
    role,
    measure,
    sector,
    row_label,
    source_place,
    line_number,
    amount_printed_eur as amount_eur,
    cell_key
from {{ ref('int_via_figures') }}
where
    unit = 'eur'
    and amount_printed_eur is not null
    and base_kind in ('budget', 'unused', 'allocation')
