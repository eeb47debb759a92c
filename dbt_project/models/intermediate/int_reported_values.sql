-- One row per authority, year, type of care and indicator with a reported value: what peer statistics are made of.
-- Values that are equal on twelve significant digits tie.
select
    nis_code,
    year,
    care_type,
    indicator_code,
    cell_id,
    numerator,
    denominator,
    value,
    {{ twelve_digits('value') }} as tie_value
from {{ ref('int_indicator_values') }}
where status_rank = {{ status_rank('reported') }} and value is not null
