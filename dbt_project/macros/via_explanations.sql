{# The search for the fewest wrong cells that explain why sums of an agreement do not add up.

   Each step takes, per agreement and year, the change of one cell that mends the most sums on balance: those that it
   brings within rounding, less those that it takes out of it. Cells that mend the very same sums as well as each other
   cannot be told apart: together they are what the step found, and the search goes on from the likeliest of them, the
   one of which the fewest digits change. #}

{# How many wrong cells of one agreement and year are looked for. #}
{% macro explanation_steps() %}{{ return(6) }}{% endmacro %}

{% macro is_off(amount) -%} (abs({{ amount }}) > {{ var('via_rounding_eur') }}) {%- endmacro %}

{# How many digits of a whole amount change. #}
{% macro changed_digits(before, after) -%}
    levenshtein(cast(cast({{ before }} as bigint) as varchar), cast(cast({{ after }} as bigint) as varchar))
{%- endmacro %}

{# The common table expressions of one step: from the differences in `state_<n - 1>` to `found_<n>` and `state_<n>`. #}
{% macro explanation_step(n) %}
changes_{{ n }} as (
    select distinct
        cells.agreement,
        cells.year,
        cells.cell_key,
        cells.amount_eur,
        cells.is_printed,
        cast(-cells.sign * states.difference_eur as decimal(18, 2)) as change_eur
    from cells
    inner join state_{{ n - 1 }} as states
        on cells.agreement = states.agreement and cells.year = states.year and cells.check_key = states.check_key
    where {{ is_off('states.difference_eur') }}
        and cells.amount_eur - cells.sign * states.difference_eur >= 0
),

effects_{{ n }} as (
    select
        changes.agreement,
        changes.year,
        changes.cell_key,
        changes.change_eur,
        states.check_key,
        case when {{ is_off('states.difference_eur') }} then 1 else 0 end as was_off,
        case when {{ is_off('states.difference_eur + cells.sign * changes.change_eur') }} then 1 else 0 end as is_off,
        abs(states.difference_eur + cells.sign * changes.change_eur) as left_eur,
        {{ changed_digits('changes.amount_eur', 'changes.amount_eur + changes.change_eur') }} as n_digits,
        changes.is_printed
    from changes_{{ n }} as changes
    inner join cells
        on changes.agreement = cells.agreement and changes.year = cells.year and changes.cell_key = cells.cell_key
    inner join state_{{ n - 1 }} as states
        on cells.agreement = states.agreement and cells.year = states.year and cells.check_key = states.check_key
),

scores_{{ n }} as (
    select
        agreement,
        year,
        cell_key,
        change_eur,
        n_digits,
        sum(was_off - is_off) as gain,
        sum(case when was_off = 1 and is_off = 0 then 1 else 0 end) as n_mended,
        sum(left_eur) as left_eur,
        string_agg(case when was_off = 1 and is_off = 0 then check_key end, ' ' order by check_key) as mended
    from effects_{{ n }}
    group by agreement, year, cell_key, change_eur, n_digits, is_printed
    -- A blank place is only believed to miss a figure when its row and its column both say so.
    having sum(was_off - is_off) > 0
        and (is_printed or sum(case when was_off = 1 and is_off = 0 then 1 else 0 end) > 1)
),

best_change_{{ n }} as (
    select *
    from (
        select
            *,
            row_number() over (
                partition by agreement, year, cell_key
                order by gain desc, n_mended desc, n_digits, left_eur, abs(change_eur), change_eur
            ) as place
        from scores_{{ n }}
    ) as ranked
    where place = 1
),

found_{{ n }} as (
    select
        *,
        row_number() over (partition by agreement, year order by n_digits, left_eur, cell_key) as likelihood,
        count(*) over (partition by agreement, year) as n_cells
    from (
        select
            *,
            first_value(mended) over best as best_mended,
            first_value(gain) over best as best_gain
        from best_change_{{ n }}
        window best as (partition by agreement, year order by gain desc, n_mended desc, n_digits, mended, cell_key)
    ) as compared
    where mended = best_mended
        and gain = best_gain
),

state_{{ n }} as (
    select
        states.agreement,
        states.year,
        states.check_key,
        cast(states.difference_eur + coalesce(cells.sign * found.change_eur, 0) as decimal(18, 2)) as difference_eur
    from state_{{ n - 1 }} as states
    left join found_{{ n }} as found
        on states.agreement = found.agreement and states.year = found.year and found.likelihood = 1
    left join cells
        on found.agreement = cells.agreement
        and found.year = cells.year
        and found.cell_key = cells.cell_key
        and states.check_key = cells.check_key
)
{% endmacro %}
