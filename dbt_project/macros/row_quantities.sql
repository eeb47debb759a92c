{# What one row of a sheet gives, before anything is summed: the quantities that measures are made of, and, of those
   that are not simply what was handed in, the parameter that they are multiplied by. The cells of a publication are
   sums of these rows; whoever walks a figure back asks the rows themselves. #}

{% macro sheet_quantities() -%}
    {{ return({
        'locations': {'item': "'*'", 'quantities': {
            'places': {'from': 'places'},
            'income_places': {'from': 'income_places'},
            'locations': {'from': 'active_share'},
            'income_place_days': {'from': 'income_place_days', 'parameter': 'subsidised_opening_days'}
        }},
        'staff': {'item': 'function', 'quantities': {
            'persons': {'from': 'persons'},
            'fte': {'from': 'fte'},
            'fte_hours': {'from': 'fte_hours', 'parameter': 'net_hours_per_fte'},
            'qualified_fte': {'from': 'qualified_fte'},
            'vacant_fte': {'from': 'vacant_fte'}
        }},
        'staff_year': {'item': "'*'", 'quantities': {
            'contract_days': {'from': 'contract_days'},
            'sick_days': {'from': 'sick_days'},
            'leavers': {'from': 'leavers'}
        }},
        'finance': {'item': 'post', 'quantities': {'amount_eur': {'from': 'amount_eur'}}},
        'hours': {'item': "'*'", 'quantities': {
            'place_weekly_hours': {'from': 'place_weekly_hours'},
            'place_days': {'from': 'place_days'},
            'place_hours': {'from': 'place_hours'},
            'locations_open_11h': {'from': 'locations_open_11h'},
            'places_open_before_7': {'from': 'places_open_before_7'},
            'places_open_holidays': {'from': 'places_open_holidays'}
        }},
        'performance': {'item': 'tariff', 'quantities': {
            'present_full_days': {
                'from': 'present_full_days', 'parameter': 'day_weight', 'parameter_item': 'duration_bucket'
            },
            'present_hours': {
                'from': 'present_hours', 'parameter': 'bucket_midpoint', 'parameter_item': 'duration_bucket'
            },
            'justified_full_days': {
                'from': 'justified_full_days', 'parameter': 'day_weight', 'parameter_item': 'duration_bucket'
            },
            'unjustified_full_days': {
                'from': 'unjustified_full_days', 'parameter': 'day_weight', 'parameter_item': 'duration_bucket'
            }
        }},
        'via': {'item': 'step', 'quantities': {'amount_eur': {'from': 'amount_eur'}}}
    }) }}
{%- endmacro %}

{% macro rows_of_locations() %}
    select
        places.*,
        {{ product_of_measures('places.income_places', 'subsidised_days.value') }} as income_place_days
    from {{ ref('int_location_places') }} as places
    left join {{ ref('int_parameters_by_year') }} as subsidised_days
        on places.year = subsidised_days.year and subsidised_days.parameter = 'subsidised_opening_days'
{% endmacro %}

{# Childminders with sui-generis statute are persons and never FTE: their FTE is no gap. #}
{% macro rows_of_staff() %}
    select
        staff.*,
        {{ as_measure('staff.fte * net_hours.value') }} as fte_hours
    from ({{ current_rows('staff') }}) as staff
    left join {{ ref('int_parameters_by_year') }} as net_hours
        on staff.year = net_hours.year and net_hours.parameter = 'net_hours_per_fte'
{% endmacro %}

{% macro rows_of_staff_year() %} {{ current_rows('staff_year') }} {% endmacro %}

{% macro rows_of_finance() %} {{ current_rows('finance') }} {% endmacro %}

{# One row per location that was active: its row on the sheet Locaties, with what its opening hours make of it.
   A location without opening hours is a gap: nobody said that it was closed. #}
{% macro rows_of_hours() %}
    select
        places.*,
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
    from {{ ref('int_location_places') }} as places
    left join {{ ref('int_location_hours') }} as hours
        on
            places.unit_nis_code = hours.unit_nis_code
            and places.year = hours.year
            and places.dossier_number = hours.dossier_number
            and hours.n_gaps = 0
    where places.active_share > 0
{% endmacro %}

{# Child-days in full-day equivalents (day weights), child-hours by the midpoint of their bucket. Days without a weight
   that year stay as a gap: dropped rows would count for zero in a complete sheet. #}
{% macro rows_of_performance() %}
    select
        performance.*,
        performance.present_days * day_weights.value as present_full_days,
        performance.present_days * midpoints.value as present_hours,
        performance.justified_absent_days * day_weights.value as justified_full_days,
        performance.unjustified_absent_days * day_weights.value as unjustified_full_days
    from ({{ current_rows('performance') }}) as performance
    left join {{ ref('int_parameters_by_year') }} as day_weights
        on
            performance.year = day_weights.year
            and performance.duration_bucket = day_weights.item
            and day_weights.parameter = 'day_weight'
    left join {{ ref('int_parameters_by_year') }} as midpoints
        on
            performance.year = midpoints.year
            and performance.duration_bucket = midpoints.item
            and midpoints.parameter = 'bucket_midpoint'
{% endmacro %}

{# Movements dated in the year, whatever year the money belongs to: what was paid and spent in the year. #}
{% macro rows_of_via() %}
    select * from ({{ current_rows('via') }}) as via where extract(year from moved_on) = year
{% endmacro %}

{% macro rows_of(sheet) -%}
    {%- set row_macros = {
        'locations': rows_of_locations, 'staff': rows_of_staff, 'staff_year': rows_of_staff_year,
        'finance': rows_of_finance, 'hours': rows_of_hours, 'performance': rows_of_performance, 'via': rows_of_via
    } -%}
    {{ row_macros[sheet]() }}
{%- endmacro %}
