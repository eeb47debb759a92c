-- One row per indicator, type of care and year with a target band in force.
with bands as (
    select
        indicator_code,
        care_type,
        cast(valid_from_year as integer) as valid_from_year,
        cast(lower_bound as double) as lower_bound,
        cast(upper_bound as double) as upper_bound
    from {{ ref('target_bands') }}
),

years as (
    select distinct year from {{ ref('int_units_by_year') }}
),

ranked as (
    select
        bands.indicator_code,
        bands.care_type,
        years.year,
        bands.lower_bound,
        bands.upper_bound,
        row_number() over (
            partition by bands.indicator_code, bands.care_type, years.year order by bands.valid_from_year desc
        ) as place
    from years
    inner join bands
        on years.year >= bands.valid_from_year
)

select indicator_code, care_type, year, lower_bound, upper_bound
from ranked
where place = 1
