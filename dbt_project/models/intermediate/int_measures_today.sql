-- One row per authority on today's map, year, type of care and measure: the units that merged into it are summed.
with reported as (
    select * from {{ ref('int_measures_reported') }}
),

summed as (
    select
        nis_code,
        year,
        care_type,
        measure,
        {{ sum_without_gaps('value', 'status_rank') }} as value,
        {{ status_rank_of_sum('status_rank') }} as status_rank
    from reported
    group by nis_code, year, care_type, measure
),

areas as (
    select nis_code, {{ as_measure('area_km2') }} as area_km2 from {{ ref('authorities') }}
)

select
    summed.nis_code,
    summed.year,
    summed.care_type,
    summed.measure,
    case when summed.measure = 'area_km2' then areas.area_km2 else summed.value end as value,
    case
        when summed.measure <> 'area_km2' then summed.status_rank
        when areas.area_km2 is null then {{ status_rank('not_submitted') }}
        else {{ status_rank('reported') }}
    end as status_rank
from summed
left join areas
    on summed.nis_code = areas.nis_code
