-- One row per sorted list (fixed group, year, type of care and indicator): sums, and each quantile of all values and of
-- the others, which depends only on whether oneself stands before, in or behind its place.
with positions as (
    select * from {{ ref('int_group_positions') }}
),

neighbours as (
    select
        list_id,
        year,
        cast(count(*) as integer) as n_values,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        max(largest_denominator) as largest_denominator,
        max(case when abs(denominator) < largest_denominator then abs(denominator) end) as second_denominator,
        count(case when abs(denominator) = largest_denominator then 1 end) as n_largest,
    {%- for name, percent in quantiles().items() %}
    {%- for step in range(3) %}
        max(case when place = {{ place_below(percent, 'n_values - 1') }} + {{ step }} then value end)
            as {{ name }}_{{ step }}
        {{- ',' if not loop.last }}
    {%- endfor %}
        {{- ',' if not loop.last }}
    {%- endfor %}
    from positions
    group by list_id, year
)

select
    list_id,
    year,
    n_values,
    numerator,
    denominator,
    largest_denominator,
    second_denominator,
    n_largest,
{%- for name, percent in quantiles().items() %}
    {{ place_below(percent, 'n_values - 1') }} as {{ name }}_place,
    case
        when {{ place_below(percent, 'n_values') }} = {{ place_below(percent, 'n_values - 1') }}
            then {{ between_neighbours(name ~ '_0', name ~ '_1', percent, 'n_values') }}
        else {{ between_neighbours(name ~ '_1', name ~ '_2', percent, 'n_values') }}
    end as {{ name }}_of_all,
    {{ between_neighbours(name ~ '_1', name ~ '_2', percent, '(n_values - 1)') }} as {{ name }}_without_lower,
    {{ between_neighbours(name ~ '_0', name ~ '_2', percent, '(n_values - 1)') }} as {{ name }}_without_next,
    {{ between_neighbours(name ~ '_0', name ~ '_1', percent, '(n_values - 1)') }} as {{ name }}_without_higher
    {{- ',' if not loop.last }}
{%- endfor %}
from neighbours
