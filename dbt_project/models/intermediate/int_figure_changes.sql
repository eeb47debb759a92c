-- One row per figure that the previous publication showed with a value and that is no longer the same: another value on
-- twelve digits, no value, or another status.
with shown as (
    select * from {{ ref('stg_publication__values') }}
),

figures as (
    select nis_code, year, care_type, indicator_code, value, status from {{ ref('fct_indicator_values') }}
)

select
    shown.nis_code,
    shown.year,
    shown.care_type,
    shown.indicator_code,
    shown.value as old_value,
    figures.value as new_value,
    shown.status as old_status,
    coalesce(figures.status, 'not_submitted') as new_status
from shown
left join figures
    on
        shown.nis_code = figures.nis_code
        and shown.year = figures.year
        and shown.care_type = figures.care_type
        and shown.indicator_code = figures.indicator_code
where
    figures.value is null
    or shown.status <> figures.status
    or (shown.value <> figures.value and {{ twelve_digits('shown.value') }} <> {{ twelve_digits('figures.value') }})
