-- One row per finding in a file that was handed in, refused files included, with the reason given for it.
with problems_of_refused_files as (
    select
        found.*,
        cast(null as varchar) as reason_nl,
        cast(null as timestamp) as reason_given_at,
        false as is_corrected,
        false as is_settled
    from {{ ref('stg_submission__problems') }} as found
    left join {{ ref('stg_register__submissions') }} as submissions
        on found.load_id = submissions.load_id and found.file_hash = submissions.file_hash
    where submissions.file_hash is null
),

problems as (
    select * from {{ ref('int_problems') }}
    union all
    select * from problems_of_refused_files
),

versions as (
    select load_id, file_hash, version, is_publishable from {{ ref('int_submission_states') }}
),

current_versions as (
    select load_id, file_hash from {{ ref('int_submissions_current') }}
)

select
    problems.nis_code,
    problems.year,
    cast(versions.version as integer) as version,
    current_versions.load_id is not null as is_published,
    problems.file,
    problems.file_hash,
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
    problems.reason_nl,
    problems.reason_given_at,
    problems.reason_nl is not null as is_answered,
    problems.is_corrected,
    problems.is_settled
from problems
left join versions
    on problems.load_id = versions.load_id and problems.file_hash = versions.file_hash
left join current_versions
    on problems.load_id = current_versions.load_id and problems.file_hash = current_versions.file_hash
