-- One row per doubt about what the sheets and lists say of a step: they disagree, a sheet says another amount of a
-- movement than a later one, a movement takes euros back, or an amount could not be read. Amounts in euro.
with steps as (
    select * from {{ ref('int_via_steps') }}
),

movements as (
    select * from {{ ref('int_via_movements') }}
),

days_by_sheet as (
    select
        {{ via_key_columns() }},
        step,
        moved_on,
        submission_year,
        is_last_told,
        sum(amount_eur) as amount_eur
    from movements
    where source_kind = 'sheet'
    group by {{ via_key_columns() }}, step, moved_on, submission_year, is_last_told
)

select
    {{ via_key_columns() }},
    step,
    cast(null as varchar) as other_step,
    'sources_disagree' as rule_code,
    list_eur as amount_eur,
    sheet_eur as other_amount_eur,
    cast(null as date) as moved_on,
    cast(null as date) as other_moved_on
from steps
where list_eur <> sheet_eur

union all

select
    {{ via_key_columns() }},
    step,
    cast(null as varchar) as other_step,
    'amount_unreadable' as rule_code,
    cast(null as decimal(18, 2)) as amount_eur,
    cast(null as decimal(18, 2)) as other_amount_eur,
    cast(null as date) as moved_on,
    cast(null as date) as other_moved_on
from steps
where is_unreadable

union all

select
    {{ via_key_columns('earlier') }},
    earlier.step,
    cast(null as varchar) as other_step,
    'told_differently' as rule_code,
    cast(later.amount_eur as decimal(18, 2)) as amount_eur,
    cast(earlier.amount_eur as decimal(18, 2)) as other_amount_eur,
    earlier.moved_on,
    cast(null as date) as other_moved_on
from days_by_sheet as earlier
inner join days_by_sheet as later
    on
        {{ same_via_key('earlier', 'later') }}
        and earlier.step = later.step
        and earlier.moved_on = later.moved_on
        and later.is_last_told
where not earlier.is_last_told and earlier.amount_eur <> later.amount_eur

union all

select
    {{ via_key_columns() }},
    step,
    cast(null as varchar) as other_step,
    'taken_back' as rule_code,
    cast(sum(amount_eur) as decimal(18, 2)) as amount_eur,
    cast(null as decimal(18, 2)) as other_amount_eur,
    moved_on,
    cast(null as date) as other_moved_on
from movements
where standing = 'counted'
group by {{ via_key_columns() }}, step, moved_on
having sum(amount_eur) < 0
