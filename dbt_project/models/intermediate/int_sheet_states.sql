-- One row per unit, year, type of care and sheet of the submission: what holds for the sheet as a whole. The status
-- is that of a sheet whose every cell is in order. A sheet that rests on another is no more complete than it.
with units as (
    select * from {{ ref('int_units_by_year') }}
),

care_types as (
    select care_type from {{ ref('care_types') }} where care_type <> '{{ var("total_care_type") }}'
),

sheets as (
    select sheet, covers_year, item_is_key, rests_on from {{ ref('sheets') }}
),

submissions as (
    select * from {{ ref('int_submissions_current') }}
),

declarations as (
    select * from {{ ref('int_declarations') }}
)

select
    units.unit_nis_code,
    units.year,
    care_types.care_type,
    sheets.sheet,
    coalesce(declarations.is_complete, false)
    and (sheets.rests_on is null or coalesce(bases.is_complete, false)) as is_complete,
    sheets.item_is_key,
    case
        when submissions.unit_nis_code is null then {{ status_rank('not_submitted') }}
        when declarations.is_offered is null then {{ status_rank('rejected') }}
        when not declarations.is_offered then {{ status_rank('not_applicable') }}
        when submissions.state = 'queried' then {{ status_rank('under_query') }}
        when sheets.covers_year and declarations.is_partial_year is null then {{ status_rank('under_query') }}
        when sheets.covers_year and declarations.is_partial_year then {{ status_rank('partial_year') }}
        else {{ status_rank('reported') }}
    end as status_rank
from units
cross join care_types
cross join sheets
left join submissions
    on units.unit_nis_code = submissions.unit_nis_code and units.year = submissions.year
left join declarations
    on
        units.unit_nis_code = declarations.unit_nis_code
        and units.year = declarations.year
        and care_types.care_type = declarations.care_type
        and sheets.sheet = declarations.sheet
left join declarations as bases
    on
        units.unit_nis_code = bases.unit_nis_code
        and units.year = bases.year
        and care_types.care_type = bases.care_type
        and sheets.rests_on = bases.sheet
