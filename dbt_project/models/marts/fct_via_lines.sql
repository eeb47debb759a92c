-- One row per printed figure of an agreement. The printed figure is kept as it stands; the reconciled one is empty
-- until a person has accepted a reading.
select
    agreement,
    year,
    table_code,
    row_label,
    line_number,
    kind,
    unit,
    measure,
    sector,
    amount_printed_eur,
    cast(null as decimal(18, 2)) as amount_reconciled_eur,
    quantity_printed,
    source_place,
    cast(null as varchar) as finding
from {{ ref('stg_via__lines') }}
