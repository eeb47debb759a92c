-- One row per movement that a sheet VIA or a list tells of, with whether its euros count; amounts in euro. Of one step
-- of the same money either the lists count or the sheets do: the lists where there are any, the sheets being the check.
with sheet_rows as (
    {{ current_rows('via') }}
),

versions as (
    select load_id, file_hash, data_kind from {{ ref('int_submissions_current') }}
),

authorities as (
    select distinct unit_nis_code, nis_code from {{ ref('authority_history') }}
),

from_sheets as (
    select
        authorities.nis_code,
        sheet_rows.agreement,
        sheet_rows.via_measure as measure,
        cast(sheet_rows.via_year as integer) as year,
        sheet_rows.care_type,
        sheet_rows.step,
        sheet_rows.moved_on,
        sheet_rows.amount_eur,
        'sheet' as source_kind,
        cast(sheet_rows.year as integer) as submission_year,
        versions.data_kind,
        sheet_rows.load_id,
        sheet_rows.file_hash,
        sheet_rows.row_number
    from sheet_rows
    inner join versions
        on sheet_rows.load_id = versions.load_id and sheet_rows.file_hash = versions.file_hash
    inner join authorities
        on sheet_rows.unit_nis_code = authorities.unit_nis_code
),

from_lists as (
    select
        authorities.nis_code,
        listed.agreement,
        listed.measure,
        listed.year,
        listed.care_type,
        listed.step,
        listed.moved_on,
        listed.amount_eur,
        listed.source_kind,
        cast(null as integer) as submission_year,
        listed.data_kind,
        listed.load_id,
        listed.file_hash,
        listed.row_number
    from {{ ref('stg_via__movements') }} as listed
    inner join authorities
        on listed.nis_code = authorities.unit_nis_code
),

told as (
    select * from from_sheets
    union all
    select * from from_lists
),

beside_others as (
    select
        told.*,
        count(case when told.source_kind <> 'sheet' then 1 end) over (
            partition by {{ via_key_columns() }}, told.step
        ) as n_list_rows,
        max(case when told.amount_eur is not null then told.submission_year end) over (
            partition by {{ via_key_columns() }}, told.step, told.moved_on
        ) as last_told
    from told
),

chosen as (
    select
        beside_others.*,
        case
            when beside_others.source_kind = 'sheet' and beside_others.n_list_rows > 0 then 'list_counts'
            when beside_others.submission_year < beside_others.last_told then 'told_again'
            when beside_others.amount_eur is null then 'unreadable'
        end as set_aside
    from beside_others
),

in_their_step as (
    select
        chosen.*,
        count(case when chosen.set_aside = 'unreadable' then 1 end) over (
            partition by {{ via_key_columns() }}, chosen.step
        ) as n_unreadable
    from chosen
)

select
    {{ via_key_columns() }},
    step,
    moved_on,
    cast(amount_eur as decimal(18, 2)) as amount_eur,
    source_kind,
    submission_year,
    data_kind,
    load_id,
    file_hash,
    row_number,
    case
        when set_aside is not null then set_aside
        when n_unreadable > 0 then 'beside_unreadable'
        else 'counted'
    end as standing,
    source_kind <> 'sheet' or submission_year = last_told as is_last_told
from in_their_step
