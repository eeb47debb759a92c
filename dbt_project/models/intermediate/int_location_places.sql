-- One row per location and year: its licensed and income-tariff places, and the part of the year that it was open.
-- The stop date is the last day of care. Places are averaged over the days of the year.
with locations as (
    {{ current_rows('locations') }}
),

bounded as (
    select
        locations.*,
        {{ first_of_january('year') }} as year_start,
        {{ last_of_december('year') }} as year_end
    from locations
),

counted as (
    select
        bounded.*,
        {{ days_between('year_start', 'year_end') }} + 1 as days_in_year,
        greatest(
            0,
            {{ days_between(
                'greatest(year_start, coalesce(started_on, year_start))',
                'least(year_end, coalesce(stopped_on, year_end))'
            ) }} + 1
        ) as days_active
    from bounded
)

select
    unit_nis_code,
    year,
    dossier_number,
    load_id,
    file_hash,
    row_number,
    care_type,
    cast(licensed_places as integer) as licensed_places,
    {{ as_measure('days_active * 1.0 / days_in_year') }} as active_share,
    {{ as_measure('licensed_places * days_active * 1.0 / days_in_year') }} as places,
    {{ as_measure('income_tariff_places * days_active * 1.0 / days_in_year') }} as income_places
from counted
