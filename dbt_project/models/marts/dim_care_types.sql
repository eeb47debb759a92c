-- One row per type of care, the total included.
select
    care_type,
    label_nl,
    label_en,
    short_nl,
    cast(position as integer) as position
from {{ ref('care_types') }}
