-- One row per sum that an agreement promises: what is printed, what its parts make, and the difference.
select
    agreement,
    year,
    check_key,
    check_kind,
    part_table,
    max(case when sign = 1 then cell_key end) as total_key,
    count(*) - 1 as n_parts,
    sum(case when sign = 1 then amount_eur end) as printed_eur,
    sum(case when sign = -1 then amount_eur end) as parts_eur,
    sum(sign * amount_eur) as difference_eur
from {{ ref('int_via_checks') }}
group by agreement, year, check_key, check_kind, part_table
