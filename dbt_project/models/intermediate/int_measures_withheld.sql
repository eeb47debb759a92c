-- The same rows; a measure about staff members is withheld where fewer than five persons stand behind it.
-- Where the number of persons is not known it is withheld too.
with measures as (
    select * from {{ ref('int_measures_from_sheets') }}
),

guards as (
    select measure, guarded_by from {{ ref('measures') }}
),

guarded as (
    select
        measures.*,
        guards.guarded_by is not null
        and not {{ is_gap('measures.status_rank') }}
        and coalesce(persons.value, 0) < {{ var('min_persons') }} as is_withheld
    from measures
    inner join guards
        on measures.measure = guards.measure
    left join measures as persons
        on
            measures.unit_nis_code = persons.unit_nis_code
            and measures.year = persons.year
            and measures.care_type = persons.care_type
            and guards.guarded_by = persons.measure
)

select
    unit_nis_code,
    year,
    care_type,
    measure,
    case when not is_withheld then value end as value,
    case when is_withheld then {{ status_rank('withheld') }} else status_rank end as status_rank
from guarded
