-- One row per indicator, type of care and year from which a target band holds; a missing bound is open.
select
    indicator_code,
    care_type,
    cast(valid_from_year as integer) as valid_from_year,
    cast(lower_bound as double) as lower_bound,
    cast(upper_bound as double) as upper_bound,
    source
from {{ ref('target_bands') }}
