-- One row per step that runs backwards beside the last known step before it: more euros than came that far, or an
-- earlier first day. Amounts in euro.
with known as (
    select
        steps.*,
        lag(steps.step) over (partition by {{ via_key_columns('steps') }} order by codes.position) as other_step,
        lag(steps.amount_eur) over (partition by {{ via_key_columns('steps') }} order by codes.position)
            as other_amount_eur,
        lag(steps.first_on) over (partition by {{ via_key_columns('steps') }} order by codes.position) as other_moved_on
    from {{ ref('int_via_steps') }} as steps
    inner join {{ ref('codes') }} as codes
        on steps.step = codes.code and codes.codelist = 'via_step'
    where steps.amount_eur is not null
)

select
    {{ via_key_columns() }},
    step,
    other_step,
    'step_exceeds_previous' as rule_code,
    amount_eur,
    other_amount_eur,
    cast(null as date) as moved_on,
    cast(null as date) as other_moved_on
from known
where amount_eur > other_amount_eur

union all

select
    {{ via_key_columns() }},
    step,
    other_step,
    'dates_run_backwards' as rule_code,
    amount_eur,
    other_amount_eur,
    first_on as moved_on,
    other_moved_on
from known
where first_on < other_moved_on
