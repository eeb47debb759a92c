-- One row per fixed kind of peer group and authority: the group it belongs to. Unknown membership has no row.
-- `group_id` numbers the kind and the group.
with authorities as (
    select * from {{ ref('authorities') }}
),

members as (
    {%- for peer_group in ['province', 'reference_region', 'size_class', 'service_level', 'belfius_cluster'] %}
        select '{{ peer_group }}' as peer_group, {{ peer_group }} as group_code, nis_code from authorities
        union all
    {%- endfor %}
    select 'all' as peer_group, 'all' as group_code, nis_code from authorities
)

select
    members.peer_group,
    members.group_code,
    dense_rank() over (order by members.peer_group, members.group_code) as group_id,
    members.nis_code
from members
inner join {{ ref('peer_groups') }} as peer_groups
    on members.peer_group = peer_groups.peer_group and peer_groups.kind = 'fixed'
where members.group_code is not null
