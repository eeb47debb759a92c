-- One row per unit, year, type of care and quantity of the sheet Locaties.
with places as (
    select * from {{ ref('int_location_places') }}
),

subsidised_days as (
    select year, value from {{ ref('int_parameters_by_year') }} where parameter = 'subsidised_opening_days'
),

by_location as (
    select
        places.*,
        {{ product_of_measures('places.income_places', 'subsidised_days.value') }} as income_place_days
    from places
    left join subsidised_days on places.year = subsidised_days.year
)

{{ long_cells('by_location', 'locations', "'*'", {
    'places': 'places',
    'income_places': 'income_places',
    'locations': 'active_share',
    'income_place_days': 'income_place_days'
}) }}
