-- One row per doubt about the ledger of an authority, with what to do about it in Dutch. A finding changes no amount.
with ledger as (
    select * from {{ ref('fct_via_ledger') }}
),

found as (
    select * from {{ ref('int_via_findings_steps') }}
    union all
    select * from {{ ref('int_via_findings_sources') }}
    union all
    select
        {{ via_key_columns() }},
        'spent' as step,
        'paid' as other_step,
        'overspent' as rule_code,
        spent_eur as amount_eur,
        paid_eur as other_amount_eur,
        cast(null as date) as moved_on,
        cast(null as date) as other_moved_on
    from ledger
    where overspent_eur > 0
    union all
    select
        {{ via_key_columns() }},
        'justified' as step,
        'paid' as other_step,
        'not_justified_by_deadline' as rule_code,
        cast(paid_eur - not_justified_by_deadline_eur as decimal(18, 2)) as amount_eur,
        paid_eur as other_amount_eur,
        justify_by as moved_on,
        cast(null as date) as other_moved_on
    from ledger
    where not_justified_by_deadline_eur > 0
)

select
    {{ via_key_columns('found') }},
    found.step,
    found.other_step,
    found.rule_code,
    'warning' as severity,
    found.amount_eur,
    found.other_amount_eur,
    cast(found.amount_eur - found.other_amount_eur as decimal(18, 2)) as difference_eur,
    found.moved_on,
    found.other_moved_on,
    {{ via_finding_message() }} as message_nl
from found
inner join {{ ref('codes') }} as steps
    on found.step = steps.code and steps.codelist = 'via_step'
left join {{ ref('codes') }} as other_steps
    on found.other_step = other_steps.code and other_steps.codelist = 'via_step'
left join {{ ref('int_via_sheet_states') }} as sheets
    on found.nis_code = sheets.nis_code and found.year = sheets.year and found.care_type = sheets.care_type
