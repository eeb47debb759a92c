-- One row per authority, agreement, measure, year, type of care and step that somebody mentions: the amount that
-- counts, in euro, and what each source says of it. Empty where a movement of the step could not be read.
with movements as (
    select * from {{ ref('int_via_movements') }}
)

select
    {{ via_key_columns() }},
    step,
    cast(sum(case when standing = 'counted' then amount_eur end) as decimal(18, 2)) as amount_eur,
    cast(sum(case when source_kind = 'sheet' and is_last_told then amount_eur end) as decimal(18, 2)) as sheet_eur,
    cast(sum(case when source_kind <> 'sheet' then amount_eur end) as decimal(18, 2)) as list_eur,
    min(case when standing = 'counted' then moved_on end) as first_on,
    max(case when standing = 'counted' then moved_on end) as last_on,
    max(case when standing = 'unreadable' then 1 else 0 end) = 1 as is_unreadable,
    max(data_kind) = 'demo' or min(data_kind) = 'demo' as is_demo
from movements
group by {{ via_key_columns() }}, step
