-- One row per printed figure of an agreement, from the latest file that holds the agreement's table.
with latest as (
    {{ rows_of_latest_file('via_lines', 'given.agreement, given.table_code') }}
)

select
    agreement,
    cast(year as integer) as year,
    table_code,
    row_label,
    cast(line_number as integer) as line_number,
    kind,
    unit,
    measure,
    sector,
    cast(amount_printed_eur as decimal(18, 2)) as amount_printed_eur,
    cast(quantity_printed as decimal(18, 4)) as quantity_printed,
    source_place,
    data_kind,
    file_hash
from latest
