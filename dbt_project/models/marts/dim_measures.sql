-- One row per measure.
select
    measure,
    label_nl,
    label_en,
    unit,
    sheet,
    cast(position as integer) as position
from {{ ref('measures') }}
