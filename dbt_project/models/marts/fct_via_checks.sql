-- One row per sum that an agreement promises: what is printed, what the parts make, and what came of it.
select
    agreement,
    year,
    check_key,
    check_kind,
    table_code,
    part_table,
    row_label,
    measure,
    sector,
    label_nl,
    cast(n_parts as integer) as n_parts,
    cast(printed_eur as decimal(18, 2)) as printed_eur,
    cast(parts_eur as decimal(18, 2)) as parts_eur,
    cast(difference_eur as decimal(18, 2)) as difference_eur,
    left_eur,
    outcome
from {{ ref('int_via_check_outcomes') }}
