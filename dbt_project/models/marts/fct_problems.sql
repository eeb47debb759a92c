-- One row per finding in a file that was handed in, refused files included.
with problems as (
    select * from {{ ref('stg_submission__problems') }}
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
    problems.message_nl
from problems
left join versions
    on problems.load_id = versions.load_id and problems.file_hash = versions.file_hash
left join current_versions
    on problems.load_id = current_versions.load_id and problems.file_hash = current_versions.file_hash
