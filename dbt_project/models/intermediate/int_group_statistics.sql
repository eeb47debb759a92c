-- One row per sorted list (fixed group, year, type of care and indicator): sums, and the order statistics next to each quantile.
with positions as (
    select * from {{ ref('int_group_positions') }}
)

select
    list_id,
    cast(count(*) as integer) as n_values,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    max(largest_denominator) as largest_denominator,
    max(case when abs(denominator) < largest_denominator then abs(denominator) end) as second_denominator,
    count(case when abs(denominator) = largest_denominator then 1 end) as n_largest,
    {%- for name, percent in quantiles().items() %}
    {%- for step in range(3) %}
    max(case when place = {{ first_neighbour(percent, 'n_values') }} + {{ step }} then value end) as {{ name }}_{{ step }}
    {{- ',' if not loop.last }}
    {%- endfor %}
    {{- ',' if not loop.last }}
    {%- endfor %}
from positions
group by list_id
