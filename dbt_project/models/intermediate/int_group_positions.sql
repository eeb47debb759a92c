-- One row per member of a fixed group with a reported value: its place in the group's one sorted list (from 0).
with members as (
    select * from {{ ref('int_group_members') }}
),

reported as (
    select * from {{ ref('int_reported_values') }}
),

grouped as (
    select
        members.peer_group,
        members.group_code,
        reported.*
    from reported
    inner join members
        on reported.nis_code = members.nis_code
),

placed as (
    select
        grouped.*,
        row_number() over (
            partition by peer_group, group_code, year, care_type, indicator_code order by value, nis_code
        ) - 1 as place,
        count(*) over (partition by peer_group, group_code, year, care_type, indicator_code) as n_values,
        max(abs(denominator)) over (
            partition by peer_group, group_code, year, care_type, indicator_code
        ) as largest_denominator
    from grouped
)

select
    placed.*,
    min(place) over (partition by peer_group, group_code, year, care_type, indicator_code, tie_value) as n_lower,
    count(*) over (partition by peer_group, group_code, year, care_type, indicator_code, tie_value) as n_equal
from placed
