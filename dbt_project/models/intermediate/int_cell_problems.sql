-- One row per unit, year, type of care, sheet, item and quantity that a problem touched: the worst status it leads to.
-- A problem without a known type of care or item touches all of them.
with scopes as (
    select * from {{ ref('int_problem_scopes') }}
),

parts as (
    select distinct
        measures.sheet,
        parts.item,
        parts.quantity
    from {{ ref('measure_parts') }} as parts
    inner join {{ ref('measures') }} as measures
        on parts.measure = measures.measure
),

care_types as (
    select care_type from {{ ref('care_types') }} where care_type <> '{{ var("total_care_type") }}'
)

select
    scopes.unit_nis_code,
    scopes.year,
    care_types.care_type,
    scopes.sheet,
    parts.item,
    scopes.quantity,
    min(scopes.status_rank) as status_rank
from scopes
inner join care_types
    on scopes.care_type is null or scopes.care_type = care_types.care_type
inner join parts
    on
        scopes.sheet = parts.sheet
        and scopes.quantity = parts.quantity
        and (scopes.item is null or scopes.item = parts.item)
group by
    scopes.unit_nis_code,
    scopes.year,
    care_types.care_type,
    scopes.sheet,
    parts.item,
    scopes.quantity
