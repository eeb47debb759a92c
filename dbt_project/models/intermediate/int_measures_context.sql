-- One row per unit, year and context measure: facts about the territory, from public sources.
-- Income is that of the latest income year known for the year.
with units as (
    select * from {{ ref('int_units_by_year') }}
),

facts as (
    select
        unit_nis_code,
        year,
        measure,
        {{ as_measure('sum(value)') }} as value
    from ({{ context_rows() }}) as given
    group by unit_nis_code, year, measure
)

select
    units.unit_nis_code,
    units.year,
    measures.care_type,
    measures.measure,
    facts.value,
    case
        when facts.value is null then {{ status_rank('not_submitted') }}
        else {{ status_rank('reported') }}
    end as status_rank
from units
inner join {{ ref('int_measure_care_types') }} as measures
    on measures.sheet = 'context' and measures.measure <> 'area_km2'
left join facts
    on
        units.unit_nis_code = facts.unit_nis_code
        and units.year = facts.year
        and measures.measure = facts.measure
