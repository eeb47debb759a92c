-- One row per unit that existed in a year that anything was handed in for, with its authority on today's map.
with history as (
    select
        unit_nis_code,
        unit_name,
        nis_code,
        cast(valid_from_year as integer) as valid_from_year,
        cast(coalesce(valid_to_year, 9999) as integer) as valid_to_year
    from {{ ref('authority_history') }}
),

years as (
    select year from {{ ref('stg_register__submissions') }}
    union
    select year from {{ ref('stg_bulk__measures') }}
)

select
    history.unit_nis_code,
    history.unit_name,
    years.year,
    history.nis_code
from years
inner join history
    on years.year between history.valid_from_year and history.valid_to_year
