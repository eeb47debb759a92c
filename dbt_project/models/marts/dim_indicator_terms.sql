-- One row per term of an indicator's formula.
select
    indicator_code,
    side,
    measure,
    cast(sign as integer) as sign
from {{ ref('int_indicator_terms') }}
