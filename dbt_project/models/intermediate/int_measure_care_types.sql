-- One row per measure and type of care for which it exists.
with measures as (
    select * from {{ ref('measures') }}
)

select
    measure,
    sheet,
    guarded_by,
    {{ words_as_rows('care_types') }} as care_type
from measures
