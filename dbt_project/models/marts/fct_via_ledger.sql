-- One row per authority, agreement, measure, year and type of care: what the sheet VIA says of each step, in euro.
-- A step nobody mentioned is empty, not zero. A movement that two submissions list is one movement.
with listed as (
    {{ current_rows('via') }}
),

movements as (
    select unit_nis_code, agreement, via_measure, via_year, care_type, step, moved_on, amount_eur, min(year) as year
    from listed
    group by unit_nis_code, agreement, via_measure, via_year, care_type, step, moved_on, amount_eur
),

units as (
    select * from {{ ref('int_units_by_year') }}
),

summed as (
    select
        units.nis_code,
        movements.agreement,
        movements.via_measure as measure,
        cast(movements.via_year as integer) as year,
        movements.care_type,
    {%- for step in ['announced', 'paid', 'booked', 'spent', 'justified'] %}
        cast(sum(case when movements.step = '{{ step }}' then movements.amount_eur end) as decimal(18, 2))
            as {{ step }}_eur{{ ',' if not loop.last }}
    {%- endfor %}
    from movements
    inner join units
        on movements.unit_nis_code = units.unit_nis_code and movements.year = units.year
    group by units.nis_code, movements.agreement, movements.via_measure, movements.via_year, movements.care_type
)

select
    nis_code,
    agreement,
    measure,
    year,
    care_type,
    announced_eur,
    paid_eur,
    booked_eur,
    spent_eur,
    justified_eur,
    cast(paid_eur - spent_eur as decimal(18, 2)) as remaining_eur
from summed
