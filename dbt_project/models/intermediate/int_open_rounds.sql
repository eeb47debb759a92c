-- One row per unit and year of which the round is open although nothing was received for it yet. A round opens on
-- 1 January after the year; the day on which something was last received stands for today, so that the same inputs
-- always give the same answer.
with history as (
    select
        unit_nis_code,
        unit_name,
        nis_code,
        cast(valid_from_year as integer) as valid_from_year,
        cast(coalesce(valid_to_year, 9999) as integer) as valid_to_year
    from {{ ref('authority_history') }}
),

deadlines as (
    select cast(year as integer) as year, cast(due_on as date) as due_on from {{ ref('deadlines') }}
),

received as (
    select min(year) as first_year, max(received_on) as last_received_on from {{ ref('stg_register__submissions') }}
),

known_years as (
    select distinct year from {{ ref('int_units_by_year') }}
)

select
    history.unit_nis_code,
    history.unit_name,
    history.nis_code,
    deadlines.year,
    deadlines.due_on
from deadlines
inner join received
    on
        deadlines.year >= received.first_year
        and {{ last_of_december('deadlines.year') }} < received.last_received_on
inner join history
    on deadlines.year between history.valid_from_year and history.valid_to_year
left join known_years
    on deadlines.year = known_years.year
where known_years.year is null
