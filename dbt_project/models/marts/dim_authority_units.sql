-- One row per unit and period: the municipalities of before and after each merger, with their authority of today.
select
    unit_nis_code,
    unit_name,
    cast(valid_from_year as integer) as valid_from_year,
    cast(valid_to_year as integer) as valid_to_year,
    nis_code
from {{ ref('authority_history') }}
