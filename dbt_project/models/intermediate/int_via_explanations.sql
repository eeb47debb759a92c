-- One row per wrong cell that may explain why sums of an agreement do not add up, in the order in which the search (see
-- the macro) found them. Cells of one step cannot be told apart.
{% set steps = explanation_steps() %}
with cells as (
    select * from {{ ref('int_via_checks') }}
),

state_0 as (
    select agreement, year, check_key, cast(difference_eur as decimal(18, 2)) as difference_eur
    from {{ ref('int_via_check_sums') }}
),
{% for n in range(1, steps + 1) %}
    {{ explanation_step(n) }},
{% endfor %}
found as (
    {% for n in range(1, steps + 1) %}
        select {{ n }} as step, agreement, year, cell_key, change_eur, n_digits, mended, likelihood, n_cells
        from found_{{ n }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    agreement,
    year,
    cast(step as integer) as step,
    cell_key,
    change_eur,
    cast(n_digits as integer) as n_digits,
    mended,
    cast(likelihood as integer) as likelihood,
    cast(n_cells as integer) as n_cells
from found
