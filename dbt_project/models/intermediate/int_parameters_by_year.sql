-- One row per dated parameter, item and year: the value in force that year.
with parameters as (
    select
        parameter,
        coalesce(item, '*') as item,
        cast(valid_from_year as integer) as valid_from_year,
        {{ as_measure('value') }} as value
    from {{ ref('parameters') }}
),

years as (
    select distinct year from {{ ref('int_units_by_year') }}
),

in_force as (
    select
        parameters.parameter,
        parameters.item,
        years.year,
        max(parameters.valid_from_year) as valid_from_year
    from years
    inner join parameters
        on years.year >= parameters.valid_from_year
    group by parameters.parameter, parameters.item, years.year
)

select
    in_force.parameter,
    in_force.item,
    in_force.year,
    parameters.value
from in_force
inner join parameters
    on
        in_force.parameter = parameters.parameter
        and in_force.item = parameters.item
        and in_force.valid_from_year = parameters.valid_from_year
