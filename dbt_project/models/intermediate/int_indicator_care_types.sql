-- One row per indicator and type of care for which it is meaningful.
with indicators as (
    select indicator_code, care_types from {{ ref('indicators') }}
)

select
    indicator_code,
    {{ words_as_rows('care_types') }} as care_type
from indicators
