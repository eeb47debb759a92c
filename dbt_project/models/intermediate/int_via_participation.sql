-- One row per authority, measure, year and type of care, the total included, of which it is known whether it took part:
-- euros of that year's money were at least paid, or its sheet VIA is declared complete and speaks of none.
with reached as (
    select
        nis_code,
        measure,
        year,
        care_type,
        coalesce(max(case when step <> 'announced' then amount_eur end), 0) > 0 as took_part
    from {{ ref('int_via_steps') }}
    group by nis_code, measure, year, care_type
),

states as (
    select * from {{ ref('int_via_sheet_states') }}
    where status_rank <> {{ status_rank('not_applicable') }}
),

measures as (
    select distinct measure from {{ ref('via_measure_effects') }}
),

by_care_type as (
    select
        states.nis_code,
        measures.measure,
        states.year,
        states.care_type,
        case
            when reached.took_part then true
            when states.is_complete then false
        end as took_part
    from states
    cross join measures
    left join reached
        on
            states.nis_code = reached.nis_code
            and measures.measure = reached.measure
            and states.year = reached.year
            and states.care_type = reached.care_type
),

with_total as (
    select * from by_care_type
    union all
    select
        nis_code,
        measure,
        year,
        '{{ var("total_care_type") }}' as care_type,
        case
            when max(case when took_part then 1 else 0 end) = 1 then true
            when count(*) = count(took_part) then false
        end as took_part
    from by_care_type
    group by nis_code, measure, year
)

select
    nis_code,
    measure,
    year,
    care_type,
    took_part
from with_total
where took_part is not null
