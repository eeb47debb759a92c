-- One row per authority on today's map, year and type of care: the status of its sheets VIA together, and whether each
-- of them is declared complete, so that a step that they do not mention is zero.
with sheets as (
    select * from {{ ref('int_sheet_states') }} where sheet = 'via'
),

units as (
    select * from {{ ref('int_units_by_year') }}
)

select
    units.nis_code,
    sheets.year,
    sheets.care_type,
    {{ status_rank_of_sum('sheets.status_rank') }} as status_rank,
    count(case when sheets.status_rank = {{ status_rank('reported') }} and sheets.is_complete then 1 end) > 0
    and count(case when sheets.status_rank = {{ status_rank('reported') }} and sheets.is_complete then 1 end)
    = count(case when sheets.status_rank <> {{ status_rank('not_applicable') }} then 1 end) as is_complete
from sheets
inner join units
    on sheets.unit_nis_code = units.unit_nis_code and sheets.year = units.year
group by units.nis_code, sheets.year, sheets.care_type
