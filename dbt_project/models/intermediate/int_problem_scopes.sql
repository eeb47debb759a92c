-- One row per problem, or correction that is an estimate, and the cells it may have touched: sheet, quantity, and type
-- of care and item where they are known. A problem with a control total concerns every post of that direction.
with problems as (
    select
        current_versions.unit_nis_code,
        problems.year,
        problems.sheet,
        problems.column_name,
        problems.care_type,
        problems.item,
        case problems.severity
            when 'rejected' then {{ status_rank('rejected') }}
            when 'blocking' then {{ status_rank('under_query') }}
        end as status_rank
    from {{ ref('int_problems') }} as problems
    inner join {{ ref('int_submissions_current') }} as current_versions
        on problems.load_id = current_versions.load_id and problems.file_hash = current_versions.file_hash
    where problems.severity in ('rejected', 'blocking') and not coalesce(problems.is_settled, false)
),

estimates as (
    select
        current_versions.unit_nis_code,
        corrections.year,
        corrections.sheet,
        corrections.column_name,
        corrections.care_type,
        corrections.item,
        {{ status_rank('estimated') }} as status_rank
    from {{ ref('stg_submission__corrections') }} as corrections
    inner join {{ ref('int_submissions_current') }} as current_versions
        on corrections.load_id = current_versions.load_id and corrections.file_hash = current_versions.file_hash
    where corrections.is_applied and corrections.is_estimate
),

marks as (
    select * from problems
    union all
    select * from estimates
),

posts as (
    select code, direction from {{ ref('posts') }}
),

with_posts as (
    select
        marks.unit_nis_code,
        marks.year,
        marks.sheet,
        marks.column_name,
        marks.care_type,
        coalesce(parts.code, marks.item) as item,
        marks.status_rank
    from marks
    left join posts as totals
        on marks.sheet = 'finance' and marks.item = totals.code and totals.direction like 'total_%'
    left join posts as parts
        on totals.direction = concat('total_', parts.direction)
),

quantities as (
    select sheet, quantity, source_sheet, column_name from {{ ref('quantity_columns') }}
),

sheets as (
    select sheet, has_items from {{ ref('sheets') }}
)

select distinct
    with_posts.unit_nis_code,
    with_posts.year,
    quantities.sheet,
    quantities.quantity,
    with_posts.care_type,
    case when sheets.has_items then with_posts.item end as item,
    with_posts.status_rank
from with_posts
inner join quantities
    on
        with_posts.sheet = quantities.source_sheet
        and (with_posts.column_name is null or with_posts.column_name = quantities.column_name)
inner join sheets
    on quantities.sheet = sheets.sheet
