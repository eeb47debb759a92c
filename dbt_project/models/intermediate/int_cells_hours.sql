-- One row per unit, year, type of care and quantity of the sheet Openingsuren.
-- A location without opening hours is a gap: nobody said that it was closed.
with places as (
    select * from {{ ref('int_location_places') }}
),

hours as (
    select * from {{ ref('int_location_hours') }}
),

by_location as (
    select
        places.unit_nis_code,
        places.year,
        places.care_type,
        {{ product_of_measures('places.places', 'hours.weekly_hours') }} as place_weekly_hours,
        places.licensed_places * hours.opening_days as place_days,
        places.licensed_places * hours.yearly_hours as place_hours,
        case
            when hours.shortest_day_hours >= 11 then places.active_share
            when hours.shortest_day_hours < 11 then 0
        end as locations_open_11h,
        case
            when hours.first_minute < 7 * 60 then places.places
            when hours.first_minute >= 7 * 60 then 0
        end as places_open_before_7,
        case
            when hours.holiday_days > 0 then places.places
            when hours.holiday_days = 0 then 0
        end as places_open_holidays
    from places
    left join hours
        on
            places.unit_nis_code = hours.unit_nis_code
            and places.year = hours.year
            and places.dossier_number = hours.dossier_number
            and hours.n_gaps = 0
    where places.active_share > 0
)

{{ long_cells('by_location', 'hours', "'*'", {
    'place_weekly_hours': 'place_weekly_hours',
    'place_days': 'place_days',
    'place_hours': 'place_hours',
    'locations_open_11h': 'locations_open_11h',
    'places_open_before_7': 'places_open_before_7',
    'places_open_holidays': 'places_open_holidays'
}) }}
