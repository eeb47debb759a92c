-- One row per authority, year and type of care that it offers, on what it handed in: who can be somebody's peer.
-- Which measure says so, the type of care tells.
with measures as (
    select * from {{ ref('int_measures_today') }}
),

care_types as (
    select care_type, offer_measure from {{ ref('care_types') }}
)

select
    measures.nis_code,
    measures.year,
    measures.care_type
from measures
inner join care_types
    on measures.care_type = care_types.care_type and measures.measure = care_types.offer_measure
where measures.value > 0
