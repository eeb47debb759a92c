-- One row per member of a fixed group with a reported value: its place in the one sorted list (from 0) of its group for
-- a year, type of care and indicator. `list_id` numbers the list.
with members as (
    select * from {{ ref('int_group_members') }}
),

reported as (
    select * from {{ ref('int_reported_values') }}
),

listed as (
    select
        {{ sorted_list_id('members', 'reported') }} as list_id,
        reported.year,
        reported.nis_code,
        reported.numerator,
        reported.denominator,
        reported.value,
        reported.tie_value
    from reported
    inner join members
        on reported.nis_code = members.nis_code
),

placed as (
    select
        listed.*,
        row_number() over (partition by listed.list_id order by listed.value, listed.nis_code) - 1 as place,
        count(*) over (partition by listed.list_id) as n_values,
        max(abs(listed.denominator)) over (partition by listed.list_id) as largest_denominator
    from listed
)

select
    placed.*,
    min(placed.place) over (partition by placed.list_id, placed.tie_value) as n_lower,
    count(*) over (partition by placed.list_id, placed.tie_value) as n_equal
from placed
