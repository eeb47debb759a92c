-- One row per correction of a cell by the Steunpunt: whether it holds for the version that counts, and why not when it
-- does not.
with corrections as (
    select * from {{ ref('stg_register__corrections') }}
),

current_versions as (
    select unit_nis_code, year, version, file_hash from {{ ref('int_submissions_current') }}
),

cells as (
    select * from {{ ref('stg_submission__corrections') }}
)

select
    corrections.correction_id,
    corrections.nis_code,
    corrections.year,
    current_versions.version,
    current_versions.file_hash,
    corrections.sheet,
    corrections.row_key,
    cells.row_number,
    corrections.column_name,
    corrections.old_value,
    cells.found_value,
    corrections.new_value,
    coalesce(cells.is_applied, false) as is_applied,
    case
        when corrections.withdrawn_at is not null then 'withdrawn'
        when corrections.is_expired then 'expired'
        when current_versions.file_hash is null then 'no_version'
        when cells.correction_id is null then 'row_gone'
        when cells.is_applied then 'applied'
        when cells.found_value = cells.new_value then 'source_mended'
        else 'source_differs'
    end as state,
    corrections.is_estimate,
    corrections.reason_nl,
    corrections.on_word_of,
    corrections.valid_until,
    corrections.made_at,
    corrections.withdrawn_at,
    corrections.withdrawal_reason_nl
from corrections
left join current_versions
    on corrections.nis_code = current_versions.unit_nis_code and corrections.year = current_versions.year
left join cells
    on corrections.correction_id = cells.correction_id and current_versions.file_hash = cells.file_hash
