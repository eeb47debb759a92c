-- One row per finding in a list that was received: what keeps it waiting, what was answered, what is only noted.
with lists as (
    select * from {{ ref('stg_register__via_lists') }}
),

problems as (
    select * from {{ ref('stg_submission__problems') }}
)

select
    lists.file_hash,
    cast(
        row_number() over (
            partition by lists.file_hash
            order by problems.row_number nulls first, problems.column_name, problems.rule_code, problems.message_nl
        ) as integer
    ) as finding_number,
    lists.file_name,
    lists.payer,
    lists.list_number,
    lists.list_version,
    lists.state,
    problems.sheet_nl,
    problems.row_number,
    problems.column_name,
    problems.header_nl,
    problems.rule_code,
    problems.severity,
    problems.found,
    problems.expected,
    problems.message_nl,
    case
        when problems.severity = 'rejected' then lists.state = 'waiting'
        when problems.severity = 'blocking' then lists.state = 'waiting' and lists.released_at is null
        else false
    end as keeps_waiting
from problems
inner join lists
    on problems.load_id = lists.load_id and problems.file_hash = lists.file_hash
