-- One row per authority on today's map, year and type of care: the status of its sheets VIA together, and whether each
-- of them is declared complete, so that a step that they do not mention is zero. A sheet with a row set apart does not
-- tell that.
with sheets as (
    select * from {{ ref('int_sheet_states') }} where sheet = 'via'
),

units as (
    select * from {{ ref('int_units_by_year') }}
),

set_apart as (
    select distinct
        current_versions.unit_nis_code,
        current_versions.year,
        rejected.care_type
    from {{ ref('stg_submission__rejected_rows') }} as rejected
    inner join {{ ref('int_submissions_current') }} as current_versions
        on rejected.load_id = current_versions.load_id and rejected.file_hash = current_versions.file_hash
    where rejected.sheet = 'via'
),

by_unit as (
    select
        units.nis_code,
        sheets.year,
        sheets.care_type,
        sheets.status_rank,
        max(
            case
                when
                    sheets.status_rank = {{ status_rank('reported') }}
                    and sheets.is_complete
                    and set_apart.unit_nis_code is null
                    then 1
                else 0
            end
        ) as is_whole
    from sheets
    inner join units
        on sheets.unit_nis_code = units.unit_nis_code and sheets.year = units.year
    left join set_apart
        on
            sheets.unit_nis_code = set_apart.unit_nis_code
            and sheets.year = set_apart.year
            and (set_apart.care_type is null or sheets.care_type = set_apart.care_type)
    group by units.nis_code, sheets.unit_nis_code, sheets.year, sheets.care_type, sheets.status_rank
)

select
    nis_code,
    year,
    care_type,
    {{ status_rank_of_sum('status_rank') }} as status_rank,
    sum(is_whole) > 0
    and sum(is_whole) = count(case when status_rank <> {{ status_rank('not_applicable') }} then 1 end) as is_complete
from by_unit
group by nis_code, year, care_type
