-- One row per problem found in a received version, with the reason given for it. It is settled once the Steunpunt
-- accepted the version after that reason, or corrected the cell: then it no longer touches the figures.
with submissions as (
    select * from {{ ref('stg_register__submissions') }}
),

problems as (
    select found.*
    from {{ ref('stg_submission__problems') }} as found
    inner join submissions
        on found.load_id = submissions.load_id and found.file_hash = submissions.file_hash
),

last_reasons as (
    select *
    from (
        select
            reasons.*,
            row_number()
                over (
                    partition by
                        reasons.file_hash, reasons.rule_code, reasons.sheet, reasons.row_number, reasons.column_name
                    order by reasons.reason_id desc
                )
                as place_from_last
        from {{ ref('stg_register__reasons') }} as reasons
    ) as ranked
    where place_from_last = 1
),

acceptances as (
    select
        submissions.file_hash,
        max(decisions.decided_at) as accepted_at
    from {{ ref('stg_register__decisions') }} as decisions
    inner join submissions
        on
            decisions.nis_code = submissions.nis_code
            and decisions.year = submissions.year
            and decisions.version = submissions.version
    where decisions.decision = 'accepted'
    group by submissions.file_hash
),

corrected_cells as (
    select distinct file_hash, sheet, row_number, column_name
    from {{ ref('stg_submission__corrections') }}
    where is_applied
)

select
    problems.load_id,
    problems.file_hash,
    problems.nis_code,
    problems.year,
    problems.file,
    problems.sheet,
    problems.sheet_nl,
    problems.row_number,
    problems.column_name,
    problems.header_nl,
    problems.care_type,
    problems.item,
    problems.rule_code,
    problems.severity,
    problems.found,
    problems.expected,
    problems.message_nl,
    last_reasons.reason_nl,
    last_reasons.given_at as reason_given_at,
    corrected_cells.file_hash is not null as is_corrected,
    corrected_cells.file_hash is not null
    or (
        problems.severity in ('blocking', 'warning')
        and coalesce(last_reasons.given_at < acceptances.accepted_at, false)
    ) as is_settled
from problems
left join last_reasons
    on
        problems.file_hash = last_reasons.file_hash
        and problems.rule_code = last_reasons.rule_code
        and problems.sheet is not distinct from last_reasons.sheet
        and problems.row_number is not distinct from last_reasons.row_number
        and problems.column_name is not distinct from last_reasons.column_name
left join acceptances
    on problems.file_hash = acceptances.file_hash
left join corrected_cells
    on
        problems.file_hash = corrected_cells.file_hash
        and problems.sheet = corrected_cells.sheet
        and problems.row_number = corrected_cells.row_number
        and problems.column_name = corrected_cells.column_name
