-- One row per authority, agreement, measure, year and type of care: how far its euros came. A step that nobody
-- mentions is empty. What is left and what is late takes a step that is not mentioned for zero only where the sheet VIA
-- is declared complete.
with steps as (
    select
        {{ via_key_columns() }},
        {%- for step in via_steps() %}
            max(case when step = '{{ step }}' then amount_eur end) as {{ step }}_eur,
        {%- endfor %}
        max(case when step = 'spent' and is_unreadable then 1 else 0 end) = 1 as is_spent_unreadable,
        max(case when step = 'justified' and is_unreadable then 1 else 0 end) = 1 as is_justified_unreadable,
        max(case when is_unreadable then 1 else 0 end) = 1 as is_unreadable,
        max(case when is_demo then 1 else 0 end) = 1 as is_demo
    from {{ ref('int_via_steps') }}
    group by {{ via_key_columns() }}
),

movements as (
    select * from {{ ref('int_via_movements') }} where standing = 'counted'
),

states as (
    select * from {{ ref('int_via_sheet_states') }}
),

-- A deadline is told when it has passed and each sheet from the money's year to its own is complete.
told_deadlines as (
    select
        {{ via_key_columns('steps') }},
        deadlines.spend_by,
        deadlines.justify_by,
        coalesce(deadlines.justify_by <= received.as_of, false) as is_past_justify_by,
        deadlines.spend_by <= received.as_of
        and count(case when states.year <= extract(year from deadlines.spend_by) then 1 end)
        = extract(year from deadlines.spend_by) - steps.year + 1 as is_spend_by_told,
        deadlines.justify_by <= received.as_of
        and count(case when states.year <= extract(year from deadlines.justify_by) then 1 end)
        = extract(year from deadlines.justify_by) - steps.year + 1 as is_justify_by_told
    from steps
    cross join {{ ref('int_via_as_of') }} as received
    left join {{ ref('via_deadlines') }} as deadlines
        on
            steps.agreement = deadlines.agreement
            and steps.measure = deadlines.measure
            and steps.year = deadlines.year
    left join states
        on
            steps.nis_code = states.nis_code
            and steps.care_type = states.care_type
            and steps.year <= states.year
            and states.is_complete
    group by {{ via_key_columns('steps') }}, deadlines.spend_by, deadlines.justify_by, received.as_of
),

in_time as (
    select
        {{ via_key_columns('told_deadlines') }},
        sum(
            case
                when movements.step = 'spent' and movements.moved_on <= told_deadlines.spend_by
                    then movements.amount_eur
            end
        ) as spent_eur,
        sum(
            case
                when movements.step = 'justified' and movements.moved_on <= told_deadlines.justify_by
                    then movements.amount_eur
            end
        ) as justified_eur
    from told_deadlines
    inner join movements
        on {{ same_via_key('told_deadlines', 'movements') }}
    group by {{ via_key_columns('told_deadlines') }}
),

known as (
    select
        steps.*,
        told_deadlines.spend_by,
        told_deadlines.justify_by,
        told_deadlines.is_past_justify_by,
        coalesce(own_year.status_rank, {{ status_rank('not_submitted') }}) as sheet_rank,
        coalesce(own_year.is_complete, false) as is_complete,
        case
            when steps.spent_eur is not null then steps.spent_eur
            when coalesce(own_year.is_complete, false) and not steps.is_spent_unreadable then 0
        end as spent_known_eur,
        case
            when told_deadlines.is_spend_by_told and not steps.is_spent_unreadable
                then coalesce(in_time.spent_eur, 0)
        end as spent_in_time_eur,
        case
            when told_deadlines.is_justify_by_told and not steps.is_justified_unreadable
                then coalesce(in_time.justified_eur, 0)
        end as justified_in_time_eur
    from steps
    inner join told_deadlines
        on {{ same_via_key('steps', 'told_deadlines') }}
    left join in_time
        on {{ same_via_key('steps', 'in_time') }}
    left join states as own_year
        on
            steps.nis_code = own_year.nis_code
            and steps.year = own_year.year
            and steps.care_type = own_year.care_type
),

reached as (
    select
        known.*,
    {%- for step in via_steps() %}
        {{ reached_eur(step) }} as reached_{{ step }}_eur{{ ',' if not loop.last }}
    {%- endfor %}
    from known
)

select
    {{ via_key_columns() }},
    {%- for step in via_steps() %}
        {{ step }}_eur,
    {%- endfor %}
    cast(paid_eur - spent_known_eur as decimal(18, 2)) as remaining_eur,
    {%- for step in via_steps() %}
        cast(
            reached_{{ step }}_eur
            {%- if not loop.last %} - coalesce(reached_{{ loop.nextitem }}_eur, 0){% endif %} as decimal(18, 2)
        ) as standing_{{ step }}_eur,
    {%- endfor %}
    reached_announced_eur as reached_eur,
    {{ what_is_over('spent_eur', 'paid_eur') }} as overspent_eur,
    spend_by,
    justify_by,
    is_past_justify_by,
    {{ what_is_over('paid_eur', 'spent_in_time_eur') }} as unspent_by_deadline_eur,
    {{ what_is_over('paid_eur', 'justified_in_time_eur') }} as not_justified_by_deadline_eur,
    is_complete,
    case
        when is_unreadable then 'rejected'
        else {{ status_name('sheet_rank') }}
    end as status,
    case when is_demo then 'demo' else 'real' end as data_kind
from reached
