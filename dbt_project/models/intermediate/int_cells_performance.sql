-- One row per unit, year, type of care, tariff and quantity of the sheet Prestaties.
-- Child-days in full-day equivalents (day weights), child-hours by the midpoint of their bucket. Days without a weight
-- that year stay as a gap: dropped rows would count for zero in a complete sheet.
with performance as (
    {{ current_rows('performance') }}
),

day_weights as (
    select year, item, value from {{ ref('int_parameters_by_year') }} where parameter = 'day_weight'
),

midpoints as (
    select year, item, value from {{ ref('int_parameters_by_year') }} where parameter = 'bucket_midpoint'
),

weighed as (
    select
        performance.*,
        performance.present_days * day_weights.value as present_full_days,
        performance.present_days * midpoints.value as present_hours,
        performance.justified_absent_days * day_weights.value as justified_full_days,
        performance.unjustified_absent_days * day_weights.value as unjustified_full_days
    from performance
    left join day_weights
        on performance.year = day_weights.year and performance.duration_bucket = day_weights.item
    left join midpoints
        on performance.year = midpoints.year and performance.duration_bucket = midpoints.item
)

{{ long_cells('weighed', 'performance', 'tariff', {
    'present_full_days': 'present_full_days',
    'present_hours': 'present_hours',
    'justified_full_days': 'justified_full_days',
    'unjustified_full_days': 'unjustified_full_days'
}) }}
