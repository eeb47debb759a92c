-- One row per unit, year, type of care and measure that rests on a sheet: a measure about staff members is withheld
-- where fewer than five persons stand behind it. Where the number of persons is not known it is withheld too.
with measures as (
    select * from {{ ref('int_measures_from_sheets') }}
),

guards as (
    select measure, guarded_by from {{ ref('measures') }}
),

guarded as (
    {{ guarded_figures('measures', 'guards') }}
)

select
    unit_nis_code,
    year,
    care_type,
    measure,
    case when not is_withheld then value end as value,
    case when is_withheld then {{ status_rank('withheld') }} else status_rank end as status_rank
from guarded
